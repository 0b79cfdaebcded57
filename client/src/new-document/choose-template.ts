import { type QuickPickItem, QuickPickItemKind, Uri, window, workspace } from "vscode";
import { type NewKind, newKinds } from "./kinds.ts";
import { endingOf } from "./propose-path.ts";
import { teamTemplates } from "./team-templates.ts";

/** A text to begin a document from. */
export interface ChosenTemplate {
  readonly title: string;
  /** The kind of document that it makes; of a document, it is what the document is. */
  readonly kind: string | Uri;
  /** What follows the version in the name of the new file. */
  readonly ending: string;
  read(): Promise<string>;
}

/** Our template of a kind. `extension`: the folder of the extension. */
export function builtInTemplate({ kind, title, template, ending }: NewKind, extension: Uri): ChosenTemplate {
  const uri = Uri.joinPath(extension, "snippets", "templates", template);
  return { title, kind, ending, read: async () => new TextDecoder().decode(await workspace.fs.readFile(uri)) };
}

/** A document of the workspace as a template, as it stands in the editor. */
export function documentTemplate(uri: Uri, title: string): ChosenTemplate {
  return {
    title,
    kind: uri,
    ending: endingOf(uri.path),
    read: async () => (await workspace.openTextDocument(uri)).getText(),
  };
}

/** Asks what to begin with: our kinds, and the team's own templates. */
export async function chooseTemplate(extension: Uri): Promise<ChosenTemplate | undefined> {
  const team = await teamTemplates();
  const separator = (label: string): QuickPickItem => ({ label, kind: QuickPickItemKind.Separator });
  const ours = newKinds.map((kind) => ({
    label: kind.title,
    detail: kind.detail,
    template: builtInTemplate(kind, extension),
  }));
  const theirs = team.map(({ uri, title }) => ({
    label: title,
    description: workspace.asRelativePath(uri),
    template: documentTemplate(uri, title),
  }));
  const items: readonly (QuickPickItem & { readonly template?: ChosenTemplate })[] =
    theirs.length === 0 ? ours : [separator("Your team's"), ...theirs, separator("Release Docs"), ...ours];
  const chosen = await window.showQuickPick(items, {
    title: "New Release Document",
    placeHolder: "Choose what to begin with",
    matchOnDetail: true,
    matchOnDescription: true,
  });
  return chosen?.template;
}
