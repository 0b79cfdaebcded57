/**
 * A run of text that is read on its own and kept while that text stands: a top-level YAML entry, a list item of a long
 * sequence, or what stands between two Markdown headings.
 *
 * A part has identity, not position: the document that holds it knows its offset, so an insert above moves nothing.
 */
export interface Part {
  readonly text: string;
}

/** A half-open span of UTF-16 offsets, counted from the start of its part. */
export interface Place {
  readonly part: Part;
  readonly start: number;
  readonly end: number;
}

/** A half-open span of UTF-16 offsets, counted from the start of the document. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A value as its author meant it (unescaped, unquoted, trimmed), and where its source stands. */
export interface Text {
  readonly value: string;
  readonly at: Place;
}

/** A replacement of a span of the document by a text. */
export interface TextChange extends Span {
  readonly text: string;
}
