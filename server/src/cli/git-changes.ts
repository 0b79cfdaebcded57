import { execFile } from "node:child_process";
import { resolve } from "node:path";
import { UsageError } from "./usage-error.ts";

/**
 * The files (absolute paths) that differ from where this branch left `ref`: committed, in the working tree, or new and not ignored.
 *
 * @throws UsageError where Git cannot tell.
 */
export async function changedSince(ref: string, cwd: string): Promise<ReadonlySet<string>> {
  const git = (...words: readonly string[]): Promise<string> => runGit(words, cwd, ref);
  await git("rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`);
  const up = (await git("rev-parse", "--show-cdup")).trimEnd();
  const base = (await git("merge-base", ref, "HEAD")).trimEnd();
  const changed = await git("diff", "--name-only", "-z", "--diff-filter=d", base);
  const untracked = await git("ls-files", "--others", "--exclude-standard", "--full-name", "-z", `:/`);
  return new Set(
    [...changed.split("\0"), ...untracked.split("\0")].filter(Boolean).map((path) => resolve(cwd, up, path)),
  );
}

function runGit(words: readonly string[], cwd: string, ref: string): Promise<string> {
  return new Promise((done, fail) => {
    const options = { cwd, encoding: "utf8", maxBuffer: 64 * 1024 * 1024, windowsHide: true } as const;
    execFile("git", [...words], options, (error, stdout, stderr) => {
      if (error === null) done(stdout);
      else fail(new UsageError(`--changed-since ${ref}: ${reason(error, words, stderr)}`));
    });
  });
}

function reason(error: Error, [command]: readonly string[], stderr: string): string {
  if ("code" in error && error.code === "ENOENT") return "git is not installed";
  const said =
    stderr
      .trim()
      .split("\n", 1)[0]
      ?.replace(/^fatal: /, "") ?? "";
  if (said.startsWith("not a git repository")) return "this is no Git repository";
  if (said !== "") return `git says: ${said}`;
  if (command === "merge-base") return "it has no commit in common with this branch (is the clone shallow?)";
  return "there is no such branch, tag or commit";
}
