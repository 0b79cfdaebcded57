import { Recent } from "../text/recent.ts";
import type { FileSystem } from "./file-system.ts";

/** A file system that remembers its answers until it is told that files changed; bounded, what lies idle longest goes first. */
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

/** What is known of whether a file exists. */
interface Existence {
  readonly answer: Promise<boolean>;
  /** The answer, once it is there. */
  known?: boolean;
}

/** Wraps a file system so that a keystroke does not look up every link of its document again. */
export function cacheFiles(files: FileSystem): CachedFiles {
  const texts = new Recent<Promise<string | undefined>>(mostTexts);
  const existing = new Recent<Existence>(largest);
  const roots = new Recent<Promise<string>>(largest);
  let age = 0;
  const lookUp = (uri: string): Existence => {
    const existence: Existence = {
      answer: files.exists(uri).then((exists) => {
        existence.known = exists;
        return exists;
      }),
    };
    return existence;
  };
  return {
    readText: (uri) => remember(texts, uri, () => files.readText(uri)),
    exists: (uri) => remember(existing, uri, () => lookUp(uri)).answer,
    stands: (uri) => files.stands(uri),
    rootOf: (uri) => remember(roots, uri.slice(0, uri.lastIndexOf("/") + 1), () => files.rootOf(uri)),
    known: (uri) => existing.get(uri)?.known,
    changed() {
      age++;
      roots.clear();
      texts.clear();
      existing.clear();
    },
    get age() {
      return age;
    },
  };
}

function remember<Answer>(answers: Recent<Answer>, key: string, ask: () => Answer): Answer {
  const known = answers.get(key);
  if (known !== undefined) return known;
  const answer = ask();
  answers.set(key, answer);
  return answer;
}
