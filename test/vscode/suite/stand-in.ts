import * as vscode from "vscode";

const path = vscode.extensions.getExtension("release-docs.release-docs")?.extensionUri.path ?? "";

/** The tests of a packed extension have another `vscode` than the extension has. */
export const canStandIn = !/\/release-docs\.release-docs-[^/]+$/.test(path);

/** Puts other values in a part of `vscode`, which the editor leaves open to tests, while something is done. */
export async function standIn<T>(
  part: object,
  values: Readonly<Record<string, unknown>>,
  work: () => PromiseLike<T>,
): Promise<T> {
  const before = Object.keys(values).map((key) => [key, Object.getOwnPropertyDescriptor(part, key)] as const);
  for (const [key, value] of Object.entries(values)) {
    Object.defineProperty(part, key, { configurable: true, enumerable: true, get: () => value });
  }
  try {
    return await work();
  } finally {
    for (const [key, descriptor] of before) if (descriptor !== undefined) Object.defineProperty(part, key, descriptor);
  }
}

/** What a person was asked and told. */
export interface Said {
  readonly proposed: vscode.Uri | undefined;
  /** Each message, with what it offers. */
  readonly messages: readonly (readonly string[])[];
}

/** Answers the dialog for a file, and overhears what is said, while something is done. */
export async function overhear(target: vscode.Uri | undefined, work: () => PromiseLike<unknown>): Promise<Said> {
  let proposed: vscode.Uri | undefined;
  const messages: (readonly string[])[] = [];
  const values = {
    showSaveDialog: async ({ defaultUri }: vscode.SaveDialogOptions) => {
      proposed = defaultUri;
      return target;
    },
    showInformationMessage: async (...words: readonly string[]) => void messages.push(words),
  };
  await standIn(vscode.window, values, work);
  return { proposed, messages };
}
