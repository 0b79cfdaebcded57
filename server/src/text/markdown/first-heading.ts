const atx = /^ {0,3}#{1,6}(?:[ \t](.*))?$/;
const underline = /^ {0,3}(?:=+|-+)[ \t]*$/;
const fenceMarker = /^ {0,3}(`{3,}|~{3,})/;

/**
 * The first heading of a Markdown text, at any level, as it is written; fences and comments passed over. Linear, and reads no
 * further than to that heading.
 *
 * @param from Offset after the front matter.
 */
export function firstHeading(text: string, from = 0): string | undefined {
  let fence = "";
  let previous = "";
  for (let at = from === 0 && text.charCodeAt(0) === 0xfeff ? 1 : from; at < text.length; ) {
    const feed = text.indexOf("\n", at);
    const end = feed === -1 ? text.length : feed;
    const next = feed === -1 ? text.length : feed + 1;
    const line = text.slice(at, text[end - 1] === "\r" ? end - 1 : end);
    const marker = fenceMarker.exec(line)?.[1];
    if (fence !== "") {
      if (marker?.startsWith(fence) && line.trim() === marker) fence = "";
    } else if (marker !== undefined) fence = marker;
    else if (/^ {0,3}<!--/.test(line)) {
      const close = text.indexOf("-->", at);
      // What stands behind a comment on its last line is no heading to CommonMark.
      at = close === -1 ? text.length : lineAfter(text, close);
      previous = "";
      continue;
    } else {
      const heading = atx.exec(line);
      if (heading !== null) return withoutClosing(heading[1] ?? "");
      if (underline.test(line) && /^ {0,3}[^\s>#|*+-]/.test(previous)) return previous.trim();
    }
    previous = line;
    at = next;
  }
  return undefined;
}

function lineAfter(text: string, at: number): number {
  const feed = text.indexOf("\n", at);
  return feed === -1 ? text.length : feed + 1;
}

/** The words of a heading without the `#` that may close it. */
function withoutClosing(words: string): string {
  const text = words.trim();
  let end = text.length;
  while (text[end - 1] === "#") end--;
  if (end === text.length) return text;
  return end === 0 || /[ \t]/.test(text[end - 1] ?? "") ? text.slice(0, end).trim() : text;
}
