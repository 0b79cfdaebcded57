/**
 * An opening or closing tag of HTML, as CommonMark has it. No blank can be part of a value without quotes: where it can, as
 * markdown-it lets those of Unicode, a tag of a hundred characters takes for ever.
 */
const htmlTag =
  /<(?:[A-Za-z][A-Za-z0-9-]*(?:[ \t\r\n]+[a-zA-Z_:][a-zA-Z0-9:._-]*(?:[ \t\r\n]*=[ \t\r\n]*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*[ \t\r\n]*\/?|\/[A-Za-z][A-Za-z0-9-]*[ \t\r\n]*)>/y;

/** Offset behind the tag that begins at an offset of a text; `undefined` when none does. */
export function htmlTagEnd(text: string, at: number): number | undefined {
  htmlTag.lastIndex = at;
  return htmlTag.test(text) ? htmlTag.lastIndex : undefined;
}
