import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { command, isBuilt } from "./command.ts";

/** Asks the completion as bash does when the tab key is pressed behind the last word. */
const ask = `
source <("$node" "$command" completion bash)
COMP_WORDS=(release-docs "$@")
COMP_CWORD=$#
_release_docs release-docs "\${COMP_WORDS[COMP_CWORD]}" "\${COMP_WORDS[COMP_CWORD-1]}"
echo "\${COMPREPLY[*]}"
`;

function completed(...words: readonly string[]): readonly string[] {
  const { stdout, stderr } = spawnSync("bash", ["--norc", "-c", ask, "bash", ...words], {
    encoding: "utf8",
    env: { PATH: process.env.PATH, node: process.execPath, command },
    stdio: ["ignore", "pipe", "pipe"],
  });
  expect(stderr).toBe("");
  return stdout.trim().split(" ");
}

describe.skipIf(!isBuilt || process.platform === "win32")("completion in bash", () => {
  it.each<[readonly string[], readonly string[]]>([
    [["ver"], ["verdict"]],
    [
      ["check", "--st"],
      ["--stage", "--stdin-filepath"],
    ],
    [
      ["check", "--stage", "in"],
      ["in-review", "in-progress"],
    ],
    [["check", "--stage", "=", "in-p"], ["in-progress"]],
    [["check", "--stage", "="], expect.arrayContaining(["draft", "approved"])],
    [["verdict", "ops", "--ph"], ["--phase"]],
    [["check", "--kind", "ReleaseR"], ["ReleaseRunbook"]],
    [["new", "ru"], ["runbook"]],
    [["explain", "gates/unc"], ["gates/unchecked"]],
    [["completion", "z"], ["zsh"]],
    [["help", "ch"], ["check"]],
    // Files are the shell's own business, with all that is in their names.
    [["check", "ops"], [""]],
    [["check", "--config", ".rel"], [""]],
    [["explain", "ops/r"], [""]],
  ])("%j", (words, expected) => {
    expect(completed(...words)).toEqual(expected);
  });
});
