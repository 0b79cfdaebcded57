import { htmlTagEnd } from "./html-tag-end.ts";

/** How an HTML block of CommonMark begins and ends: at a marker, or at a blank line. */
export type HtmlBlockEnd = RegExp | "blank";

const blockNames =
  "address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|" +
  "fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|" +
  "menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|" +
  "track|ul";

const starts: readonly (readonly [RegExp, HtmlBlockEnd])[] = [
  [/^<(?:script|pre|style|textarea)(?=\s|>|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^<!--/, /-->/],
  [/^<\?/, /\?>/],
  [/^<![A-Za-z]/, />/],
  [/^<!\[CDATA\[/, /\]\]>/],
  [new RegExp(`^</?(?:${blockNames})(?=\\s|/?>|$)`, "i"), "blank"],
];

/**
 * How the HTML block that a line (from its `<` on, without line break) opens will end; `undefined` when the line opens none.
 * `loose` blocks open only where no paragraph is running (CommonMark's seventh kind).
 */
export function htmlBlockStart(line: string): { readonly end: HtmlBlockEnd; readonly loose: boolean } | undefined {
  for (const [start, end] of starts) if (start.test(line)) return { end, loose: false };
  const tagEnd = htmlTagEnd(line, 0);
  return tagEnd !== undefined && line.slice(tagEnd).trim() === "" ? { end: "blank", loose: true } : undefined;
}
