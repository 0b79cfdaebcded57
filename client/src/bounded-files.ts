import { FileSystemError, FileType, Uri, workspace } from "vscode";
import { isWithin, largestFile } from "../../server/src/workspace/bounds.ts";

/** Follows the links of a path on disk; rejects where nothing is. */
export type RealPath = (path: string) => Promise<string>;

/**
 * Files as the editor sees them, for what a document or a configuration names: regular files alone, of a bounded size, and none
 * that a link leads to out of the repository or workspace.
 */
export class BoundedFiles {
  readonly #realPath: RealPath | undefined;

  /** @param realPath Absent in a browser, where there are no links. */
  constructor(realPath?: RealPath) {
    this.#realPath = realPath;
  }

  /** `undefined` for what is not there, is no regular file, is too large, leads out, or cannot be read. */
  async readText(uri: Uri): Promise<string | undefined> {
    try {
      const { type, size } = await workspace.fs.stat(uri);
      if ((type & FileType.File) === 0 || size > largestFile || !(await this.isInside(uri))) return undefined;
      return new TextDecoder().decode(await workspace.fs.readFile(uri));
    } catch {
      return undefined;
    }
  }

  /** Whether a file or folder is there; false for what leads out, whether it is there or not. */
  async exists(uri: Uri): Promise<boolean> {
    try {
      const { type } = await workspace.fs.stat(uri);
      return (type & (FileType.File | FileType.Directory)) !== 0 && (await this.isInside(uri));
    } catch {
      return false;
    }
  }

  /** Whether its folder, which leads out of nothing, holds something by that name, also a link that leads out or to nothing. */
  async stands(uri: Uri): Promise<boolean> {
    if (!(await this.isInside(Uri.joinPath(uri, "..")))) return false;
    try {
      await workspace.fs.stat(uri);
      return true;
    } catch (error) {
      return error instanceof FileSystemError && error.code === FileSystemError.NoPermissions.name;
    }
  }

  /** The top of the repository that a file stands in, else the workspace folder that holds it; `undefined` outside of both. */
  async rootOf(uri: Uri): Promise<Uri | undefined> {
    return (await rootsOf(uri))[0];
  }

  /** Whether the real path of what stands at an address leaves none of its roots. */
  async isInside(uri: Uri): Promise<boolean> {
    if (this.#realPath === undefined || uri.scheme !== "file") return true;
    const roots = await rootsOf(uri);
    try {
      const real = await this.#real(uri);
      for (const root of roots.length > 0 ? roots : [Uri.joinPath(uri, "..")]) {
        if (!isWithin(await this.#real(root), real)) return false;
      }
      return true;
    } catch {
      return false;
    }
  }

  async #real(uri: Uri): Promise<string> {
    return Uri.file((await this.#realPath?.(uri.fsPath)) ?? uri.fsPath).toString();
  }
}

/** The nearest first; all of them hold: one that a link leads to has no say of its own. */
async function rootsOf(uri: Uri): Promise<readonly Uri[]> {
  const repositories = uri.scheme === "file" ? await repositoriesOf(uri) : [];
  if (repositories.length > 0) return repositories;
  const folder = workspace.getWorkspaceFolder(uri)?.uri;
  return folder === undefined ? [] : [folder];
}

async function repositoriesOf(uri: Uri): Promise<readonly Uri[]> {
  const found: Uri[] = [];
  for (
    let at = uri, above = Uri.joinPath(at, "..");
    above.path !== at.path;
    at = above, above = Uri.joinPath(at, "..")
  ) {
    const there = await Promise.resolve(workspace.fs.stat(Uri.joinPath(above, ".git"))).catch(() => undefined);
    if (there !== undefined) found.push(above);
  }
  return found;
}
