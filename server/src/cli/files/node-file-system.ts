import { dirname, resolve } from "node:path";
import { URI } from "vscode-uri";
import type { FileSystem } from "../../engine/index.ts";
import { decodeText } from "./decode-text.ts";
import { NodeBounds } from "./node-bounds.ts";
import { readRegularFile } from "./read-regular-file.ts";

/**
 * The files of this machine, for the engine; read at once, since thousands of small files are read faster so. What cannot or may
 * not be read is `undefined`, as if it were not there.
 *
 * @param cwd The working directory, absolute: the workspace of what stands in no repository.
 */
export function createNodeFileSystem(cwd: string = process.cwd()): FileSystem {
  const bounds = new NodeBounds(cwd);
  return {
    async readText(uri) {
      const path = pathOf(uri);
      const real = path === undefined ? undefined : bounds.inside(path);
      if (real === undefined) return undefined;
      try {
        return decodeText(readRegularFile(real)).text;
      } catch {
        return undefined;
      }
    },
    async exists(uri) {
      const path = pathOf(uri);
      return path !== undefined && bounds.inside(path) !== undefined;
    },
    async stands(uri) {
      const path = pathOf(uri);
      return path !== undefined && bounds.stands(path);
    },
    async rootOf(uri) {
      const path = pathOf(uri);
      return path === undefined ? uri : URI.file(bounds.rootOf(dirname(resolve(path)))).toString();
    },
  };
}

function pathOf(uri: string): string | undefined {
  const { scheme, fsPath } = URI.parse(uri);
  return scheme === "file" ? fsPath : undefined;
}
