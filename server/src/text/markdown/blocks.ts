import type { Span } from "../place.ts";

/** Lines that make one piece of prose; each span is trimmed and without list and quote markers. */
export interface Paragraph {
  readonly type: "paragraph";
  readonly lines: readonly Span[];
  /** The list item that it stands in. */
  readonly item?: Item;
}

/** A list item; its own lines are those of its first paragraph. */
export interface Item {
  readonly type: "item";
  readonly ordered: boolean;
  /** The list that it belongs to: items of one list have the same number. */
  readonly list: number;
  readonly lines: readonly Span[];
  readonly parent?: Item;
}

export interface Cell extends Span {}

export interface Table {
  readonly type: "table";
  readonly header: readonly Cell[];
  readonly headerLine: Span;
  readonly rows: readonly (readonly Cell[])[];
  /** Its whole lines. */
  readonly at: Span;
  readonly item?: Item;
}

export interface Fence {
  readonly type: "fence";
  /** First word of the info string, lower case; `indented` for an indented code block. */
  readonly language: string;
  /** The lines between the fences, without the indentation of the fence. */
  readonly body: readonly Span[];
  /** Its whole lines, those of the fences included. */
  readonly at: Span;
  /** The marks that it opens with, where nothing closes it. */
  readonly unclosed?: string;
  readonly item?: Item;
}

/** Raw HTML, comments included. */
export interface Html extends Span {
  readonly type: "html";
  /** The list item that it stands in. */
  readonly item?: Item;
}

/** A line that separates (`---`). */
export interface Rule {
  readonly type: "rule";
}

export type Block = Paragraph | Item | Table | Fence | Html | Rule;

export interface Heading {
  readonly level: number;
  /** Its text. */
  readonly text: Span;
  /** Whole lines, marker or underline included. */
  readonly line: Span;
}

/** What stands under one heading, up to the next of any level. */
export interface Stretch {
  readonly heading?: Heading;
  readonly blocks: readonly Block[];
}

/** `[label]: target` */
export interface Definition {
  readonly label: string;
  readonly target: Span;
}

/** The blocks of a part. */
export interface PartBlocks {
  readonly stretches: readonly Stretch[];
  /** Link reference definitions; those whose target is a bracket are text. */
  readonly definitions: readonly Definition[];
  /** Headings inside lists and quotes: no sections, but anchors. */
  readonly innerHeadings: readonly Span[];
  /** Source runs of prose, in order, each to be searched for links and placeholders. */
  readonly prose: readonly Span[];
  /** The first line that nests too deep to be read. */
  readonly unread?: Span;
}
