import type { Part, Place, Span } from "../../place.ts";
import { slug } from "../../values/slug.ts";
import type { Block, Fence, Item, Paragraph, Table } from "../blocks.ts";
import { plain, plainTextAt, textAt, trimSpan } from "../prose.ts";
import { type LabelMatch, matchLabel } from "./match-label.ts";
import type { PartField } from "./part-field.ts";
import type { AnyPiece, ItemPiece, Label, TablePiece } from "./pieces.ts";
import { splitFields } from "./split-fields.ts";

const taskBox = /^\[[ xX]\](?=\s)/;

/** What the blocks under one heading say, in order: lead-ins, fields, prose, items, tables, fences. */
export function readPieces(part: Part, blocks: readonly Block[]): readonly AnyPiece[] {
  return blocks.length === 0 ? nothing : new PieceReader(part).read(blocks);
}

const nothing: readonly AnyPiece[] = [];

class PieceReader {
  readonly #part: Part;
  readonly #pieces: AnyPiece[] = [];
  readonly #items = new Map<Item, ItemPiece>();
  /** The last lead-in: it reaches to the end of what is listed below it. */
  #under: Label | undefined;
  /** Something is listed below the last lead-in, so that the next sentence ends its reach. */
  #listed = false;

  constructor(part: Part) {
    this.#part = part;
  }

  read(blocks: readonly Block[]): readonly AnyPiece[] {
    for (const block of blocks) {
      switch (block.type) {
        case "paragraph":
          this.#paragraph(block);
          break;
        case "item":
          this.#item(block);
          this.#listed = true;
          break;
        case "table":
          this.#pieces.push(this.#table(block));
          this.#listed = true;
          break;
        case "fence":
          this.#fence(block);
          this.#listed = true;
          break;
        case "rule":
          this.#announce(undefined);
          break;
        case "html":
          break;
      }
    }
    return this.#pieces;
  }

  #place(span: Span): Place {
    return { part: this.#part, start: span.start, end: span.end };
  }

  #source(span: Span): string {
    return this.#part.text.slice(span.start, span.end);
  }

  /** The lead-in that something follows: that of its list item, else the last bold line. */
  #lead(item: Item | undefined): { readonly under?: Label } {
    for (let at = item; at !== undefined; at = at.parent) {
      const label = this.#items.get(at)?.label;
      if (label !== undefined) return { under: label };
    }
    return this.#under === undefined ? {} : { under: this.#under };
  }

  #fence({ language, body: lines, at, item }: Fence): void {
    this.#pieces.push({ type: "fence", language, lines, at: this.#place(at), ...this.#lead(item) });
  }

  /** A paragraph may hold several fields, on a line each or on one; a value runs on to the next of them. */
  #paragraph({ lines: whole, item }: Paragraph): void {
    const lines = whole.flatMap((line) => splitFields(this.#part.text, line));
    let from = 0;
    while (from < lines.length) {
      const line = lines[from];
      if (line === undefined) return;
      const match = matchLabel(this.#source(line), false);
      let to = from + 1;
      const alone = match?.colon === false;
      while (!alone && to < lines.length && !this.#startsField(lines[to])) to++;
      const end = lines[to - 1]?.end ?? line.end;
      this.#proseOrField(line.start, end, match, item);
      from = to;
    }
  }

  #startsField(line: Span | undefined): boolean {
    return line !== undefined && matchLabel(this.#source(line), false)?.colon === true;
  }

  #announce(label: Label | undefined): void {
    this.#under = label;
    this.#listed = false;
  }

  #proseOrField(start: number, end: number, match: LabelMatch | undefined, item: Item | undefined): void {
    const after = match === undefined && item === undefined && this.#listed ? this.#under : undefined;
    if (after !== undefined) this.#announce(undefined);
    const lead = after === undefined ? this.#lead(item) : { after };
    if (match === undefined) {
      const text = textAt(this.#part, { start, end });
      if (text.value !== "") this.#pieces.push({ type: "prose", text, inItem: item !== undefined, ...lead });
      return;
    }
    const field = this.#field(start, end, match);
    const announces = field.value.value === "";
    if (announces) {
      const label = this.#label(start, match, field);
      if (item === undefined) this.#announce(label);
      this.#pieces.push({ type: "label", label, ...(match.colon ? { field } : {}) });
    } else {
      if (item === undefined) this.#announce(undefined);
      this.#pieces.push({ type: "field", field, ...(item === undefined ? {} : lead) });
    }
  }

  #label(start: number, match: LabelMatch, field: PartField): Label {
    const label = { key: field.key, text: field.label };
    if (match.note === undefined) return label;
    return { ...label, note: textAt(this.#part, { start: start + match.note.start, end: start + match.note.end }) };
  }

  #field(start: number, end: number, match: LabelMatch): PartField {
    const label = plainTextAt(this.#part, { start: start + match.label.start, end: start + match.label.end });
    const value = plainTextAt(this.#part, { start: start + match.value, end });
    return { key: slug(label.value), label, value };
  }

  #item(item: Item): void {
    const first = item.lines[0];
    const last = item.lines.at(-1);
    if (first === undefined || last === undefined) return;
    const whole = trimSpan(this.#part.text, { start: first.start, end: last.end });
    const box = taskBox.exec(this.#source(whole)) === null ? undefined : { start: whole.start, end: whole.start + 3 };
    const start = box === undefined ? whole.start : box.end;
    const text = textAt(this.#part, { start, end: whole.end });
    const match = box === undefined && !item.ordered ? matchLabel(this.#source(whole), true) : undefined;
    const lead = this.#lead(item.parent);
    const parent = item.parent === undefined ? undefined : this.#items.get(item.parent);
    const piece: ItemPiece = {
      type: "item",
      text,
      at: this.#place(whole),
      ordered: item.ordered,
      list: item.list,
      ...(box === undefined ? {} : { box }),
      ...(parent === undefined ? {} : { parent }),
      ...this.#itemField(whole, match),
      ...lead,
    };
    this.#items.set(item, piece);
    this.#pieces.push(piece);
  }

  #itemField(whole: Span, match: LabelMatch | undefined): { readonly field?: PartField; readonly label?: Label } {
    if (match === undefined) return {};
    const field = this.#field(whole.start, whole.end, match);
    if (field.value.value !== "") return { field };
    const label = this.#label(whole.start, match, field);
    return match.colon ? { field, label } : { label };
  }

  #table({ header, headerLine, rows, at, item }: Table): TablePiece {
    const headers = header.map((cell) => plainTextAt(this.#part, cell));
    const seen = new Map<string, number>();
    const columns = headers.map(({ value }, index) => {
      const key = slug(plain(value)) || `column-${index + 1}`;
      const count = (seen.get(key) ?? 0) + 1;
      seen.set(key, count);
      return count === 1 ? key : `${key}-${count}`;
    });
    return {
      type: "table",
      columns,
      headers,
      headerAt: this.#place(headerLine),
      rows: rows.map((row) => row.map((cell) => plainTextAt(this.#part, cell))),
      cells: rows,
      at: this.#place(at),
      ...this.#lead(item),
    };
  }
}
