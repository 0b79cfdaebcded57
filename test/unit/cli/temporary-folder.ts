import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterEach, beforeEach } from "vitest";

/** A folder that exists until it is disposed of. */
export interface TemporaryFolder {
  readonly path: string;
  /** Writes files by their paths in the folder. */
  write(files: Readonly<Record<string, string | Uint8Array>>): void;
  /** Removes files by their paths in the folder, or the whole folder. */
  remove(names?: readonly string[]): void;
}

export function temporaryFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): TemporaryFolder {
  const path = realpathSync(mkdtempSync(join(tmpdir(), "release-docs-")));
  const folder: TemporaryFolder = {
    path,
    write(more) {
      for (const [name, content] of Object.entries(more)) {
        mkdirSync(dirname(join(path, name)), { recursive: true });
        writeFileSync(join(path, name), content);
      }
    },
    remove(names = ["."]) {
      for (const name of names) rmSync(resolve(path, name), { recursive: true, force: true });
    },
  };
  folder.write(files);
  return folder;
}

/** An empty folder of its own for each test that follows in the file or block. */
export function folderForEach(): TemporaryFolder {
  let folder: TemporaryFolder;
  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(() => folder.remove());
  return {
    get path() {
      return folder.path;
    },
    write: (files) => folder.write(files),
    remove: (names) => folder.remove(names),
  };
}
