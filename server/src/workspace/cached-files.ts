import type { FileSystem } from "./file-system.ts";

/** A file system that remembers its answers until it is told that files changed; bounded, oldest answers first out. */
export interface CachedFiles extends FileSystem {
  changed(): void;
}

const largest = 4000;

/** Wraps a file system so that a keystroke does not look up every link of its document again. */
export function cacheFiles(files: FileSystem): CachedFiles {
  const texts = new Map<string, Promise<string | undefined>>();
  const existing = new Map<string, Promise<boolean>>();
  const remember = <T>(answers: Map<string, Promise<T>>, uri: string, ask: () => Promise<T>): Promise<T> => {
    const known = answers.get(uri);
    if (known !== undefined) return known;
    const answer = ask();
    for (const oldest of answers.keys()) {
      if (answers.size < largest) break;
      answers.delete(oldest);
    }
    answers.set(uri, answer);
    return answer;
  };
  return {
    readText: (uri) => remember(texts, uri, () => files.readText(uri)),
    exists: (uri) => remember(existing, uri, () => files.exists(uri)),
    changed() {
      texts.clear();
      existing.clear();
    },
  };
}
