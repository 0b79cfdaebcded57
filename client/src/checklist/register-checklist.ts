import {
  commands,
  type ExtensionContext,
  type TextEditor,
  TreeItemCheckboxState,
  type TreeView,
  Uri,
  window,
  workspace,
} from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import {
  type AssessmentParams,
  checklistRequest,
  checklistsChangedNotification,
  checklistsRequest,
} from "../../../server/src/lsp/protocol.ts";
import type { GateEditor } from "../preview/gate-editor.ts";
import { setting } from "../setting.ts";
import { badgeOf } from "./badge.ts";
import { checklistCommands } from "./checklist-commands.ts";
import { ChecklistProvider } from "./checklist-provider.ts";
import { ChecklistStore } from "./checklist-store.ts";
import { documentId } from "./checklist-tree.ts";
import { GateAnswers } from "./gate-answers.ts";
import { LookMemory } from "./look-memory.ts";
import { revealNode } from "./reveal-node.ts";

export const checklistView = "releaseDocs.checklist";

export interface ChecklistHost {
  readonly client: BaseLanguageClient;
  readonly gates: GateEditor;
  /** Starts the server if it does not run: somebody looks at the checklist. */
  start(): Promise<void>;
  /** Copies the Go/No-Go report of some documents. */
  copyReport(uris: readonly string[]): Promise<void>;
}

/** The checklist, for those that tell it of assessments and ask what it knows. */
export interface ReleaseChecklist {
  /** Takes in what the server says of a document. */
  accept(params: AssessmentParams): void;
  readonly store: ChecklistStore;
  readonly provider: ChecklistProvider;
  readonly view: TreeView<string>;
  /** Does what a click on the box of a gate does. */
  toggle(id: string, checked: boolean): Promise<void>;
}

/** Sets up the Release Checklist: its view, its badge and its commands. */
export function registerChecklist(context: ExtensionContext, host: ChecklistHost): ReleaseChecklist {
  const { client } = host;
  const memory = new LookMemory(context.workspaceState);
  const store = new ChecklistStore(
    {
      checklists: () => checklistsRequest.send(client, {}),
      checklist: (uri) => checklistRequest.send(client, { uri }),
    },
    (change) => {
      provider.accept(change);
      view.badge = badgeOf(store.documents);
      if (change === "all") follow(window.activeTextEditor, provider, view);
    },
  );
  const provider = new ChecklistProvider(store, memory.look);
  const view = window.createTreeView(checklistView, {
    treeDataProvider: provider,
    showCollapseAll: true,
    canSelectMany: false,
    manageCheckboxStateManually: true,
  });
  view.description = memory.description;
  const answers = new GateAnswers({ gates: host.gates, provider, store, memory: context.globalState });
  const chosen = (id: unknown): string | undefined => (typeof id === "string" ? id : view.selection[0]);
  const changeLook = async (change: () => Promise<boolean>): Promise<void> => {
    if (!(await change())) return;
    provider.look = memory.look;
    view.description = memory.description;
  };
  const watch = (visible: boolean): void => {
    store.setWatched(visible);
    if (!visible) return;
    host.start().catch(() => undefined);
    follow(window.activeTextEditor, provider, view);
  };
  context.subscriptions.push(
    view,
    provider,
    view.onDidChangeVisibility(({ visible }) => watch(visible)),
    view.onDidChangeCheckboxState(async ({ items }) => {
      for (const [id, state] of items) await answers.toggle(id, state === TreeItemCheckboxState.Checked);
    }),
    window.onDidChangeActiveTextEditor((editor) => follow(editor, provider, view)),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("releaseDocs.identity")) provider.look = memory.look;
    }),
    checklistsChangedNotification.receive(client, () => store.refresh()),
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) store.refresh();
      else if (newState === State.Stopped) store.clear();
    }),
    commands.registerCommand(checklistCommands.filter, () => changeLook(() => memory.chooseFilter())),
    commands.registerCommand(checklistCommands.group, () => changeLook(() => memory.chooseGrouping())),
    commands.registerCommand(checklistCommands.copy, (id: unknown) =>
      host.copyReport(documentsOf(id, provider, store)),
    ),
    commands.registerCommand(checklistCommands.reveal, async (id: unknown, preserveFocus: unknown) => {
      const node = await provider.located(chosen(id) ?? "");
      if (node !== undefined) await revealNode(node, preserveFocus === true);
    }),
    commands.registerCommand(checklistCommands.signOff, (id: unknown) => answers.signOff(chosen(id))),
    commands.registerCommand(checklistCommands.waive, (id: unknown) => answers.waive(chosen(id))),
    commands.registerCommand(checklistCommands.notApplicable, (id: unknown) => answers.notApplicable(chosen(id))),
    commands.registerCommand(checklistCommands.fail, (id: unknown) => answers.fail(chosen(id))),
    commands.registerCommand(checklistCommands.reopen, (id: unknown) => answers.reopen(chosen(id))),
  );
  watch(view.visible);
  return {
    store,
    provider,
    view,
    accept: ({ uri, assessment }) => store.accept(uri, assessment),
    toggle: (id, checked) => answers.toggle(id, checked),
  };
}

/** Selects the document of the active editor, unless something of it is selected already. */
function follow(editor: TextEditor | undefined, provider: ChecklistProvider, view: TreeView<string>): void {
  if (editor === undefined || !view.visible || provider.look.grouping !== "document") return;
  if (!setting("checklist.followEditor", true)) return;
  const id = documentId(editor.document.uri.toString());
  if (view.selection.some((selected) => selected === id || selected.startsWith(`${id}|`))) return;
  if (!provider.roots.includes(id)) return;
  view.reveal(id, { select: true, focus: false, expand: true }).then(undefined, () => undefined);
}

/** The document that a node stands for or in; all that are listed without one. */
function documentsOf(id: unknown, provider: ChecklistProvider, store: ChecklistStore): readonly string[] {
  const node = typeof id === "string" ? provider.node(id) : undefined;
  if (node === undefined) return store.documents.filter(({ template }) => !template).map(({ uri }) => uri);
  if (node.is === "group") return node.uri === undefined ? [] : [node.uri];
  const document = node.is === "section" ? node.gates[0]?.document : node.document;
  return document === undefined ? [] : [Uri.parse(document.uri).toString()];
}
