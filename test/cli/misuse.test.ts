import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { folderForEach } from "../unit/cli/temporary-folder.ts";
import { callsIn, command, isBuilt } from "./command.ts";

const folder = folderForEach();

const here = callsIn(folder);

describe.skipIf(!isBuilt)("a call that is wrong", () => {
  it.each<[string, Readonly<Record<string, string | Uint8Array>>, string | RegExp]>([
    ["chekc", {}, 'There is no command "chekc"; did you mean check?'],
    ["check --colour", {}, "There is no option --colour; did you mean --color?"],
    ["check no.md", {}, "no.md: no such file or folder"],
    ["check *.md", {}, "*.md: no file matches"],
    ["check", {}, ".: no file here matches the discovery globs of the configuration"],
    ["check", { "a.md": new Uint8Array([0x25, 0x50, 0]) }, "a.md: is a binary file"],
    ["check a.md", { "a.md": new Uint8Array([0xff, 0xfe, 0, 0]) }, "a.md: is UTF-32; save it as UTF-8"],
    ["check a.md/b", { "a.md": "" }, "a.md/b: a part of this path is no folder"],
    [
      "check --config no.yaml a.md",
      { "a.md": "# Release Runbook\n" },
      "no.yaml: This configuration file does not exist or cannot be read",
    ],
    [
      "check r.md",
      { "r.md": "# Release Runbook\n", ".release-docs.yaml": "rules:\n  gates/failed: loud\n" },
      '.release-docs.yaml:2:17: gates/failed must be one of off, error, warning, information, hint, not "loud"',
    ],
    [
      "check r.md",
      { "r.md": "# Release Runbook\n", ".release-docs.yaml": "rules: [\n" },
      ".release-docs.yaml:2:1: Flow sequence in block collection must be sufficiently indented and end with a ]",
    ],
    [
      "check r.md",
      {
        "r.md": "# Release Runbook\n",
        ".release-docs.yaml": "documents: [{ files: '*.md', schema: ./s.json }]\n",
        "s.json": "{",
      },
      /^\.release-docs\.yaml:1:1: The schema .*s\.json is no valid JSON$/,
    ],
    ["check --cache-location c a.md", { "a.md": "" }, "--cache-location goes with --cache"],
    [
      "check --cache --cache-location c a.md",
      { "a.md": "" },
      /^--cache-location: .*c stands below the working directory, where a pull request can write$/,
    ],
    ["verdict --require !a.md", {}, '--require names documents that must be judged, not "!a.md"'],
    ["check --fix -", {}, "--fix writes files; standard input is none"],
    ["check --max-warnings many", {}, '--max-warnings must be a number, not "many"'],
    ["check --update-baseline", {}, "--update-baseline needs --baseline F, the file to write"],
    ["verdict --phase now", {}, /^--phase must be one of .*, not "now"/],
    ["render a.md b.md", {}, "render takes one document: release-docs render r.md -o r.html"],
    ["convert", {}, "convert takes one document: release-docs convert manifest.md"],
    ["check --stage aproved", {}, /^--stage must be one of .*, not "aproved"; did you mean approved\?$/],
    ["check a.md --output file/x.json", { "a.md": "", file: "" }, "file/x.json: a part of this path is no folder"],
    ["check a.md -o .", { "a.md": "" }, ".: is a folder"],
    ["check a.md --baseline b", { "a.md": "", b: "{" }, /^b: is no valid JSON, and so no baseline; --update-baseline/],
    [
      "check a.md --baseline b",
      { "a.md": "", b: '{"version":2,"findings":[]}' },
      "b: is a baseline of version 2, and this command knows version 1; --update-baseline writes one",
    ],
    ["check a.md --baseline .", { "a.md": "" }, ".: is a folder"],
    ["check --changed-since main", {}, "--changed-since main: this is no Git repository"],
    ["check --stdin-filepath a.md", {}, "--stdin-filepath goes with standard input: add - to the paths"],
    ["check ", {}, "A path is empty: is a variable not set?"],
    ["check 'ops/*.md'", {}, /^'ops\/\*\.md': no file matches; quote globs with "double quotes"/],
    ["check -- --weird.md", {}, "--weird.md: no such file or folder"],
    ["check --config .", { "a.md": "" }, ".: This configuration file does not exist or cannot be read"],
    [
      "render a.md -o file/a.html",
      { "a.md": "# Release Runbook\n", file: "" },
      "file/a.html: a part of this path is no folder",
    ],
    ["render a.md b.md -o c.html", {}, "render takes one document: release-docs render r.md -o r.html"],
    [
      "inspect .",
      { "a.md": "# Release Runbook\n", "b.md": "# Release Runbook\n" },
      ".: holds several documents; name one, such as a.md",
    ],
    ["new runbok", {}, /^The kind must be one of .*, not "runbok"; did you mean runbook\?$/],
    ["new runbook -o a.md", { "a.md": "" }, "a.md: exists already, and is left as it is"],
    ["new runbook -o file/a.md", { file: "" }, "file/a.md: a part of this path is no folder"],
    ["explain", {}, "explain takes one rule or one path: release-docs explain rollback/missing-step"],
    ["explain gates/uncheked", {}, 'There is no rule or file "gates/uncheked"; did you mean gates/unchecked?'],
    ["completion pwsh", {}, "completion takes one of bash, zsh, fish: release-docs completion bash"],
  ])("%s: one line on standard error, and 2", async (words, files, message) => {
    folder.write(files);
    const { code, stdout, stderr } = await here(words);
    expect([stdout, code, stderr.endsWith("\n")]).toEqual(["", 2, true]);
    const line = stderr.slice("release-docs: ".length, -1);
    if (typeof message === "string") expect(line).toBe(message);
    else expect(line).toMatch(message);
  });
});

describe.skipIf(!isBuilt || process.platform === "win32")("streams of the shell", () => {
  const shell = (script: string) => {
    const environment = { PATH: process.env.PATH, node: process.execPath, command };
    const words = ["-c", `release_docs() { "$node" "$command" "$@"; }; ${script}`];
    const { status, stdout, stderr } = spawnSync("bash", words, {
      cwd: folder.path,
      encoding: "utf8",
      env: environment,
      stdio: ["ignore", "pipe", "pipe"],
    });
    return [status, stdout, stderr];
  };

  it.each([
    ["a reader that went away", '{ release_docs rules; echo "$?" >&2; } | true', [0, "", "0\n"]],
    ["standard input that is closed", "release_docs check - <&-", [0, "No release document among 1 file.\n", ""]],
    ["standard output that is closed", "release_docs rules >&-", [0, "", ""]],
    ["standard error that is closed", "release_docs check no.md 2>&-", [2, "", ""]],
  ])("%s", (_, script, ended) => {
    expect(shell(script)).toEqual(ended);
  });

  it.runIf(existsSync("/dev/full"))("a disk that is full", () => {
    expect(shell("release_docs rules >/dev/full")).toEqual([2, "", "release-docs: standard output: no space left\n"]);
    expect(shell("release_docs check no.md 2>/dev/full")).toEqual([2, "", ""]);
  });
});
