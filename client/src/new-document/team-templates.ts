import { FileType, Uri, workspace } from "vscode";
import type { ChecklistDocument } from "../../../server/src/lsp/protocol.ts";
import type { EditorSettings } from "../../../server/src/lsp/settings.ts";
import { isWithin } from "../../../server/src/workspace/bounds.ts";
import type { BoundedFiles } from "../bounded-files.ts";
import { ourSettings } from "../setting.ts";

/** A template of the team's own. */
export interface TeamTemplate {
  readonly uri: Uri;
  /** Its title, or its file's name. */
  readonly title: string;
}

const deepest = 3;
const mostTemplates = 200;

/**
 * The templates in the folders that `releaseDocs.templates` names (paths from a workspace folder, or URIs), and those that the
 * workspace is known to hold: by their names, by `template: true`, or by `.release-docs.yaml`. The settings of a workspace name
 * folders in it, or in its repository; those of the person name any.
 */
export async function teamTemplates(
  known: readonly ChecklistDocument[],
  files: BoundedFiles,
): Promise<readonly TeamTemplate[]> {
  const found = new Map<string, Uri>();
  for (const folder of await statedFolders(files)) {
    for (const uri of await filesBelow(folder, deepest)) found.set(uri.toString(), uri);
  }
  for (const { uri, template } of known) {
    if (template && !uri.startsWith("untitled:")) found.set(uri, found.get(uri) ?? Uri.parse(uri));
  }
  const uris = [...found.values()].slice(0, mostTemplates);
  const templates = await Promise.all(uris.map(async (uri) => ({ uri, title: await titleOf(uri, files) })));
  return templates.flatMap(({ uri, title }) => (title === undefined ? [] : [{ uri, title }]));
}

async function statedFolders(files: BoundedFiles): Promise<readonly Uri[]> {
  const settings = ourSettings().inspect<EditorSettings["templates"]>("templates");
  const shared = settings?.workspaceFolderValue ?? settings?.workspaceValue;
  if (shared === undefined) return (settings?.globalValue ?? []).flatMap(foldersFor);
  const roots = await Promise.all(
    (workspace.workspaceFolders ?? []).map(
      async ({ uri }) => (await files.rootOf(Uri.joinPath(uri, "template"))) ?? uri,
    ),
  );
  return shared
    .flatMap(foldersFor)
    .filter((folder) => roots.some((root) => isWithin(root.toString(), folder.toString())));
}

function foldersFor(stated: string): readonly Uri[] {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(stated)) return [Uri.parse(stated)];
  return (workspace.workspaceFolders ?? []).map(({ uri }) =>
    stated.startsWith("/") ? uri.with({ path: stated }) : Uri.joinPath(uri, stated),
  );
}

async function filesBelow(folder: Uri, depth: number): Promise<readonly Uri[]> {
  let entries: readonly [string, FileType][];
  try {
    entries = await workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
  const found: Uri[] = [];
  for (const [name, type] of entries) {
    const uri = Uri.joinPath(folder, name);
    if ((type & FileType.Directory) !== 0 && (type & FileType.SymbolicLink) !== 0) continue;
    if ((type & FileType.Directory) !== 0 && depth > 1) {
      for (const file of await filesBelow(uri, depth - 1)) found.push(file);
    } else if ((type & FileType.File) !== 0 && /\.(?:md|markdown|ya?ml)$/i.test(name)) found.push(uri);
  }
  return found;
}

/** `undefined` for a file that is gone, or may not be read. */
async function titleOf(uri: Uri, files: BoundedFiles): Promise<string | undefined> {
  const name = uri.path.slice(uri.path.lastIndexOf("/") + 1);
  const text = (await files.readText(uri))?.slice(0, 4096);
  if (text === undefined) return undefined;
  const heading = /^#{1,6}[ \t].*/m.exec(text)?.[0].replaceAll("#", " ").trim() ?? "";
  return /\.ya?ml$/i.test(name) || heading === "" ? name : heading;
}
