import { FileType, RelativePattern, Uri, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  type FileParams,
  type FindFilesParams,
  type FindFilesResult,
  fileExistsMethod,
  findFilesMethod,
  readFileMethod,
} from "../../server/src/lsp/protocol.ts";

/** Larger files are no release documents. */
const largestFile = 64 * 1024 * 1024;
const mostFiles = 20_000;

/** Answers what the server asks about files, through the editor's file systems: on disk, remote or virtual. */
export function serveFiles(client: BaseLanguageClient): void {
  client.onRequest(readFileMethod, ({ uri }: FileParams) => readText(Uri.parse(uri)));
  client.onRequest<boolean, void>(fileExistsMethod, ({ uri }: FileParams) => exists(Uri.parse(uri)));
  client.onRequest(findFilesMethod, (search: FindFilesParams) => findFiles(search));
}

async function readText(uri: Uri): Promise<string | null> {
  try {
    const { type, size } = await workspace.fs.stat(uri);
    if ((type & FileType.File) === 0 || size > largestFile) return null;
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  } catch {
    return null;
  }
}

async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

async function findFiles({ base, include, exclude }: FindFilesParams): Promise<FindFilesResult> {
  const folder = Uri.parse(base);
  const simple = exclude.filter((glob) => !/[{},]/.test(glob));
  const excluded = simple.length > 0 ? new RelativePattern(folder, `{${simple.join(",")}}`) : null;
  const found = await Promise.all(
    include.map((glob) => workspace.findFiles(new RelativePattern(folder, glob), excluded, mostFiles)),
  );
  return [...new Set(found.flat().map((uri) => uri.toString()))];
}
