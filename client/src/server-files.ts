import { RelativePattern, Uri, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  type FileParams,
  type FindFilesParams,
  type FindFilesResult,
  fileExistsRequest,
  fileStandsRequest,
  findFilesRequest,
  readFileRequest,
  rootRequest,
} from "../../server/src/lsp/protocol.ts";
import type { BoundedFiles } from "./bounded-files.ts";

const mostFiles = 20_000;

/** Answers what the server asks about files, through the editor's file systems: on disk, remote or virtual. */
export function serveFiles(client: BaseLanguageClient, files: BoundedFiles): void {
  readFileRequest.answer(client, async ({ uri }: FileParams) => (await files.readText(Uri.parse(uri))) ?? null);
  fileExistsRequest.answer(client, ({ uri }: FileParams) => files.exists(Uri.parse(uri)));
  fileStandsRequest.answer(client, ({ uri }: FileParams) => files.stands(Uri.parse(uri)));
  rootRequest.answer(
    client,
    async ({ uri }: FileParams) => (await files.rootOf(Uri.parse(uri)))?.toString().replace(/\/$/, "") ?? null,
  );
  findFilesRequest.answer(client, (search: FindFilesParams) => findFiles(files, search));
}

/** Not those in folders that a link leads to out of the repository; a file that is such a link is not read. */
async function findFiles(files: BoundedFiles, { base, include, exclude }: FindFilesParams): Promise<FindFilesResult> {
  const folder = Uri.parse(base);
  const simple = exclude.filter((glob) => !/[{},]/.test(glob));
  const excluded = simple.length > 0 ? new RelativePattern(folder, `{${simple.join(",")}}`) : null;
  const found = await Promise.all(
    include.map((glob) => workspace.findFiles(new RelativePattern(folder, glob), excluded, mostFiles)),
  );
  const inside = new Map<string, Promise<boolean>>();
  const isInside = (uri: Uri): Promise<boolean> => {
    const above = Uri.joinPath(uri, "..");
    const known = inside.get(above.path) ?? files.isInside(above);
    inside.set(above.path, known);
    return known;
  };
  const uris = new Map(found.flat().map((uri) => [uri.toString(), uri]));
  const kept = await Promise.all([...uris].map(async ([name, uri]) => ((await isInside(uri)) ? [name] : [])));
  return kept.flat();
}
