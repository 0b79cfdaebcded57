import type { PartGate } from "../document/markdown/gates/make-gate.ts";
import { append } from "../text/append.ts";
import type { Block, Html, Item, Paragraph, Table } from "../text/markdown/blocks.ts";
import { codeSpans } from "../text/markdown/code-spans.ts";
import { matchLabel } from "../text/markdown/pieces/match-label.ts";
import { splitFields } from "../text/markdown/pieces/split-fields.ts";
import { readBlocks } from "../text/markdown/read-blocks.ts";
import { type Mark, markAtStart } from "../text/markdown/status-marks.ts";
import type { Span } from "../text/place.ts";

/** A list item, or a line that is a label with a value. */
export interface Entry {
  /** From 1. */
  readonly line: number;
  readonly ordered: boolean;
  /** A task's box. */
  readonly box?: boolean;
  /** The mark that answers it where it has no box, and is a gate to the engine. */
  readonly mark?: Mark;
  /** `**Label**` in front of the text, as written. */
  readonly label?: string;
  /** Source of what follows the label and the box. */
  readonly text: string;
  /** What the document reads as a field, where no label stands by itself: `Owner: @bob`, `**Duration** (estimated): 2h`. */
  readonly field?: WordedField;
  /** Source of what follows the box, the label included. */
  readonly words: string;
  readonly children: readonly Entry[];
  /** Texts of the HTML comments in it and below it. */
  readonly comments: readonly string[];
}

export interface WordedField {
  readonly label: string;
  readonly note?: string;
  readonly text: string;
}

export interface BodyTable {
  readonly line: number;
  readonly header: readonly string[];
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

/** Text that is no list, table or label. */
export interface Loose {
  readonly line: number;
  readonly text: string;
}

/** What stands under one heading, up to the next. */
export interface Body {
  readonly entries: readonly Entry[];
  readonly tables: readonly BodyTable[];
  readonly loose: readonly Loose[];
}

/** Blocks of a text, and what is known of the place where they stand. */
export interface BodySource {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** The gates that the document reads there. */
  readonly gates: readonly PartGate[];
  /** The line of an offset of the text, from 1. */
  lineOf(offset: number): number;
}

interface Draft extends Omit<Entry, "children" | "comments"> {
  readonly children: Draft[];
  readonly comments: string[];
}

const task = /^\[([ xX])\]\s(.*)$/s;
const label = /^(\*\*|__)(?=\S)((?:\\.|(?!\1)[^\\])+?)\1\s*(?::\s*|：\s*|$)(.*)$/s;
const labelInside = /^(\*\*|__)(?=\S)((?:\\.|(?!\1)[^\\])+?):\1\s*(.*)$/s;
const emphasised = /^([*_])(?=[^\s*_])((?:\\.|[^\\*_])+?)\1\s*:\s*(.*)$/s;

/** What the blocks under one heading say, for the forms of a manifest. */
export function bodyOf(source: BodySource): Body {
  return new BodyReader(source).read();
}

/** The first entry of a Markdown text that stands for itself. */
export function entryIn(text: string): Entry | undefined {
  const blocks = readBlocks(text).stretches.flatMap((stretch) => stretch.blocks);
  return bodyOf({ text, blocks, gates: [], lineOf: () => 1 }).entries[0];
}

class BodyReader {
  readonly #source: BodySource;
  readonly #marks: ReadonlyMap<number, PartGate>;
  readonly #entries: Draft[] = [];
  readonly #tables: BodyTable[] = [];
  readonly #loose: Loose[] = [];
  readonly #items = new Map<Item, Draft>();
  /** The label without a value that announces the lists below it. */
  #lead: Draft | undefined;

  constructor(source: BodySource) {
    this.#source = source;
    const marks = source.gates.filter(({ core }) => core.form === "mark");
    this.#marks = new Map(marks.map((gate) => [gate.core.at.start, gate]));
  }

  read(): Body {
    for (const block of this.#source.blocks) this.#block(block);
    return { entries: this.#entries, tables: this.#tables, loose: this.#loose };
  }

  #block(block: Block): void {
    switch (block.type) {
      case "item":
        this.#item(block);
        return;
      case "paragraph":
        this.#paragraph(block);
        return;
      case "table":
        this.#table(block);
        return;
      case "html":
        this.#html(block);
        return;
      case "rule":
        this.#lead = undefined;
        return;
      case "fence": {
        const [marks = "```"] = /^(?:`+|~+)/.exec(this.#text(block.at).trimStart()) ?? [];
        this.#leave(block.at, `${marks} (a block of ${block.body.length} lines)`);
      }
    }
  }

  #text({ start, end }: Span): string {
    return this.#source.text.slice(start, end);
  }

  #leave({ start }: Span, text: string): void {
    this.#loose.push({ line: this.#source.lineOf(start), text });
  }

  #item(item: Item): void {
    const [first] = item.lines;
    if (first === undefined) return;
    const entry = this.#entry(item.lines, {
      ordered: item.ordered,
      marked: this.#marks.has(first.start),
      inItem: true,
    });
    this.#items.set(item, entry);
    const holder = item.parent === undefined ? this.#lead : this.#items.get(item.parent);
    (holder?.children ?? this.#entries).push(entry);
  }

  #entry(lines: readonly Span[], { ordered = false, marked = false, inItem = false }): Draft {
    const { text: source, comments } = uncommented(lines.map((line) => this.#text(line)).join(" "));
    const box = task.exec(source);
    const found = marked ? markAtStart(source) : undefined;
    const words = (box?.[2] ?? source.slice(found?.end ?? 0)).trim();
    const labelled = labelOf(words);
    const field = labelled === undefined ? fieldOf(words, inItem && !ordered && box === null) : undefined;
    return {
      line: this.#source.lineOf(lines[0]?.start ?? 0),
      ordered,
      ...(box !== null && { box: box[1] !== " " }),
      ...(found !== undefined && { mark: found.mark }),
      ...(labelled !== undefined && { label: labelled.label }),
      ...(field !== undefined && { field }),
      text: (labelled?.text ?? words).trim(),
      words,
      children: [],
      comments: comments.map(commentText),
    };
  }

  /** Lines that begin with a label are an entry each, with the lines that go on with them. */
  #paragraph({ lines, item }: Paragraph): void {
    const runs: Span[][] = [];
    for (const line of lines.flatMap((each) => splitFields(this.#source.text, each))) {
      const run = runs.at(-1);
      if (run === undefined || this.#startsField(line)) runs.push([line]);
      else run.push(line);
    }
    for (const run of runs) {
      const [first] = run;
      if (first === undefined) continue;
      if (!this.#startsField(first)) {
        this.#leave(first, run.map((line) => this.#text(line)).join(" "));
        continue;
      }
      const entry = this.#entry(run, {});
      if (item === undefined) this.#lead = entry.text === "" ? entry : undefined;
      const holder = item === undefined ? undefined : this.#items.get(item);
      (holder?.children ?? this.#entries).push(entry);
    }
  }

  #startsField(line: Span): boolean {
    const text = this.#text(line);
    return labelOf(text) !== undefined || fieldOf(text, false) !== undefined;
  }

  #table({ header, headerLine, rows }: Table): void {
    const cellOf = (cell: Span): string => {
      const { text, comments } = uncommented(this.#text(cell));
      for (const comment of comments) this.#leave(cell, comment);
      return text.replaceAll("\\|", "|");
    };
    this.#tables.push({
      line: this.#source.lineOf(headerLine.start),
      header: header.map(cellOf),
      rows: rows.map((cells) => ({
        line: this.#source.lineOf(cells[0]?.start ?? headerLine.start),
        cells: cells.map(cellOf),
      })),
    });
  }

  #html(html: Html): void {
    const text = this.#text(html).trim();
    const owner = html.item === undefined ? undefined : this.#items.get(html.item);
    const { text: rest, comments } = uncommented(text);
    if (owner === undefined || rest !== "") this.#leave(html, text);
    else append(owner.comments, comments.map(commentText));
  }
}

/** What the document reads as a label and its value. */
function fieldOf(source: string, inItem: boolean): WordedField | undefined {
  const match = matchLabel(source, inItem);
  if (match === undefined || !match.colon) return undefined;
  const { label: at, note, value } = match;
  const text = source.slice(value).trim();
  return {
    label: source.slice(at.start, at.end),
    text,
    ...(note !== undefined && { note: source.slice(note.start, note.end) }),
  };
}

/** A stretch of Markdown without its HTML comments; those in code and behind a backslash are text. */
function uncommented(source: string): { readonly text: string; readonly comments: readonly string[] } {
  const comments: string[] = [];
  if (!source.includes("<!--")) return { text: source.trim(), comments };
  const codes = new Map(codeSpans(source).map(({ start, end }) => [start, end]));
  // Behind the last end of a comment none is looked for: a text may open a thousand that never end.
  const last = source.lastIndexOf("-->");
  let text = "";
  for (let at = 0; at < source.length; ) {
    const end = at + 4 <= last && source.startsWith("<!--", at) ? source.indexOf("-->", at + 4) : -1;
    const next = end !== -1 ? end + 3 : (codes.get(at) ?? at + (source[at] === "\\" ? 2 : 1));
    if (end === -1) text += source.slice(at, next);
    else {
      comments.push(source.slice(at, next));
      if (/\s/.test(source.charAt(next))) text = text.trimEnd();
    }
    at = next;
  }
  return { text: text.trim(), comments };
}

/** What stands between the marks of a comment. */
const commentText = (comment: string): string => comment.slice("<!--".length, -"-->".length).trim();

function labelOf(source: string): { readonly label: string; readonly text: string } | undefined {
  const match = labelInside.exec(source) ?? label.exec(source) ?? emphasised.exec(source);
  return match === null ? undefined : { label: match[2] ?? "", text: match[3] ?? "" };
}
