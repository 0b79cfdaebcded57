import type { Pointer } from "../../json.ts";
import type { LineIndex } from "../../line-index.ts";
import { readYamlLine, type YamlLine } from "./yaml-line.ts";

/** The block that a column of a line belongs to. */
export type YamlPlace =
  | { readonly kind: "block"; readonly pointer: Pointer; readonly column: number }
  /** In a block scalar. */
  | { readonly kind: "text"; readonly pointer: Pointer }
  /** In a flow collection that begins on an earlier line. */
  | { readonly kind: "flow"; readonly pointer: Pointer; readonly line: number; readonly start: number };

/** What has been found of the way from the cursor to the root. */
interface Climb {
  /** From the inside out; an item's index counts up while lines above are read. */
  readonly steps: (string | { index: number; readonly column: number })[];
  /** Columns below which a key, a dash opens what is around. */
  keyLimit: number;
  dashLimit: number;
  column: number;
  /** Indentation of the line read last: of the first sibling, once the parent is reached. */
  below: number | undefined;
}

/** Looks at the lines of a text around one of them, by indentation alone. */
export class YamlScan {
  readonly #text: string;
  readonly #lines: LineIndex;

  constructor(text: string, lines: LineIndex) {
    this.#text = text;
    this.#lines = lines;
  }

  text(line: number): string {
    const { start, end } = this.#lines.line(line);
    return this.#text.slice(start, end);
  }

  /**
   * The block that something at `column` of a line belongs to; `dashes`: columns of the dashes before it on its line.
   * `column` of the answer is that of its siblings, where it has some.
   */
  placeOf(line: number, column: number, dashes: readonly number[], behindDashes: boolean): YamlPlace {
    const climb: Climb = { steps: [], keyLimit: column, dashLimit: column, column, below: undefined };
    if (behindDashes) for (const dash of [...dashes].reverse()) adoptDash(climb, dash);
    for (let above = line - 1; above >= 0 && (climb.keyLimit > 0 || climb.dashLimit > 0); above--) {
      const indent = this.#indent(above);
      if (indent > Math.max(climb.keyLimit, climb.dashLimit, climb.column)) {
        if (this.#speaks(above, indent)) climb.below = indent;
        continue;
      }
      const read = readYamlLine(this.text(above));
      if (read.empty || isMarker(read, this.text(above))) continue;
      const found = this.#climbLine(climb, read, above, line);
      if (found !== undefined) return found;
    }
    if (climb.steps.length === 0) climb.column = this.#firstColumn(line, climb);
    return { kind: "block", pointer: pointerOf(climb), column: climb.column };
  }

  #climbLine(climb: Climb, read: YamlLine, above: number, line: number): YamlPlace | undefined {
    const { key, dashes } = read;
    for (const step of climb.steps) {
      if (typeof step !== "string" && step === climb.steps.at(-1) && dashes.includes(step.column)) step.index++;
    }
    if (key !== undefined && key.start < climb.keyLimit) {
      const content = this.text(above).slice(read.value);
      const inner = climb.steps.length === 0;
      const header = /^(?:[&!]\S*\s+)*([|>[{]?)/.exec(content)?.[1] ?? "";
      if (header === "|" || header === ">")
        return inner ? { kind: "text", pointer: this.#outer(climb, read, above) } : undefined;
      if ((header === "[" || header === "{") && isOpen(content)) {
        return { kind: "flow", pointer: this.#outer(climb, read, above), line: above, start: read.value };
      }
      if (/^(?:[&!]\S*(?:\s+|$))*(?:#.*)?$/.test(content)) {
        if (inner) climb.column = climb.below ?? this.#columnBelow(line, key.start) ?? climb.column;
        climb.steps.push(key.name);
      } else if (inner) climb.column = key.start;
      climb.keyLimit = key.start;
      climb.dashLimit = key.start;
    }
    for (const dash of [...dashes].reverse()) {
      if (dash >= climb.dashLimit) continue;
      const scalar = key === undefined && read.value < this.text(above).length && dash === dashes.at(-1);
      if (scalar && climb.steps.length === 0) {
        climb.column = dash;
        climb.keyLimit = dash + 1;
        climb.dashLimit = dash;
      } else {
        if (climb.steps.length === 0 && key !== undefined && climb.column > key.start) climb.column = key.start;
        adoptDash(climb, dash);
      }
    }
    climb.below = read.indent;
    return undefined;
  }

  /** The way to the key of a line, whatever its value. */
  #outer(climb: Climb, { key, dashes }: YamlLine, line: number): Pointer {
    const place = this.placeOf(line, key?.start ?? 0, dashes, true);
    return [...place.pointer, ...(key === undefined ? [] : [key.name]), ...pointerOf(climb)];
  }

  #indent(line: number): number {
    const { start, end } = this.#lines.line(line);
    let at = start;
    while (at < end && this.#text.charCodeAt(at) === 32) at++;
    return at - start;
  }

  /** Whether more than blanks or a comment stands on a line with that indentation. */
  #speaks(line: number, indent: number): boolean {
    const { start, end } = this.#lines.line(line);
    return start + indent < end && this.#text.charCodeAt(start + indent) !== 35;
  }

  /** The indentation of what follows, where it belongs to a parent at `parent`. */
  #columnBelow(line: number, parent: number): number | undefined {
    for (let below = line + 1; below < this.#lines.lineCount && below < line + 50; below++) {
      const read = readYamlLine(this.text(below));
      if (!read.empty) return read.indent > parent ? read.indent : undefined;
    }
    return undefined;
  }

  /** Where top-level keys stand: at the column of the next one, else of the one before, else at the margin. */
  #firstColumn(line: number, climb: Climb): number {
    if (climb.below !== undefined && climb.below < climb.column) return climb.column;
    return climb.below ?? this.#columnBelow(line, -1) ?? 0;
  }

  /** Keys of the map that a line's key at `column` belongs to, also its own; `first`: the line itself opens the map. */
  siblingsOf(line: number, column: number, first: boolean): readonly string[] {
    const names: string[] = [];
    for (let above = line - 1; above >= 0 && !first; above--) {
      if (!this.#collect(above, column, names, true)) break;
    }
    for (let below = line + 1; below < this.#lines.lineCount; below++) {
      if (!this.#collect(below, column, names, false)) break;
    }
    return names;
  }

  /** Takes the key of a line if it stands at the column; false when the map ends there. */
  #collect(line: number, column: number, names: string[], upwards: boolean): boolean {
    const indent = this.#indent(line);
    if (indent > column) return true;
    const read = readYamlLine(this.text(line));
    if (read.empty) return true;
    if (read.key?.start === column && (read.dashes.length === 0 || upwards)) names.push(read.key.name);
    return indent === column && read.dashes.length === 0;
  }
}

function adoptDash(climb: Climb, dash: number): void {
  climb.steps.push({ index: 0, column: dash });
  climb.keyLimit = dash + 1;
  climb.dashLimit = dash;
}

const pointerOf = ({ steps }: Climb): Pointer =>
  [...steps].reverse().map((step) => (typeof step === "string" ? step : step.index));

const isMarker = ({ indent, key }: YamlLine, text: string): boolean =>
  indent === 0 && key === undefined && /^(?:---|\.\.\.|%)/.test(text);

/** A quoted scalar, which may lack its end, or a bracket. */
const quotedOrBracket = /(?<=^|[\s,[{:])(?:"(?:[^"\\]|\\.|\\$)*(?:"|$)|'(?:[^']|'')*(?:'|$))|[[\]{}]/gs;

/** Whether a line leaves a flow collection open. */
function isOpen(text: string): boolean {
  let depth = 0;
  for (const [part] of text.matchAll(quotedOrBracket)) {
    if (part === "[" || part === "{") depth++;
    else if (part === "]" || part === "}") depth--;
  }
  return depth > 0;
}
