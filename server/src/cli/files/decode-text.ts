import { isUtf8 } from "node:buffer";

/** The text of a file's bytes, or why they are none. */
export type DecodedText =
  | { readonly text: string; readonly problem?: undefined; readonly exact: boolean }
  | { readonly text?: undefined; readonly problem: string };

/** The share of bytes that are no UTF-8, or control characters, from which a file is no text. */
const tolerated = 0.1;

/**
 * Decodes UTF-8, and UTF-16 that says so by a byte order mark or by its zeros, without the mark. A few wrong bytes become
 * U+FFFD, as an editor shows them, and a few NUL stay. `exact` is false where the same text, saved as UTF-8, is not the same
 * file. A file with too much that is no text is none.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (isUtf32(bytes)) return { problem: "is UTF-32; save it as UTF-8" };
  const encoding = utf16Of(bytes);
  if (encoding !== undefined) return { text: new TextDecoder(encoding).decode(bytes), exact: false };
  const text = new TextDecoder("utf-8").decode(bytes);
  const exact = isUtf8(bytes);
  if (exact && !bytes.includes(0)) return { text, exact };
  const strange = text.match(/\uFFFD|(?![\t-\r])\p{Cc}/gu)?.length ?? 0;
  if (strange <= text.length * tolerated) return { text, exact };
  return { problem: bytes.includes(0) ? "is a binary file" : "is not UTF-8 text" };
}

const isUtf32 = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0xff && bytes[1] === 0xfe && bytes[2] === 0 && bytes[3] === 0) ||
  (bytes[0] === 0 && bytes[1] === 0 && bytes[2] === 0xfe && bytes[3] === 0xff);

/** How much of a file is looked at for its zeros. */
const headLength = 8000;

/** By its mark; without one where nearly every other byte is zero, and none between them. */
function utf16Of(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const head = bytes.subarray(0, headLength);
  const zeros = [0, 0];
  head.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const most = head.length / 4;
  if (bytes.length % 2 === 0 && odd > most && even === 0) return "utf-16le";
  return bytes.length % 2 === 0 && even > most && odd === 0 ? "utf-16be" : undefined;
}
