import { existsSync } from "node:fs";
import { delimiter, isAbsolute, join, relative } from "node:path";
import { findRepository } from "./find-repository.ts";

/** Why Git gave no answer; `said` is the first line of what it said, if anything. */
export class GitError extends Error {
  readonly said: string;

  constructor(message: string, said: string) {
    super(message);
    this.said = said;
  }
}

/**
 * What a checkout that somebody else wrote could have Git do, and may not: run a monitor of files or a hook, take a folder that
 * was committed in the shape of a bare repository (with a configuration of its own) for one, write an index.
 */
const nothingIsRun = [
  "--no-optional-locks",
  ...["core.fsmonitor=false", "core.hooksPath=/dev/null", "safe.bareRepository=explicit"].flatMap((set) => ["-c", set]),
];

/** The same for what Git's `diff` would run: programs that compare or convert contents, and Git itself in submodules. */
export const plainDiff = ["diff", "--no-ext-diff", "--no-textconv", "--ignore-submodules=all"];

/**
 * What Git prints when it is called with these words in a folder (absolute path).
 *
 * @throws GitError where there is no Git, or it ends with another code than 0.
 */
export async function git(words: readonly string[], cwd: string): Promise<string> {
  const program = findGit(process.env.PATH ?? "", findRepository(cwd) ?? cwd);
  if (program === undefined) throw new GitError("git is not installed", "");
  const { execFile } = await import("node:child_process");
  return new Promise((done, fail) => {
    const options = { cwd, encoding: "utf8", maxBuffer: 64 * 1024 * 1024, windowsHide: true } as const;
    execFile(program, [...nothingIsRun, ...words], options, (error, stdout, stderr) => {
      if (error === null) done(stdout);
      else fail(new GitError(error.message, (stderr.trim().split("\n", 1)[0] ?? "").replace(/^fatal: /, "")));
    });
  });
}

/** Git as an absolute path: a search path that begins at the current folder, or leads into the checkout, is the checkout's. */
function findGit(searchPath: string, checkout: string): string | undefined {
  const name = process.platform === "win32" ? "git.exe" : "git";
  const isOutside = (folder: string): boolean => {
    const way = relative(checkout, folder);
    return way.startsWith("..") || isAbsolute(way);
  };
  return searchPath
    .split(delimiter)
    .filter((folder) => isAbsolute(folder) && isOutside(folder))
    .map((folder) => join(folder, name))
    .find((file) => existsSync(file));
}
