import { access, readFile } from "node:fs/promises";
import { URI } from "vscode-uri";
import type { FileSystem } from "../workspace/file-system.ts";
import { decodeText } from "./decode-text.ts";

/** The files of this machine, for the engine. What cannot be read is `undefined`, as if it were not there. */
export function createNodeFileSystem(): FileSystem {
  return {
    async readText(uri) {
      const path = pathOf(uri);
      if (path === undefined) return undefined;
      try {
        return decodeText(await readFile(path)).text;
      } catch {
        return undefined;
      }
    },
    async exists(uri) {
      const path = pathOf(uri);
      if (path === undefined) return false;
      try {
        await access(path);
        return true;
      } catch {
        return false;
      }
    },
  };
}

function pathOf(uri: string): string | undefined {
  const address = URI.parse(uri);
  return address.scheme === "file" ? address.fsPath : undefined;
}
