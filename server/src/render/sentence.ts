import { escapeHtml } from "./escape-html.ts";

/** A message as HTML; what it quotes in backticks as code. */
export const sentence = (message: string): string => escapeHtml(message).replace(/`([^`]+)`/g, "<code>$1</code>");
