import {
  EventEmitter,
  MarkdownString,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCheckboxState,
  TreeItemCollapsibleState,
  Uri,
  window,
  workspace,
} from "vscode";
import { markdownLines } from "../../../server/src/text/markdown/escape-markdown.ts";
import { checklistCommands } from "./checklist-commands.ts";
import type { ChecklistNode, GateNode } from "./checklist-node.ts";
import type { ChecklistChange, ChecklistStore } from "./checklist-store.ts";
import { childrenOf, documentId, type Look, needsAllGates, rootsOf } from "./checklist-tree.ts";
import { nodeLabel } from "./node-label.ts";

/** With more documents than this, they begin collapsed. */
const fewDocuments = 3;

/**
 * The tree of documents, phases and gates. Its elements are the ids of nodes, so that a node stays the same whatever becomes of
 * its document, and nothing collapses on an edit.
 */
export class ChecklistProvider implements TreeDataProvider<string> {
  readonly #store: ChecklistStore;
  readonly #nodes = new Map<string, ChecklistNode>();
  readonly #parents = new Map<string, string>();
  readonly #changes = new EventEmitter<string | undefined>();
  #look: Look;
  readonly onDidChangeTreeData = this.#changes.event;

  constructor(store: ChecklistStore, look: Look) {
    this.#store = store;
    this.#look = look;
  }

  get look(): Look {
    return this.#look;
  }

  /** Shows the tree another way. */
  set look(look: Look) {
    this.#look = look;
    this.#refreshAll();
  }

  /** The first level, as far as it is known. */
  get roots(): readonly string[] {
    return rootsOf(this.#store, this.#look).map(({ id }) => id);
  }

  /** The node behind an element; `undefined` for one that is gone. */
  node(id: string): ChecklistNode | undefined {
    const node = this.#nodes.get(id);
    if (node?.is !== "gate") return node;
    const gate = this.#store.gates(node.document.uri).find((candidate) => candidate.id === node.gate.id);
    return gate === undefined ? node : { ...node, gate };
  }

  /** The node as it stands now, for somebody who goes there. */
  async located(id: string): Promise<ChecklistNode | undefined> {
    const node = this.#nodes.get(id);
    if (node?.is === "gate") await this.#store.locate(node.document.uri);
    return this.node(id);
  }

  /** Shows what changed, and no more than that. */
  accept(change: ChecklistChange): void {
    if (change === "all" || this.#look.grouping !== "document" || this.#look.filter !== "all") {
      this.#refreshAll();
      return;
    }
    const known = new Map(rootsOf(this.#store, this.#look).map((node) => [node.id, node]));
    for (const id of change.uris.map(documentId)) {
      const node = known.get(id);
      if ((node === undefined) !== (this.#nodes.get(id) === undefined)) {
        this.#refreshAll();
        return;
      }
      if (node === undefined) continue;
      this.#nodes.set(id, node);
      this.#changes.fire(id);
    }
  }

  /** Shows again what the document says: a box was ticked that the text does not know of. */
  reset(id: string): void {
    if (this.#nodes.has(id)) this.#changes.fire(id);
  }

  async getChildren(id?: string): Promise<string[]> {
    if (id === undefined) {
      if (needsAllGates(this.#look)) await Promise.all(this.#store.documents.map(({ uri }) => this.#store.load(uri)));
      return this.#adopt(rootsOf(this.#store, this.#look));
    }
    const node = this.#nodes.get(id);
    if (node === undefined) return [];
    if (node.is === "document") await this.#store.load(node.document.uri);
    return this.#adopt(childrenOf(node, this.#store, this.#look), id);
  }

  getParent(id: string): string | undefined {
    return this.#parents.get(id);
  }

  getTreeItem(id: string): TreeItem {
    const node = this.#nodes.get(id);
    if (node === undefined) return Object.assign(new TreeItem(""), { id });
    const { label, description, icon, color, spoken, context } = nodeLabel(node, pathOf);
    const item = new TreeItem(label, this.#collapsing(node));
    item.id = id;
    item.description = description;
    item.iconPath = new ThemeIcon(icon, color === undefined ? undefined : new ThemeColor(color));
    item.accessibilityInformation = { label: spoken };
    item.contextValue = context;
    if (node.is === "gate") item.checkboxState = checkbox(node, spoken);
    if (node.is === "document" || node.is === "gate") {
      item.command = { command: checklistCommands.reveal, title: "Show in Editor", arguments: [id, true] };
    }
    return item;
  }

  /** The tooltip, when somebody points at an item. */
  async resolveTreeItem(item: TreeItem, id: string): Promise<TreeItem> {
    const node = await this.located(id);
    if (node !== undefined) item.tooltip = new MarkdownString(markdownLines(nodeLabel(node, pathOf).tooltip));
    return item;
  }

  dispose(): void {
    this.#changes.dispose();
  }

  /** Where something is due, in the document that is edited, and everything while there is little. */
  #beginsOpen(node: Exclude<ChecklistNode, GateNode>): boolean {
    if (node.is === "section") return node.isFirstDue;
    if (node.is === "group" && node.uri !== undefined) return node.counts.due > 0;
    if (node.is === "document" && node.document.uri === window.activeTextEditor?.document.uri.toString()) return true;
    return this.#store.documents.length <= fewDocuments && node.counts.open > 0;
  }

  #refreshAll(): void {
    this.#changes.fire(undefined);
  }

  #adopt(nodes: readonly ChecklistNode[], parent?: string): string[] {
    for (const node of nodes) {
      this.#nodes.set(node.id, node);
      if (parent === undefined) this.#parents.delete(node.id);
      else this.#parents.set(node.id, parent);
    }
    return nodes.map(({ id }) => id);
  }

  #collapsing(node: ChecklistNode): TreeItemCollapsibleState {
    if (node.is === "gate")
      return node.nested.length > 0 ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.None;
    return this.#beginsOpen(node) ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
  }
}

function checkbox({ gate }: GateNode, spoken: string): NonNullable<TreeItem["checkboxState"]> {
  const checked = gate.state === "checked";
  return {
    state: checked ? TreeItemCheckboxState.Checked : TreeItemCheckboxState.Unchecked,
    tooltip: checked ? "Open this gate again" : "Check this gate",
    accessibilityInformation: { label: spoken, role: "checkbox" },
  };
}

const pathOf = (uri: string): string => workspace.asRelativePath(Uri.parse(uri));
