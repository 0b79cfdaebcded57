import type { FileSystem } from "../../../server/src/workspace/file-system.ts";

/** A file system in memory, which counts how often each file was read. */
export interface MemoryFiles extends FileSystem {
  readonly reads: ReadonlyMap<string, number>;
  write(uri: string, text: string): void;
}

export function memoryFiles(files: Readonly<Record<string, string>>): MemoryFiles {
  const texts = new Map(Object.entries(files));
  const reads = new Map<string, number>();
  return {
    reads,
    write: (uri, text) => texts.set(uri, text),
    readText: async (uri) => {
      reads.set(uri, (reads.get(uri) ?? 0) + 1);
      return texts.get(uri);
    },
    exists: async (uri) => texts.has(uri),
    stands: async (uri) => texts.has(uri),
    rootOf: async (uri) => /^[\w+.-]+:\/\/[^/]*\//.exec(uri)?.[0] ?? uri,
  };
}
