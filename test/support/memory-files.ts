import type { FileSystem } from "../../server/src/workspace/file-system.ts";

/** A file system of a test: URIs to texts. */
export function memoryFiles(files: Readonly<Record<string, string>>): FileSystem {
  return {
    readText: async (uri) => files[uri],
    exists: async (uri) => Object.hasOwn(files, uri),
    stands: async (uri) => Object.hasOwn(files, uri),
    rootOf: async (uri) => /^[\w+.-]+:\/\/[^/]*\//.exec(uri)?.[0] ?? uri,
  };
}
