import { escapeHtml } from "./escape-html.ts";

const allowedSchemes = new Set(["http", "https", "mailto"]);
const scheme = /^([a-z][a-z0-9+.-]*):/i;
/** Browsers drop control characters and take `\` for `/`; what cannot be seen has no place in an address. */
const misread = /[\\\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** Heading anchors of the document live under this prefix, so that they never take a name that the page uses itself. */
export const anchorPrefix = "at-";

/**
 * The `href` for a link that an author wrote, escaped: http, https, mailto and relative addresses. `undefined` for all else
 * (`javascript:`, `data:`, `file:`, `command:`, `//host`), which is shown as text.
 */
export function safeHref(target: string): string | undefined {
  const trimmed = target.trim();
  if (trimmed === "" || misread.test(trimmed) || trimmed.startsWith("//")) return undefined;
  const named = scheme.exec(trimmed)?.[1];
  if (named !== undefined && !allowedSchemes.has(named.toLowerCase())) return undefined;
  const encoded = encode(trimmed.startsWith("#") ? `#${anchorPrefix}${trimmed.slice(1)}` : trimmed);
  return encoded === undefined ? undefined : escapeHtml(encoded);
}

/** Spaces and letters beyond ASCII as addresses have them; what is encoded already stays. */
function encode(target: string): string | undefined {
  try {
    return encodeURI(target).replace(/%25(?=[\da-f]{2})/gi, "%");
  } catch {
    return undefined;
  }
}

/** A link around HTML, or that HTML alone when the address is not allowed. */
export function linkTo(target: string, html: string): string {
  const href = safeHref(target);
  return href === undefined ? html : `<a href="${href}">${html}</a>`;
}

const address = /https?:\/\/[^\s<>"'`]+[^\s<>"'`.,;:!?)\]}]/g;

/** Escapes a text and makes links of the web addresses in it. */
export function linkified(text: string): string {
  if (!text.includes("://")) return escapeHtml(text);
  let html = "";
  let at = 0;
  for (const match of text.matchAll(address)) {
    html += escapeHtml(text.slice(at, match.index)) + linkTo(match[0], escapeHtml(match[0]));
    at = match.index + match[0].length;
  }
  return html + escapeHtml(text.slice(at));
}
