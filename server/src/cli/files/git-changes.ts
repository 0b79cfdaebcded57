import { resolve } from "node:path";
import { UsageError } from "../terminal/usage-error.ts";
import { GitError, git, plainDiff } from "./git.ts";

/**
 * The files (absolute paths) that differ from where this branch left `ref`: committed, in the working tree, or new and not ignored.
 *
 * @throws UsageError where Git cannot tell.
 */
export async function changedSince(ref: string, cwd: string): Promise<ReadonlySet<string>> {
  const ask = (otherwise: string, ...words: readonly string[]): Promise<string> =>
    git(words, cwd).catch((error: unknown) => {
      throw new UsageError(`--changed-since ${ref}: ${reason(error, otherwise)}`);
    });
  const unknown = "there is no such branch, tag or commit";
  const commit = (
    await ask(unknown, "rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`)
  ).trimEnd();
  const up = (await ask("", "rev-parse", "--show-cdup")).trimEnd();
  const shallow = "it has no commit in common with this branch (is the clone shallow?)";
  const base = (await ask(shallow, "merge-base", commit, "HEAD")).trimEnd();
  const changed = await ask("", ...plainDiff, "--name-only", "-z", "--diff-filter=d", base);
  const untracked = await ask("", "ls-files", "--others", "--exclude-standard", "--full-name", "-z", ":/");
  return new Set(
    [...changed.split("\0"), ...untracked.split("\0")].filter(Boolean).map((path) => resolve(cwd, up, path)),
  );
}

/** @param otherwise What it means that Git says nothing. */
function reason(error: unknown, otherwise: string): string {
  if (!(error instanceof GitError)) return String(error);
  if (error.said === "") return otherwise || error.message;
  return error.said.startsWith("not a git repository") ? "this is no Git repository" : `git says: ${error.said}`;
}
