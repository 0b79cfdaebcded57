import { commands, type ExtensionContext, FileType, Uri, type WorkspaceFolder, window, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  type ChecklistDocument,
  checklistsRequest,
  type FilledTemplate,
  type FillTemplateParams,
  fillTemplateRequest,
} from "../../../server/src/lsp/protocol.ts";
import type { BoundedFiles } from "../bounded-files.ts";
import { ask, type Question } from "./ask.ts";
import { builtInTemplate, type ChosenTemplate, chooseTemplate, documentTemplate } from "./choose-template.ts";
import { createDocument, createUntitled, exists } from "./create-document.ts";
import { newKinds } from "./kinds.ts";
import { newDocumentCommands } from "./new-document-commands.ts";
import { proposePath, type Sibling } from "./propose-path.ts";
import { askedNames, blankQuestions, releaseDefaults } from "./questions.ts";
import { type NewDocumentRequest, readRequest, readUri } from "./request.ts";

export interface NewDocumentHost {
  readonly client: BaseLanguageClient;
  /** Starts the server if it does not run. */
  start(): Promise<void>;
  readonly files: BoundedFiles;
}

/** Sets up the commands that begin release documents. Each answers the URI of the new document. */
export function registerNewDocument(context: ExtensionContext, host: NewDocumentHost): void {
  const flow = new NewDocumentFlow(host, context.extensionUri);
  context.subscriptions.push(
    commands.registerCommand(newDocumentCommands.newDocument, (argument: unknown) => flow.run(readRequest(argument))),
    commands.registerCommand(newDocumentCommands.startFromTemplate, (argument: unknown) => {
      const request = readRequest(argument instanceof Uri ? undefined : argument);
      const template = readUri(argument) ?? request.template ?? window.activeTextEditor?.document.uri;
      if (template !== undefined) return flow.run({ ...request, template });
      window.showInformationMessage("Open the template to start a release from first.");
      return undefined;
    }),
  );
}

/** From a choice of templates to the new document in its editor. */
class NewDocumentFlow {
  readonly #host: NewDocumentHost;
  readonly #extension: Uri;

  constructor(host: NewDocumentHost, extension: Uri) {
    this.#host = host;
    this.#extension = extension;
  }

  async run(request: NewDocumentRequest): Promise<Uri | undefined> {
    await this.#host.start();
    const known = this.#known();
    const given = this.#given(request);
    for (;;) {
      const template = given ?? (await chooseTemplate(this.#extension, known, this.#host.files));
      if (template === undefined) return undefined;
      const outcome = await this.#begin(template, request, known);
      if (outcome !== "back") return outcome;
      if (given !== undefined) return undefined;
    }
  }

  /** The documents that there are; asked for while the person still chooses. */
  #known(): Promise<readonly ChecklistDocument[]> {
    return checklistsRequest.send(this.#host.client, {}).catch(() => []);
  }

  /** What the caller wants to begin with. */
  #given({ kind, template }: NewDocumentRequest): ChosenTemplate | undefined {
    if (template !== undefined) return documentTemplate(template, baseName(template));
    const wanted = newKinds.find((candidate) => candidate.kind === kind || candidate.template === kind);
    return wanted && builtInTemplate(wanted, this.#extension);
  }

  async #begin(
    template: ChosenTemplate,
    request: NewDocumentRequest,
    known: Promise<readonly ChecklistDocument[]>,
  ): Promise<Uri | undefined | "back"> {
    const text = await template.read();
    const folder = workspaceFolderFor(request);
    if (request.target !== undefined) return this.#create(request.target, text, request.values ?? {});
    const blanks = await this.#blanksOf(text, template.ending);
    const given = request.values ?? {};
    const names = askedNames.filter((name) => blanks.has(name) && given[name] === undefined);
    const place = folder && (await placeQuestion(template, folder, request, known, given));
    const questions = blankQuestions(names, await releaseDefaults(folder?.uri, this.#host.files));
    const answers = await ask(`New ${template.title}`, place === undefined ? questions : [...questions, place]);
    if (answers === undefined || answers === "back") return answers;
    const values = { ...given, ...filled(answers, names) };
    const path = answers.get(pathName);
    if (folder === undefined || path === undefined) return this.#untitled(template, text, values);
    return this.#create(Uri.joinPath(folder.uri, path), text, values);
  }

  /** Which of the blanks that are asked for the template has. */
  async #blanksOf(text: string, ending: string): Promise<ReadonlySet<string>> {
    const values = Object.fromEntries(askedNames.map((name) => [name, "1"]));
    const { unused } = await this.#fill({ uri: `untitled:${ending}`, text, values });
    return new Set(askedNames.filter((name) => !unused.includes(name)));
  }

  async #create(uri: Uri, text: string, values: Readonly<Record<string, string>>): Promise<Uri | undefined> {
    return createDocument(uri, await this.#fill({ uri: uri.toString(), text, values }));
  }

  async #untitled(
    { ending }: ChosenTemplate,
    text: string,
    values: Readonly<Record<string, string>>,
  ): Promise<Uri | undefined> {
    const language = /\.ya?ml$/i.test(ending) ? "release-manifest" : "markdown";
    return createUntitled(language, await this.#fill({ uri: `untitled:${ending}`, text, values }));
  }

  #fill(params: FillTemplateParams): Promise<FilledTemplate> {
    return fillTemplateRequest.send(this.#host.client, params);
  }
}

const pathName = "path";

/** Where the document goes, from the workspace folder; never where something stands already. */
async function placeQuestion(
  { kind, ending }: ChosenTemplate,
  folder: WorkspaceFolder,
  request: NewDocumentRequest,
  known: Promise<readonly ChecklistDocument[]>,
  given: Readonly<Record<string, string>>,
): Promise<Question> {
  const wanted = request.folder && (await folderIn(request.folder, folder));
  return {
    name: pathName,
    prompt: `Where to write it, from ${folder.name}`,
    async value(answers) {
      const siblings = siblingsOf(kind, folder, await known);
      const version = answers.get("version") ?? given.version;
      const named = version === undefined || version === "" ? {} : { version };
      return proposePath({ siblings, ending, ...named, ...(wanted === undefined ? {} : { folder: wanted }) });
    },
    async check(path) {
      if (path === "" || path.endsWith("/")) return "Write the name of a file";
      if (path.startsWith("/") || path.split(/[\\/]/).includes("..")) return `Write a path within ${folder.name}`;
      return (await exists(Uri.joinPath(folder.uri, path)))
        ? "There is such a file already; nothing is overwritten"
        : undefined;
    },
  };
}

function siblingsOf(
  of: ChosenTemplate["kind"],
  folder: WorkspaceFolder,
  known: readonly ChecklistDocument[],
): readonly Sibling[] {
  const kind = typeof of === "string" ? of : known.find(({ uri }) => uri === of.toString())?.kind;
  const base = `${folder.uri.toString().replace(/\/$/, "")}/`;
  return known
    .filter((document) => document.kind === kind && !document.template && document.uri.startsWith(base))
    .map(({ uri, version }) => ({
      path: decodeURIComponent(uri.slice(base.length)),
      ...(version === undefined ? {} : { version }),
    }));
}

/** The path of a folder, or of the folder of a file, from its workspace folder. */
async function folderIn(uri: Uri, { uri: base }: WorkspaceFolder): Promise<string> {
  const isFolder = await workspace.fs.stat(uri).then(
    ({ type }) => (type & FileType.Directory) !== 0,
    () => false,
  );
  const path = (isFolder ? uri : Uri.joinPath(uri, "..")).path;
  return path.startsWith(`${base.path}/`) ? path.slice(base.path.length + 1) : "";
}

/** The workspace folder to write to: of what was asked for, of the active editor, or the first. */
function workspaceFolderFor({ folder, template }: NewDocumentRequest): WorkspaceFolder | undefined {
  const near = [folder, template, window.activeTextEditor?.document.uri].filter((uri) => uri !== undefined);
  const [found] = near.flatMap((uri) => workspace.getWorkspaceFolder(uri) ?? []);
  return found ?? workspace.workspaceFolders?.[0];
}

function filled(answers: ReadonlyMap<string, string>, names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries([...answers].filter(([name, value]) => names.includes(name) && value !== ""));
}

const baseName = ({ path }: Uri): string => path.slice(path.lastIndexOf("/") + 1);
