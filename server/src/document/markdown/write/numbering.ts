import { append } from "../../../text/append.ts";
import { replaceSpan } from "../../../text/changes.ts";
import { smallest } from "../../../text/extremes.ts";
import { type HeadingNumber, headingNumber } from "../../../text/markdown/heading-number.ts";
import type { TextChange } from "../../../text/place.ts";
import { appendTo } from "../../append-to.ts";
import type { Outline } from "../compose/outline.ts";
import type { Node } from "../compose/outline-node.ts";
import { type MarkdownDocument, reading } from "../compose/read-markdown.ts";

/** The changes that make the numbers of headings consecutive where a document numbers them, in order; no link follows. */
export function numberingChanges(document: MarkdownDocument): readonly TextChange[] {
  return new Numbering(document).changes;
}

interface Sibling {
  readonly node: Node;
  readonly number: HeadingNumber | undefined;
}

/** The last number of a list, before and after. */
interface LastNumber {
  readonly old: number;
  readonly now: number;
}

class Numbering {
  readonly changes: TextChange[] = [];
  readonly #document: MarkdownDocument;
  readonly #outline: Outline;
  /** By level, of lists whose numbers may go on below the next heading. */
  readonly #last = new Map<number, LastNumber>();

  constructor(document: MarkdownDocument) {
    this.#document = document;
    this.#outline = document[reading].outline;
    for (const { passage, section } of this.#outline.nodes) {
      const own = section === undefined ? headingNumber(passage.heading?.title ?? "") : undefined;
      const value = Number(own?.parts.join("."));
      if (Number.isInteger(value)) this.#last.set(passage.heading?.level ?? 0, { old: value, now: value });
    }
    this.#below(this.#outline.childrenOf(undefined), undefined);
    this.changes.sort((a, b) => a.start - b.start);
  }

  /** `around`: the number of the heading above, as it will be. */
  #below(nodes: readonly Node[], around: readonly string[] | undefined): void {
    const levels = new Map<number, Sibling[]>();
    for (const node of nodes) {
      const level = node.section?.level ?? 0;
      const number = headingNumber(node.passage.heading?.title ?? "");
      appendTo(levels, level, { node, number });
    }
    for (const [level, siblings] of levels) {
      if (isConsistent(siblings, around)) this.#renumber(siblings, around, level);
      else for (const { node, number } of siblings) this.#below(this.#outline.childrenOf(node), number?.parts);
    }
  }

  #renumber(siblings: readonly Sibling[], around: readonly string[] | undefined, level: number): void {
    const values = siblings.flatMap(({ number }) => (number === undefined ? [] : [Number(number.parts.at(-1))]));
    const nested = siblings.some(({ number }) => number !== undefined && number.parts.length > 1);
    const before = nested ? undefined : this.#last.get(level);
    const goesOn = before !== undefined && values[0] === before.old + 1;
    let next = goesOn ? before.now + 1 : smallest([1, ...values]);
    for (const { node, number } of siblings) {
      if (number === undefined) {
        this.#below(this.#outline.childrenOf(node), undefined);
        continue;
      }
      const last = number.parts.at(-1) ?? "";
      const parts = [
        ...(nested ? (around ?? []) : []),
        String(next).padStart(last.startsWith("0") ? last.length : 1, "0"),
      ];
      this.#write(node, parts.join("."));
      this.#below(this.#outline.childrenOf(node), parts);
      next++;
    }
    if (!nested) this.#last.set(level, { old: values.at(-1) ?? 0, now: next - 1 });
  }

  #write({ passage: { heading } }: Node, number: string): void {
    if (heading === undefined) return;
    const span = this.#document.span(heading.text.at);
    const own = headingNumber(this.#document.text.slice(span.start, span.end));
    if (own === undefined) return;
    const digits = { start: span.start + own.start, end: span.start + own.end };
    append(this.changes, replaceSpan(this.#document.text, digits, number));
  }
}

/**
 * Whether siblings are numbered on purpose: more of them with a number than without, all in one style, and nested numbers
 * (`2.1`) only below a number.
 */
function isConsistent(siblings: readonly Sibling[], around: readonly string[] | undefined): boolean {
  const numbers = siblings.flatMap(({ number }) => number ?? []);
  const [first] = numbers;
  if (first === undefined || numbers.length * 2 <= siblings.length) return false;
  const depth = first.parts.length;
  if (numbers.some(({ parts, mark }) => parts.length !== depth || mark !== first.mark)) return false;
  return depth === 1 ? numbers.length > 1 : around !== undefined && depth === around.length + 1;
}
