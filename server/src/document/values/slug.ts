/**
 * The key of a heading or label: numbering (`6.`, `1.2`, `4)`), emoji (also mis-encoded ones), punctuation and Markdown
 * marks dropped, lower case, words joined by hyphens. `## 🚨 6. Rollback Procedure` → `rollback-procedure`.
 *
 * Letters of every script are kept, so that titles in other languages stay distinct. Empty for a title without letters
 * or digits.
 */
export function slug(title: string): string {
  return title
    .replace(/<!--.*?-->/gs, " ")
    .replace(/:[a-z0-9_+-]+:/g, " ")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(mojibake, " ")
    .replace(/[\u{FE0E}\u{FE0F}\u{200D}]/gu, "")
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
