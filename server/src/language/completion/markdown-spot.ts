import { frontMatterOf } from "../../document/identity.ts";
import { framedAt } from "../../document/markdown/compose/framed.ts";
import type { ReleaseDocument, Section } from "../../document/model.ts";
import type { LineIndex, LinePosition } from "../../text/line-index.ts";
import { firstHeading } from "../../text/markdown/first-heading.ts";
import { opensFrontMatter } from "../../text/markdown/front-matter-span.ts";
import { lineAfter } from "../../text/markdown/source-lines.ts";

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

/** Reads the surroundings of a position. */
export function markdownSpotAt(document: ReleaseDocument, lines: LineIndex, position: LinePosition): MarkdownSpot {
  const lineAt = (row: number): string => {
    if (row < 0 || row >= lines.lineCount) return "";
    const { start, end } = lines.line(row);
    return document.text.slice(start, end);
  };
  const line = lineAt(position.line);
  const at = Math.min(position.character, line.length);
  const { start } = lines.line(Math.min(position.line, lines.lineCount - 1));
  const around = framedAt(document, start);
  const fence = around?.piece.type === "fence" && around.span.start < start ? around.piece.language : undefined;
  return {
    row: position.line,
    before: line.slice(0, at),
    after: line.slice(at),
    section: sectionAt(document, start),
    lineAt,
    ...(fence !== undefined && { fence }),
  };
}

/** The first line after the front matter that begins a text; 0 where there is none, the last line where its end is still to be written. */
export function bodyStartOf(text: string, lines: LineIndex): number {
  if (!opensFrontMatter(text)) return 0;
  const head = frontMatterOf(text);
  if (head !== undefined) return lines.position(head.bodyEnd).line + 1;
  return firstHeading(text, lineAfter(text, 0)) === undefined ? lines.lineCount : 0;
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
