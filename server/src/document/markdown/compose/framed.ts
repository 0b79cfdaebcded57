import type { FencePiece, TablePiece } from "../../../text/markdown/pieces/pieces.ts";
import type { Span } from "../../../text/place.ts";
import type { ReleaseDocument } from "../../model.ts";
import { isMarkdownDocument, reading } from "./read-markdown.ts";

/** A table or a fence, and its whole lines in the text. */
export interface Framed {
  readonly piece: FencePiece | TablePiece;
  readonly span: Span;
}

/** The tables and the fences of a Markdown document, in order; indented code has no fence. */
export function framedIn(document: ReleaseDocument): readonly Framed[] {
  if (!isMarkdownDocument(document)) return [];
  return document[reading].parts.flatMap(({ content }) =>
    content.passages.flatMap(({ pieces }) =>
      pieces.flatMap((piece) =>
        piece.type === "table" || (piece.type === "fence" && piece.language !== "indented")
          ? [{ piece, span: document.span(piece.at) }]
          : [],
      ),
    ),
  );
}

/** The table or the fence whose lines hold an offset. */
export const framedAt = (document: ReleaseDocument, offset: number): Framed | undefined =>
  framedIn(document).find(({ span: { start, end } }) => start <= offset && offset <= end);

/** The HTML comments of a Markdown document that are blocks of their own. */
export function commentsIn(document: ReleaseDocument): readonly Span[] {
  if (!isMarkdownDocument(document)) return [];
  return document[reading].parts.flatMap((part) =>
    part.content.passages.flatMap(({ html }) =>
      html.flatMap(({ start, end }) => {
        const lines = part.text.slice(start, end).trimEnd();
        return lines.trimStart().startsWith("<!--") ? [document.span({ part, start, end: start + lines.length })] : [];
      }),
    ),
  );
}
