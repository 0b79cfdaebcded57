import { isUtf8 } from "node:buffer";

/** The text of a file's bytes, or why they are none. */
export type DecodedText =
  | { readonly text: string; readonly problem?: undefined; readonly exact: boolean }
  | { readonly text?: undefined; readonly problem: string };

/** How much of a file decides whether it is text, as Git does. */
const headLength = 8000;
/** The share of bytes that are no UTF-8, or control characters, from which a file is no text. */
const tolerated = 0.1;

/**
 * Decodes UTF-8, without a byte order mark. A few wrong bytes become U+FFFD, as an editor shows them (`exact` is false then); a
 * file with a NUL byte in its head, or with too much that is no UTF-8, is no text.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const head = bytes.subarray(0, headLength);
  if (isUtf16(head)) return { problem: "is UTF-16; save it as UTF-8" };
  if (head.includes(0)) return { problem: "is a binary file" };
  const text = new TextDecoder("utf-8").decode(bytes);
  const exact = isUtf8(bytes);
  if (exact) return { text, exact };
  const strange = text.slice(0, headLength).match(/\uFFFD|(?![\t-\r])\p{Cc}/gu)?.length ?? 0;
  if (strange > Math.min(text.length, headLength) * tolerated) return { problem: "is not UTF-8 text" };
  return { text, exact };
}

function isUtf16(head: Uint8Array): boolean {
  const [first, second] = head;
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}
