import type { ReleaseDocument, Section } from "../../document/model.ts";
import type { LineIndex, LinePosition } from "../../text/line-index.ts";

/** Where a cursor stands in Markdown, as far as the lines around it tell. */
export interface MarkdownSpot {
  readonly row: number;
  /** The line up to the cursor, and from there on. */
  readonly before: string;
  readonly after: string;
  /** The innermost section that it stands in; the heading of its own line does not count. */
  readonly section: Section | undefined;
  /** The language of the fence that it stands in; empty for a bare one, absent outside. */
  readonly fence?: string;
  /** Text of another line; empty beyond the document. */
  lineAt(row: number): string;
}

/** Reads the surroundings of a position; `bodyStart`: the line after the front matter. */
export function markdownSpotAt(
  document: ReleaseDocument,
  lines: LineIndex,
  position: LinePosition,
  bodyStart: number,
): MarkdownSpot {
  const lineAt = (row: number): string => {
    if (row < 0 || row >= lines.lineCount) return "";
    const { start, end } = lines.line(row);
    return document.text.slice(start, end);
  };
  const line = lineAt(position.line);
  const at = Math.min(position.character, line.length);
  const fence = fenceAt(document.text, lines, bodyStart, position.line, lineAt);
  return {
    row: position.line,
    before: line.slice(0, at),
    after: line.slice(at),
    section: sectionAt(document, lines.line(Math.min(position.line, lines.lineCount - 1)).start),
    lineAt,
    ...(fence !== undefined && { fence }),
  };
}

/** The first line after the front matter that opens a text; 0 where there is none, the last line where it has no end. */
export function bodyStartOf(text: string, lines: LineIndex): number {
  if (!/^\uFEFF?---[ \t]*(?:\r?\n|$)/.test(text)) return 0;
  for (let row = 1; row < lines.lineCount; row++) {
    const { start, end } = lines.line(row);
    if (end - start < 10 && /^(?:---|\.\.\.)[ \t]*$/.test(text.slice(start, end))) return row + 1;
    if (end > start && text.charCodeAt(start) === 35 && /^#{1,6} /.test(text.slice(start, end))) return 0;
  }
  return lines.lineCount;
}

/** The innermost section that begins before an offset. */
export function sectionAt(document: ReleaseDocument, offset: number): Section | undefined {
  let found: Section | undefined;
  for (const section of document.sections) {
    if (document.span(section.at).start >= offset) break;
    found = section;
  }
  return found;
}

const backtick = 96;
const tilde = 126;
const space = 32;

function fenceAt(
  text: string,
  lines: LineIndex,
  from: number,
  row: number,
  lineAt: (row: number) => string,
): string | undefined {
  let open: { readonly marker: string; readonly language: string } | undefined;
  for (let at = from; at < row; at++) {
    let { start } = lines.line(at);
    while (text.charCodeAt(start) === space) start++;
    const first = text.charCodeAt(start);
    if (first !== backtick && first !== tilde) continue;
    const [, marker, words = ""] = /^(`{3,}|~{3,})(.*)/s.exec(lineAt(at).trim()) ?? [];
    const language = words.trimStart();
    if (marker === undefined || /[\s`]/.test(language)) continue;
    if (open === undefined) open = { marker, language: language.toLowerCase() };
    else if (language === "" && marker.startsWith(open.marker)) open = undefined;
  }
  return open?.language;
}
