import { existsSync, readFileSync } from "node:fs";
import { URI } from "vscode-uri";
import type { FileSystem } from "../workspace/file-system.ts";
import { decodeText } from "./decode-text.ts";

/** The files of this machine, for the engine; read at once, since thousands of small files are read faster so. What cannot be read is `undefined`, as if it were not there. */
export function createNodeFileSystem(): FileSystem {
  return {
    async readText(uri) {
      const path = pathOf(uri);
      if (path === undefined) return undefined;
      try {
        return decodeText(readFileSync(path)).text;
      } catch {
        return undefined;
      }
    },
    async exists(uri) {
      const path = pathOf(uri);
      return path !== undefined && existsSync(path);
    },
  };
}

function pathOf(uri: string): string | undefined {
  const address = URI.parse(uri);
  return address.scheme === "file" ? address.fsPath : undefined;
}
