import * as vscode from "vscode";
import { workspaceUri } from "./editor.ts";

const MARK = "[release-docs-hand]";
let asked = 0;

/** What the browser has asked for and complained of, since the last time. */
export interface Seen {
  readonly requests: readonly string[];
  readonly errors: readonly string[];
}

/** What a person does in a window: see `test/vscode/steps.mjs`. */
export type Step = Readonly<Record<string, string | true>>;

/** What a browser makes of a page. */
export interface Visited {
  readonly title: string;
  /** What it asked for besides the page. */
  readonly requests: readonly string[];
  readonly errors: readonly string[];
}

/** The hand of a person at the browser that the editor runs in; see `test/vscode/hosts/hand.mjs`. Not on the desktop. */
export const hand = {
  /** Clicks what a selector names in the webview, once it is there. */
  click: (selector: string) => ask<void>("click", selector),
  /** Clicks what a selector names in the workbench, once it is there. */
  clickOutside: (selector: string) => ask<void>("clickOutside", selector),
  /** Resolves when a webview has what a selector names. */
  see: (selector: string) => ask<void>("see", selector),
  /** Presses a key in the webview. */
  press: (key: string) => ask<void>("press", key),
  /** The value of an expression in the webview, as JSON has it. */
  evaluate: <T>(expression: string) => ask<T>("evaluate", expression),
  seen: () => ask<Seen>("seen"),
  /** The words, or values, of what a selector names in the workbench, once there is something. */
  look: (selector: string) => ask<readonly string[]>("look", selector),
  /** Opens a file of the workspace as a page of its own. */
  visit: (path: string) => ask<Visited>("visit", path),
  /** Takes steps in a window of its own, and answers what the webview shows in the end. */
  inWindow: (steps: readonly Step[]) => ask<string>("window", JSON.stringify(steps)),
  /** What breaks a rule of accessibility in the webview. */
  axe: () => ask<readonly string[]>("axe"),
} as const;

async function ask<T>(action: string, what?: string): Promise<T> {
  const id = `${Date.now()}-${asked++}`;
  const file = workspaceUri(".hand", `${id}.json`);
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error("No workspace folder is open.");
  const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, ".hand/*.json"));
  try {
    await new Promise<void>((resolve) => {
      const look = (): void => {
        vscode.workspace.fs.stat(file).then(
          () => resolve(),
          () => undefined,
        );
      };
      watcher.onDidCreate(look);
      watcher.onDidChange(look);
      console.log(`${MARK}${JSON.stringify({ id, do: action, with: what })}`);
    });
  } finally {
    watcher.dispose();
  }
  const answer: { readonly value?: T; readonly error?: string } = JSON.parse(
    new TextDecoder().decode(await vscode.workspace.fs.readFile(file)),
  );
  await vscode.workspace.fs.delete(file);
  if (answer.error !== undefined) throw new Error(answer.error);
  return answer.value as T;
}
