/** A tag of HTML in a text. */
export interface HtmlTag {
  readonly name: string;
  /** Offset after its `>`. */
  readonly end: number;
  /** Of an opening tag whose element is not shown: the offset after what it hides. */
  readonly hiddenEnd?: number;
}

const tagName = /<\/?([a-z][a-z0-9-]{0,40})(?=[\s/>])/iy;
const longestTag = 2000;
const neverShown = new Set(
  "audio canvas datalist head iframe noembed noframes noscript object script style template title video".split(" "),
);
/** Elements without an end; of all others HTML takes `/>` for `>`. */
const empty = new Set("area base br col embed hr img input link meta param source track wbr".split(" "));
const hides =
  /\shidden(?=[\s=/>])|\b(?:display ?: ?none|visibility ?: ?(?:hidden|collapse)|opacity ?: ?0?(?:\.0{1,9})?(?=[;"' ])|(?:font-size|width|height) ?: ?0|color ?: ?transparent|text-indent ?: ?-|clip(?:-path)? ?:|(?:left|top|right|bottom) ?: ?-\d{3})/i;
const noSize = /\s(?:width|height)\s*=\s*["']?0+(?=["'\s/>p])/i;

/** The tag that begins at an offset; `undefined` where CommonMark sees none (an address in `<…>`, a lone `<`). */
export function htmlTagAt(source: string, at: number): HtmlTag | undefined {
  tagName.lastIndex = at;
  const name = tagName.exec(source)?.[1]?.toLowerCase();
  if (name === undefined) return undefined;
  const end = tagEnd(source, tagName.lastIndex);
  if (end === undefined) return undefined;
  const tag = source.slice(at, end);
  if (tag.startsWith("</") || empty.has(name)) return { name, end };
  const hidden = neverShown.has(name) || hides.test(blanks(tag)) || noSize.test(tag);
  return hidden ? { name, end, hiddenEnd: elementEnd(source, end, name) } : { name, end };
}

/** A tag with one space for each run of blanks. */
const blanks = (tag: string): string => tag.replace(/\s+/g, " ");

/** Offset after the `>` that ends a tag, quotes minded. */
function tagEnd(source: string, from: number): number | undefined {
  const last = Math.min(source.length, from + longestTag);
  for (let at = from; at < last; at++) {
    const character = source[at];
    if (character === ">") return at + 1;
    if (character === "<") return undefined;
    if (character !== '"' && character !== "'") continue;
    const close = source.indexOf(character, at + 1);
    if (close === -1 || close > last) return undefined;
    at = close;
  }
  return undefined;
}

/** Offset after the closing tag of an element, elements of the same name in it minded; the end of the text without one. */
function elementEnd(source: string, from: number, name: string): number {
  let depth = 1;
  for (let at = source.indexOf("<", from); at !== -1; at = source.indexOf("<", at + 1)) {
    const closing = source[at + 1] === "/";
    const start = at + (closing ? 2 : 1);
    if (source.slice(start, start + name.length).toLowerCase() !== name) continue;
    if (!/^[\s/>]/.test(source.slice(start + name.length, start + name.length + 1))) continue;
    depth += closing ? -1 : 1;
    if (depth > 0) continue;
    const end = source.indexOf(">", start);
    return end === -1 ? source.length : end + 1;
  }
  return source.length;
}
