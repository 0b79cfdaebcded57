import { replaceComments } from "../markdown/code-spans.ts";

const plainTitle = /^[A-Za-z0-9 &,.()/'+_-]*$/;

/** What comes after this many characters tells no titles apart. */
const longestTitle = 1000;

/**
 * The key of a heading or label: numbering (`6.`, `1.2`, `4)`), emoji (also mis-encoded ones), punctuation and Markdown
 * marks dropped, lower case, words joined by hyphens. `## 🚨 6. Rollback Procedure` → `rollback-procedure`.
 *
 * Letters of every script are kept, so that titles in other languages stay distinct. Empty for a title without letters
 * or digits. Plain ASCII titles (nearly all of them) take a short way: they are slugged by the hundred on a first reading.
 */
export function slug(title: string): string {
  const text = title.length > longestTitle ? title.slice(0, longestTitle) : title;
  return plainTitle.test(text) ? plainSlug(text) : anySlug(text);
}

/** `anySlug` for ASCII without marks: the same answer, in a third of the time. */
function plainSlug(title: string): string {
  const words = title
    .toLowerCase()
    .replaceAll("'", "")
    .replace(/[^a-z0-9]+/g, "-");
  const start = words.startsWith("-") ? 1 : 0;
  const end = words.length > start && words.endsWith("-") ? words.length - 1 : words.length;
  const trimmed = words.slice(start, end);
  const first = trimmed.charCodeAt(0);
  return first >= 48 && first <= 57 ? trimmed.replace(/^(?:\d+(?:-\d+)*-)(?=\D)/, "") : trimmed;
}

/** The slug of any title; what joins several characters to one emoji is dropped with the emoji. */
export function anySlug(title: string): string {
  return replaceComments(title, () => " ")
    .replace(/:[a-z0-9_+-]{1,40}:/g, " ")
    .replace(/\[([^[\]]{0,300})\]\([^)]{0,500}\)/g, "$1")
    .replace(mojibake, " ")
    .replace(/\uFE0E|\uFE0F|\u200D|\u20E3/g, "")
    .normalize("NFKC")
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, " ")
    .trim()
    .replace(/^(?:\d+(?: \d+)* )(?=\D)/u, "")
    .replace(/ /g, "-");
}

/** What UTF-8 emoji and dashes become when read as Windows-1252 (`âœ…`, `ðŸš€`, `â€”`) or as Mac Roman (`‚úÖ`, `üöÄ`). */
const mojibake =
  /[âð][\u0080-\u00bf\u0152-\u0178\u02c6\u02dc\u2013-\u2122]{1,3}|‚[úÄÜö][\u0080-\uffff]?|ü[öîéëìõ][\u0080-\u2260]?|Ô∏è/gu;
