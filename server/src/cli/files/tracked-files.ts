import { dirname, join } from "node:path";
import { findRepository } from "./find-repository.ts";
import { GitError, git } from "./git.ts";

/** What can be a release document, in Git's own patterns. */
const documents = ["md", "markdown", "mdown", "mkd", "yaml", "yml"].map((ending) => `:(icase)*.${ending}`);

/** Whether Git tracks a file, or one below a folder; or why that is not known. */
export type IsTracked = boolean | { readonly unknown: string };

/** The documents that a repository tracks, and the folders above them, as absolute paths; or why that is not known. */
type Tracked = ReadonlySet<string> | { readonly unknown: string };

/**
 * What Git tracks. To Git `.gitignore` says nothing of a file that is tracked, so it hides none here either. Git is asked once a
 * repository, and only when somebody asks.
 */
export class TrackedFiles {
  readonly #repositories = new Map<string, Promise<Tracked>>();

  /** @param path Absolute; of a document, or of a folder that may hold some. */
  async holds(path: string): Promise<IsTracked> {
    const repository = findRepository(dirname(path));
    if (repository === undefined) return { unknown: "this is no Git repository" };
    const asked = this.#repositories.get(repository) ?? list(repository);
    this.#repositories.set(repository, asked);
    const tracked = await asked;
    return "unknown" in tracked ? tracked : tracked.has(path);
  }
}

async function list(repository: string): Promise<Tracked> {
  try {
    const listed = await git(["ls-files", "--cached", "-z", "--", ...documents], repository);
    const tracked = new Set<string>();
    for (const name of listed.split("\0")) {
      if (name === "") continue;
      for (let path = join(repository, name); path !== repository && !tracked.has(path); path = dirname(path)) {
        tracked.add(path);
      }
    }
    return tracked;
  } catch (error) {
    if (error instanceof GitError) return { unknown: error.said === "" ? error.message : `git says: ${error.said}` };
    throw error;
  }
}
