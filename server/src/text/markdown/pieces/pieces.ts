import type { Part, Place, Span, Text } from "../../place.ts";
import type { PartField } from "./part-field.ts";

/** A bold lead-in that announces what follows it: `**Rollback** (if needed):`, `- **Steps**:`. */
export interface Label {
  readonly key: string;
  readonly text: Text;
  /** What stands in parentheses after it: `RTO: 15 minutes`. */
  readonly note?: Text;
}

interface Piece {
  /** The lead-in that it follows. */
  readonly under?: Label;
}

export interface LabelPiece extends Piece {
  readonly type: "label";
  readonly label: Label;
  /** Absent for a bold line without a colon, which names nothing but a group. */
  readonly field?: PartField;
}

export interface FieldPiece extends Piece {
  readonly type: "field";
  readonly field: PartField;
}

export interface ProsePiece extends Piece {
  readonly type: "prose";
  readonly text: Text;
  /** It goes on a list item. */
  readonly inItem: boolean;
  /** The lead-in whose list it follows, and whose reach it ends. */
  readonly after?: Label;
}

export interface ItemPiece extends Piece {
  readonly type: "item";
  /** Without its task box. */
  readonly text: Text;
  /** Box and text. */
  readonly at: Place;
  /** `[ ]` or `[x]` of a task item. */
  readonly box?: Span;
  readonly ordered: boolean;
  readonly list: number;
  readonly parent?: ItemPiece;
  readonly field?: PartField;
  /** The label of an item that announces nested items. */
  readonly label?: Label;
}

export interface TablePiece extends Piece {
  readonly type: "table";
  /** Slugs of the headers; unique. */
  readonly columns: readonly string[];
  readonly headers: readonly Text[];
  readonly headerAt: Place;
  readonly rows: readonly (readonly Text[])[];
  /** Cells as they stand in the source, marks included. */
  readonly cells: readonly (readonly Span[])[];
  /** Its whole lines. */
  readonly at: Place;
}

export interface FencePiece extends Piece {
  readonly type: "fence";
  readonly language: string;
  readonly lines: readonly Span[];
  /** Its whole lines, those of the fences included. */
  readonly at: Place;
}

/** What stands in a section, in order, as the derivations want it. */
export type AnyPiece = LabelPiece | FieldPiece | ProsePiece | ItemPiece | TablePiece | FencePiece;

/** One heading of a part with what stands under it, in pieces: all that those see who read something from it. */
export interface HeadedPieces {
  readonly part: Part;
  /** `undefined` above the first heading. */
  readonly heading: { readonly title: string; readonly text: Text } | undefined;
  readonly pieces: readonly AnyPiece[];
  readonly fields: readonly PartField[];
}
