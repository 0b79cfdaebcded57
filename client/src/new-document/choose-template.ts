import { type QuickPickItem, QuickPickItemKind, Uri, window, workspace } from "vscode";
import type { ChecklistDocument } from "../../../server/src/lsp/protocol.ts";
import type { BoundedFiles } from "../bounded-files.ts";
import { labelText } from "../plain-text.ts";
import { type NewKind, newKinds } from "./kinds.ts";
import { endingOf } from "./propose-path.ts";
import { type TeamTemplate, teamTemplates } from "./team-templates.ts";

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

interface TemplateItem extends QuickPickItem {
  readonly template?: ChosenTemplate;
}

/** Asks what to begin with: our kinds, and the team's own templates. `known`: the documents of the workspace. */
export async function chooseTemplate(
  extension: Uri,
  known: Promise<readonly ChecklistDocument[]>,
  files: BoundedFiles,
): Promise<ChosenTemplate | undefined> {
  const items = known
    .then((documents) => teamTemplates(documents, files))
    .then((team) => templateItems(team, extension));
  const chosen = await window.showQuickPick(items, {
    title: "New Release Document",
    placeHolder: "Choose what to begin with",
    matchOnDetail: true,
    matchOnDescription: true,
  });
  return chosen?.template;
}

function templateItems(team: readonly TeamTemplate[], extension: Uri): TemplateItem[] {
  const separator = (label: string): TemplateItem => ({ label, kind: QuickPickItemKind.Separator });
  const ours = newKinds.map((kind) => ({
    label: kind.title,
    detail: kind.detail,
    template: builtInTemplate(kind, extension),
  }));
  if (team.length === 0) return ours;
  const theirs = team.map(({ uri, title }) => ({
    label: labelText(title),
    description: labelText(workspace.asRelativePath(uri)),
    template: documentTemplate(uri, title),
  }));
  return [separator("Your team's"), ...theirs, separator("Release Docs"), ...ours];
}
