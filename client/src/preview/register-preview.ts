import {
  commands,
  type ExtensionContext,
  Uri,
  ViewColumn,
  type WebviewOptions,
  type WebviewPanel,
  window,
} from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import type { AssessmentParams } from "../../../server/src/lsp/protocol.ts";
import type { BoundedFiles } from "../bounded-files.ts";
import { exportHtml, printDocument } from "./export-html.ts";
import { GateEditor } from "./gate-editor.ts";
import { readUri } from "./messages.ts";
import { pageFiles } from "./page-files.ts";
import { previewCommands } from "./preview-commands.ts";
import { type PreviewHost, PreviewPanel } from "./preview-panel.ts";
import { onDidSaveDraft } from "./saved-drafts.ts";

const viewType = "releaseDocs.preview";

export interface Previews {
  /** Takes in what the server says of a document. */
  accept(params: AssessmentParams): void;
  /** Answers gates; for other views, too. */
  readonly gates: GateEditor;
}

/** Sets up previews: their commands, and panels that survive a reload. One panel shows one document. */
export function registerPreview(context: ExtensionContext, client: BaseLanguageClient, bounds: BoundedFiles): Previews {
  const files = pageFiles(context.extensionUri);
  const host: PreviewHost = { client, gates: new GateEditor(client), files, bounds };
  const options: WebviewOptions = { enableScripts: true, localResourceRoots: [files.root] };
  const panels = new Map<string, PreviewPanel>();
  const adopt = (uri: Uri, panel: WebviewPanel): void => {
    const preview = new PreviewPanel(uri, panel, host);
    panels.set(uri.toString(), preview);
    panel.onDidDispose(() => {
      if (panels.get(uri.toString()) === preview) panels.delete(uri.toString());
    });
  };
  const follow = (draft: Uri, file: Uri): void => {
    const preview = panels.get(draft.toString());
    if (preview === undefined) return;
    panels.delete(draft.toString());
    if (panels.has(file.toString())) preview.panel.dispose();
    else {
      preview.leave();
      adopt(file, preview.panel);
    }
  };
  const open = (uri: Uri, place: { readonly viewColumn: ViewColumn; readonly preserveFocus: boolean }): void => {
    const title = `Preview ${baseName(uri)}`;
    adopt(uri, window.createWebviewPanel(viewType, title, place, { ...options, enableFindWidget: true }));
  };
  const show = (target: unknown, column: ViewColumn): void => {
    const uri = documentOf(target);
    if (uri === undefined) {
      window.showInformationMessage("Open the release document to preview first.");
      return;
    }
    const shown = panels.get(uri.toString());
    if (shown === undefined) open(uri, { viewColumn: column, preserveFocus: column === ViewColumn.Beside });
    else shown.panel.reveal(undefined, column === ViewColumn.Beside);
  };
  context.subscriptions.push(
    commands.registerCommand(previewCommands.show, (target: unknown) => show(target, ViewColumn.Active)),
    commands.registerCommand(previewCommands.showToSide, (target: unknown) => show(target, ViewColumn.Beside)),
    commands.registerCommand(previewCommands.exportHtml, async (target: unknown) => {
      const uri = documentOf(target) ?? activePreview(panels);
      if (uri !== undefined) await exportHtml(client, uri);
    }),
    commands.registerCommand(previewCommands.print, async (target: unknown) => {
      const uri = documentOf(target) ?? activePreview(panels);
      if (uri !== undefined) await printDocument(client, uri, Uri.joinPath(context.globalStorageUri, "print"));
    }),
    onDidSaveDraft(follow),
    window.registerWebviewPanelSerializer(viewType, {
      async deserializeWebviewPanel(panel: WebviewPanel, state: unknown) {
        const uri = readUri(state);
        panel.webview.options = options;
        if (uri === undefined) panel.dispose();
        else adopt(Uri.parse(uri), panel);
      },
    }),
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) for (const preview of panels.values()) preview.refresh();
    }),
    { dispose: () => [...panels.values()].forEach(({ panel }) => void panel.dispose()) },
  );
  return {
    gates: host.gates,
    accept(params) {
      panels.get(params.uri)?.accept(params);
    },
  };
}

/** The document that a command is about: what it was called on, else the active editor's. */
function documentOf(target: unknown): Uri | undefined {
  return target instanceof Uri ? target : window.activeTextEditor?.document.uri;
}

function activePreview(panels: ReadonlyMap<string, PreviewPanel>): Uri | undefined {
  return [...panels.values()].find(({ panel }) => panel.active)?.uri;
}

const baseName = ({ path }: Uri): string => path.slice(path.lastIndexOf("/") + 1);
