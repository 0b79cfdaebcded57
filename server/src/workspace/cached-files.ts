import type { FileSystem } from "./file-system.ts";

/** A file system that remembers its answers until it is told that files changed; bounded, oldest answers first out. */
export interface CachedFiles extends FileSystem {
  /** Whether a file exists, where that is known by now. */
  known(uri: string): boolean | undefined;
  changed(): void;
  /** Grows when files changed: answers of one age agree with each other. */
  readonly age: number;
}

const largest = 4000;
/** Texts weigh more than answers. */
const mostTexts = 64;

/** Wraps a file system so that a keystroke does not look up every link of its document again. */
export function cacheFiles(files: FileSystem): CachedFiles {
  const texts = new Map<string, Promise<string | undefined>>();
  const existing = new Map<string, Promise<boolean>>();
  const known = new Map<string, boolean>();
  const roots = new Map<string, Promise<string>>();
  let age = 0;
  const exists = async (uri: string): Promise<boolean> => {
    const asked = age;
    const answer = await files.exists(uri);
    if (asked === age && existing.has(uri)) known.set(uri, answer);
    return answer;
  };
  return {
    readText: (uri) => remember(texts, mostTexts, uri, () => files.readText(uri)),
    exists(uri) {
      return remember(
        existing,
        largest,
        uri,
        () => exists(uri),
        (dropped) => known.delete(dropped),
      );
    },
    rootOf: (uri) => remember(roots, largest, uri.slice(0, uri.lastIndexOf("/") + 1), () => files.rootOf(uri)),
    known: (uri) => known.get(uri),
    changed() {
      age++;
      roots.clear();
      texts.clear();
      existing.clear();
      known.clear();
    },
    get age() {
      return age;
    },
  };
}

function remember<Answer>(
  answers: Map<string, Promise<Answer>>,
  most: number,
  uri: string,
  ask: () => Promise<Answer>,
  drop?: (uri: string) => void,
): Promise<Answer> {
  const known = answers.get(uri);
  if (known !== undefined) return known;
  for (const oldest of answers.keys()) {
    if (answers.size < most) break;
    answers.delete(oldest);
    drop?.(oldest);
  }
  const answer = ask();
  answers.set(uri, answer);
  return answer;
}
