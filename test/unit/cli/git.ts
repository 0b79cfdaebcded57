import { execFileSync } from "node:child_process";

/** Calls Git in a folder, as somebody. */
export function git(cwd: string, ...words: readonly string[]): void {
  const identity = ["-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "init.defaultBranch=main"];
  execFileSync("git", [...identity, ...words], { cwd, stdio: "pipe" });
}

/** Makes the folder a repository whose branch `main` holds all that is in it, with a branch `topic` checked out. */
export function beginTopic(cwd: string): void {
  git(cwd, "init", "--quiet");
  git(cwd, "add", ".");
  git(cwd, "commit", "--quiet", "-m", "Before");
  git(cwd, "checkout", "--quiet", "-b", "topic");
}
