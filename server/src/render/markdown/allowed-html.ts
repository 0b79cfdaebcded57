/** The elements that an author may write, without attributes. */
const inlineTags = new Set(["kbd", "sub", "sup"]);
const blockTags = new Set(["details", "summary"]);

/** A piece of raw HTML: a comment, an allowed tag, or text that is shown as it stands. */
export type HtmlPiece =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "break" }
  | { readonly type: "open" | "close"; readonly tag: string; readonly block: boolean };

const pieces = /<!--[\s\S]*?(?:-->|$)|<(\/?)(br|kbd|sub|sup|details|summary)[ \t\r\n]*(\/?)>/gi;

/** Cuts raw HTML into what may be kept and what is text. Comments are dropped; linear in the length. */
export function readHtml(source: string): readonly HtmlPiece[] {
  const found: HtmlPiece[] = [];
  let at = 0;
  for (const match of source.matchAll(pieces)) {
    if (match.index > at) found.push({ type: "text", text: source.slice(at, match.index) });
    at = match.index + match[0].length;
    const tag = match[2]?.toLowerCase();
    if (tag === "br") found.push({ type: "break" });
    else if (tag !== undefined && (inlineTags.has(tag) || blockTags.has(tag))) {
      found.push({ type: match[1] === "/" ? "close" : "open", tag, block: blockTags.has(tag) });
    }
  }
  if (at < source.length) found.push({ type: "text", text: source.slice(at) });
  return found;
}
