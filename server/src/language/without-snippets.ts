import { type CompletionItem, InsertTextFormat } from "vscode-languageserver-types";
import { plainText } from "./completion/snippet.ts";

/** Completions for a client that knows no snippets: the same texts with every tab stop filled by its default. */
export function withoutSnippets(items: readonly CompletionItem[]): readonly CompletionItem[] {
  return items.map((item) => {
    if (item.insertTextFormat !== InsertTextFormat.Snippet) return item;
    const { insertTextFormat: _, textEdit, ...rest } = item;
    return textEdit === undefined ? rest : { ...rest, textEdit: { ...textEdit, newText: plainText(textEdit.newText) } };
  });
}
