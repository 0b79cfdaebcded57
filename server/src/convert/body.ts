import { isDelimiterRow } from "../text/markdown/split-row.ts";

/** A list item, or a line that is a label with a value. */
export interface Entry {
  /** From 1. */
  readonly line: number;
  readonly ordered: boolean;
  /** A task's box. */
  readonly box?: boolean;
  /** `**Label**` in front of the text, as written. */
  readonly label?: string;
  /** Source of what follows the label and the box. */
  readonly text: string;
  readonly children: readonly Entry[];
  /** Texts of the HTML comments below it. */
  readonly comments: readonly string[];
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

/** What is being read; its text grows by lines. */
interface Growing {
  readonly line: number;
  readonly lines: string[];
}

interface Draft extends Growing, Omit<Entry, "text" | "children"> {
  readonly indent: number;
  readonly children: Draft[];
  readonly comments: string[];
}

const item = /^(\s*)([-*+]|\d{1,9}[.)])(?:\s(.*))?$/s;
const task = /^\[([ xX])\]\s(.*)$/s;
const label = /^(\*\*|__)(?=\S)((?:\\.|(?!\1)[^\\])+?)\1\s*(?::\s*|：\s*|$)(.*)$/;
const labelInside = /^(\*\*|__)(?=\S)((?:\\.|(?!\1)[^\\])+?):\1\s*(.*)$/;
const emphasised = /^([*_])(?=[^\s*_])((?:\\.|[^\\*_])+?)\1\s*:\s*(.*)$/;

/** Reads the lines below a heading; `first` is the number of the first of them. */
export function readBody(lines: readonly string[], first: number): Body {
  return new BodyReader(lines, first).read();
}

class BodyReader {
  readonly #lines: readonly string[];
  readonly #first: number;
  readonly #entries: Draft[] = [];
  readonly #tables: BodyTable[] = [];
  readonly #loose: Growing[] = [];
  #stack: Draft[] = [];
  #open: Growing | undefined;

  constructor(lines: readonly string[], first: number) {
    this.#lines = lines;
    this.#first = first;
  }

  read(): Body {
    for (let at = 0; at < this.#lines.length; ) at = this.#line(at);
    const loose = this.#loose.map(({ line, lines }) => ({ line, text: textOf(lines) }));
    return { entries: this.#entries.map(entryOf), tables: this.#tables, loose };
  }

  /** Reads what begins at a line; answers the line after it. */
  #line(at: number): number {
    const source = this.#lines[at] ?? "";
    const text = source.trim();
    if (text === "") {
      this.#open = undefined;
      return at + 1;
    }
    if (/^<!--/.test(text)) return this.#comment(at);
    const fence = /^(`{3,}|~{3,})/.exec(text)?.[1];
    if (fence !== undefined) return this.#fence(at, fence);
    if (/^(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,}|=+)$/.test(text)) {
      this.#open = undefined;
      return at + 1;
    }
    if (text.includes("|") && isDelimiterRow(this.#lines[at + 1] ?? "") && this.#lines[at + 1]?.includes("|"))
      return this.#table(at);
    const match = item.exec(source);
    if (match !== null) this.#item(at, widthOf(match[1] ?? ""), match[2] ?? "", match[3] ?? "");
    else this.#text(at, text, widthOf(/^\s*/.exec(source)?.[0] ?? ""));
    return at + 1;
  }

  #item(at: number, indent: number, marker: string, source: string): void {
    while ((this.#stack.at(-1)?.indent ?? -1) >= indent) this.#stack.pop();
    const entry = this.#entry(at, source, indent, /\d/.test(marker));
    (this.#stack.at(-1)?.children ?? this.#entries).push(entry);
    this.#stack.push(entry);
    this.#open = entry;
  }

  #entry(at: number, source: string, indent: number, ordered: boolean): Draft {
    const words = source.trim();
    const box = task.exec(words);
    const rest = box?.[2]?.trimStart() ?? words;
    const found = labelOf(rest);
    return {
      line: this.#first + at,
      ordered,
      ...(box !== null && { box: box[1] !== " " }),
      ...(found !== undefined && { label: found.label }),
      lines: [(found?.text ?? rest).trim()],
      indent,
      children: [],
      comments: [],
    };
  }

  #text(at: number, text: string, indent: number): void {
    if (this.#open !== undefined && labelOf(text) === undefined) {
      this.#open.lines.push(text);
      return;
    }
    while ((this.#stack.at(-1)?.indent ?? -1) >= indent) this.#stack.pop();
    if (labelOf(text) !== undefined && this.#stack.length === 0) {
      const entry = this.#entry(at, text, indent, false);
      this.#entries.push(entry);
      this.#open = entry;
      this.#stack = [{ ...entry, indent: indent - 1 }];
      return;
    }
    const loose = { line: this.#first + at, lines: [text] };
    this.#loose.push(loose);
    this.#open = loose;
  }

  #comment(at: number): number {
    const text: string[] = [];
    for (let next = at; next < this.#lines.length; next++) {
      const line = this.#lines[next] ?? "";
      text.push(line.trim());
      if (!line.includes("-->")) continue;
      const comment = text.join("\n");
      const indent = widthOf(/^\s*/.exec(this.#lines[at] ?? "")?.[0] ?? "");
      const owner = this.#stack.findLast((entry) => entry.indent < indent);
      if (owner !== undefined) owner.comments.push(commentText(comment));
      else this.#loose.push({ line: this.#first + at, lines: [comment] });
      return next + 1;
    }
    this.#loose.push({ line: this.#first + at, lines: text });
    return this.#lines.length;
  }

  #fence(at: number, fence: string): number {
    let end = at + 1;
    while (end < this.#lines.length && !(this.#lines[end] ?? "").trim().startsWith(fence)) end++;
    this.#loose.push({ line: this.#first + at, lines: [`${fence} (a block of ${end - at - 1} lines)`] });
    this.#open = undefined;
    return end + 1;
  }

  #table(at: number): number {
    let end = at + 2;
    while ((this.#lines[end] ?? "").includes("|")) end++;
    const rows = this.#lines.slice(at + 2, end).map((line, index) => ({
      line: this.#first + at + 2 + index,
      cells: cellsOf(line),
    }));
    this.#tables.push({ line: this.#first + at, header: cellsOf(this.#lines[at] ?? ""), rows });
    this.#open = undefined;
    return end;
  }
}

const textOf = (lines: readonly string[]): string => lines.filter((line) => line !== "").join(" ");

function entryOf({ lines, indent: _, children, ...entry }: Draft): Entry {
  return { ...entry, text: textOf(lines), children: children.map(entryOf) };
}

/** What stands between the marks of a comment. */
function commentText(comment: string): string {
  const end = comment.indexOf("-->", 4);
  return comment.slice(4, end === -1 ? undefined : end).trim();
}

function labelOf(source: string): { readonly label: string; readonly text: string } | undefined {
  const match = labelInside.exec(source) ?? label.exec(source) ?? emphasised.exec(source);
  return match === null ? undefined : { label: match[2] ?? "", text: match[3] ?? "" };
}

/** The cells of a table row, with `\|` undone. */
function cellsOf(line: string): readonly string[] {
  const inner = line.trim().replace(/^\|/, "");
  const cells: string[] = [""];
  for (const token of inner.match(/\\.|[^\\]|\\$/gs) ?? []) {
    if (token === "|") cells.push("");
    else cells.push(`${cells.pop() ?? ""}${token === "\\|" ? "|" : token}`);
  }
  if (cells.length > 1 && (cells.at(-1) ?? "").trim() === "") cells.pop();
  return cells.map((cell) => cell.trim());
}

function widthOf(blanks: string): number {
  return blanks.replaceAll("\t", "    ").length;
}
