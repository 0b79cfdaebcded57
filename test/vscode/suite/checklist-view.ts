import * as vscode from "vscode";
import type { ReleaseDocsExtension } from "../../../client/src/activate-client.ts";

export type Checklist = ReleaseDocsExtension["checklist"];

/** The Release Checklist, once the server runs. */
export async function checklist(): Promise<Checklist> {
  const found = vscode.extensions.getExtension<ReleaseDocsExtension>("release-docs.release-docs");
  if (found === undefined) throw new Error("the extension is not installed");
  const { checklist: ours, whenStarted } = await found.activate();
  await whenStarted;
  return ours;
}

/** What the tree shows of a node: its words, its box, its own id. */
export interface Row {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly checked: boolean | undefined;
}

export function rowOf({ provider }: Checklist, id: string): Row {
  const item = provider.getTreeItem(id);
  const box = item.checkboxState;
  const state = typeof box === "object" ? box.state : box;
  return {
    id,
    label: String(item.label),
    description: String(item.description),
    checked: state === undefined ? undefined : state === vscode.TreeItemCheckboxState.Checked,
  };
}

/** Every row below a node, or of the whole tree. */
export async function rows(ours: Checklist, id?: string): Promise<readonly Row[]> {
  const found: Row[] = [];
  for (const child of await ours.provider.getChildren(id)) {
    found.push(rowOf(ours, child), ...(await rows(ours, child)));
  }
  return found;
}

/** Resolves when the tree shows what is wanted; it looks again at each change of the tree. */
export async function shows<T>(ours: Checklist, look: (all: readonly Row[]) => T | undefined): Promise<T> {
  for (;;) {
    const changed = new Promise<void>((resolve) => {
      const once = ours.provider.onDidChangeTreeData(() => {
        once.dispose();
        resolve();
      });
    });
    const found = look(await rows(ours));
    if (found !== undefined) return found;
    await changed;
  }
}
