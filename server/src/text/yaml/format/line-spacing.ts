import { createLineIndex } from "../../line-index.ts";
import type { TextChange } from "../../place.ts";
import type { Layout } from "./lay-out-yaml.ts";

/** Blank lines that may follow each other. */
const mostBlankLines = 1;

/** The changes that bring the lines of a text to their place: indentation, blanks at line ends, blank lines. In order. */
export function spacingChanges(text: string, layout: Layout): readonly TextChange[] {
  const lines = createLineIndex(text);
  const changes: TextChange[] = [...layout.inner];
  const comments = new CommentPlaces(text, layout);
  let blanks = 0;
  for (let line = 0; line < lines.lineCount; line++) {
    const { start, end } = lines.line(line);
    const source = text.slice(start, end);
    if (source.trim() === "" && !layout.scalars.has(line)) {
      const last = line === lines.lineCount - 1;
      if (!last && (blanks >= mostBlankLines || line === 0)) {
        changes.push({ start, end: lines.line(line + 1).start, text: "" });
      } else if (source !== "") changes.push({ start, end, text: "" });
      blanks++;
      continue;
    }
    blanks = 0;
    const old = source.length - source.trimStart().length;
    const shift = layout.shifts.get(line);
    const wanted =
      shift !== undefined
        ? Math.max(0, old + shift)
        : (layout.indents.get(line) ?? comments.indentOf(line, source, old));
    if (wanted !== old && source.trim() !== "") changes.push({ start, end: start + old, text: " ".repeat(wanted) });
    const tail = source.trimEnd().length;
    if (tail < source.length && !layout.scalars.has(line)) changes.push({ start: start + tail, end, text: "" });
  }
  return changes.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Comments on lines of their own stand like the line after them, or the one before that they stood like. */
class CommentPlaces {
  readonly #text: string;
  readonly #layout: Layout;
  readonly #lines: ReturnType<typeof createLineIndex>;
  /** Lines that begin a key or an item, in order, and how many of them were passed. */
  readonly #structure: readonly number[];
  #passed = 0;
  /** Of each indentation the last line passed that stood so. */
  readonly #lastOf = new Map<number, number>();

  constructor(text: string, layout: Layout) {
    this.#text = text;
    this.#layout = layout;
    this.#lines = createLineIndex(text);
    this.#structure = [...layout.indents.keys()].sort((a, b) => a - b);
  }

  /** Asked of one line after the other. */
  indentOf(line: number, source: string, old: number): number {
    if (!source.trimStart().startsWith("#")) return old;
    for (let passed = this.#structure[this.#passed]; passed !== undefined && passed < line; ) {
      this.#lastOf.set(this.#old(passed), passed);
      passed = this.#structure[++this.#passed];
    }
    const next = this.#structure[this.#passed];
    const before = this.#lastOf.get(old);
    if (next !== undefined && (this.#old(next) === old || before === undefined)) return this.#new(next);
    return before === undefined ? old : this.#new(before);
  }

  #new(line: number): number {
    return this.#layout.indents.get(line) ?? this.#old(line);
  }

  #old(line: number): number {
    const { start, end } = this.#lines.line(line);
    const source = this.#text.slice(start, end);
    return source.length - source.trimStart().length;
  }
}
