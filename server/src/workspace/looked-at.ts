import type { CachedFiles } from "./cached-files.ts";
import type { FileSystem } from "./file-system.ts";

/** A file that was asked for, and whether its text was wanted, only its being there, or where its root is. */
export interface LookedAt {
  readonly uri: string;
  readonly asked: "text" | "exists" | "root";
}

/** A file system that notes what it is asked for: what an answer depends on besides what it was given. */
export interface ObservedFiles extends FileSystem {
  /** Each question once, in the order of asking. */
  readonly lookedAt: readonly LookedAt[];
  /** Whether a file exists, where that is known by now. */
  known(uri: string): boolean | undefined;
}

/** Wraps a file system for the time of one answer. */
export function observeFiles(files: CachedFiles): ObservedFiles {
  const questions = new Map<string, LookedAt>();
  const note = (uri: string, asked: LookedAt["asked"]): void => {
    const key = `${asked} ${uri}`;
    if (!questions.has(key)) questions.set(key, { uri, asked });
  };
  return {
    readText(uri) {
      note(uri, "text");
      return files.readText(uri);
    },
    exists(uri) {
      note(uri, "exists");
      return files.exists(uri);
    },
    stands: (uri) => files.stands(uri),
    rootOf(uri) {
      note(uri, "root");
      return files.rootOf(uri);
    },
    known(uri) {
      const known = files.known(uri);
      if (known !== undefined) note(uri, "exists");
      return known;
    },
    get lookedAt() {
      return [...questions.values()];
    },
  };
}
