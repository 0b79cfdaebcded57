import type { CompletionItem } from "vscode-languageserver-types";
import { plainText } from "../../../server/src/language/completion/snippet.ts";
import { complete } from "../../../server/src/language/completion.ts";
import { createLineIndex } from "../../../server/src/text/line-index.ts";
import { open } from "./workspace.ts";

/** What completion offers at the cursor of the first of some files. */
export interface Offered {
  readonly items: readonly CompletionItem[];
  readonly labels: readonly string[];
  /** The text with the suggestion of that label accepted, every tab stop left as it is. */
  accept(label: string): string;
}

export async function completions(files: Readonly<Record<string, string>>): Promise<Offered> {
  const { context, position, text } = await open(files);
  return offered(await complete(context, position), text);
}

/** Reads what completion answered for a text. */
export function offered(items: readonly CompletionItem[], text: string): Offered {
  return {
    items,
    labels: items.map(({ label }) => label),
    accept(label) {
      const item = items.find((candidate) => candidate.label === label);
      if (item === undefined)
        throw new Error(`${label} is not offered, but ${items.map((each) => each.label).join(", ")}`);
      return accepted(text, item);
    },
  };
}

/** A text with a completion accepted, every tab stop left as it is. */
export function accepted(text: string, { textEdit, insertTextFormat }: CompletionItem): string {
  if (textEdit === undefined || !("range" in textEdit)) throw new Error("no edit");
  const lines = createLineIndex(text);
  const { start, end } = textEdit.range;
  if (start.line !== end.line || start.character > end.character) throw new Error("an edit spans one line");
  const put = insertTextFormat === 2 ? plainText(textEdit.newText) : textEdit.newText;
  return text.slice(0, lines.offset(start)) + put + text.slice(lines.offset(end));
}

export const manifestHead = "apiVersion: release-docs/v1\nkind: ReleaseManifest\n";
