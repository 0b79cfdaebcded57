import type { CompletionItemKind } from "vscode-languageserver-types";

/** A scalar that can stand at a place. */
export interface ValueSuggestion {
  readonly value: string;
  readonly kind: CompletionItemKind;
  readonly detail?: string;
  /** It is written as it stands: a boolean or number, never quoted. */
  readonly bare?: boolean;
}
