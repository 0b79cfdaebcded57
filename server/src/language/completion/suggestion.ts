import {
  type CompletionItem,
  type CompletionItemKind,
  InsertTextFormat,
  InsertTextMode,
} from "vscode-languageserver-types";
import type { LinePosition } from "../../text/line-index.ts";

/** Something that can be written at the cursor. */
export interface Suggestion {
  readonly label: string;
  /** What is inserted: a snippet when `snippet` says so. The lines after the first carry their whole indentation. */
  readonly text: string;
  readonly snippet?: boolean;
  readonly kind: CompletionItemKind;
  readonly detail?: string;
  /** Markdown. */
  readonly documentation?: string;
  /** What the typed word is compared with, where that is not the label. */
  readonly filter?: string;
  readonly preselect?: boolean;
}

/** The text on one line that a suggestion takes the place of; the cursor stands in it. */
export interface Replaced {
  readonly start: LinePosition;
  readonly end: LinePosition;
}

/** Suggestions as LSP has them, in the order given; of those with one label, the first. */
export function toCompletionItems(suggestions: readonly Suggestion[], range: Replaced): readonly CompletionItem[] {
  const first = new Map<string, Suggestion>();
  for (const suggestion of suggestions) {
    if (!first.has(suggestion.label)) first.set(suggestion.label, suggestion);
  }
  return [...first.values()].map((suggestion, order) => toItem(suggestion, range, order));
}

function toItem(suggestion: Suggestion, range: Replaced, order: number): CompletionItem {
  const { label, text, kind, snippet = false, detail, documentation, filter, preselect } = suggestion;
  return {
    label,
    kind,
    sortText: String(order).padStart(4, "0"),
    insertTextFormat: snippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    ...(text.includes("\n") && { insertTextMode: InsertTextMode.asIs }),
    textEdit: { range, newText: text },
    ...(detail !== undefined && { detail }),
    ...(documentation !== undefined && { documentation: { kind: "markdown", value: documentation } }),
    ...(filter !== undefined && filter !== label && { filterText: filter }),
    ...(preselect && { preselect }),
  };
}
