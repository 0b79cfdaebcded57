import { appendTo } from "../../document/append-to.ts";
import type { Gate } from "../../document/model.ts";
import { mostOptions } from "../../text/markdown/boxes.ts";
import type { Span } from "../../text/place.ts";
import { escapeHtml } from "../escape-html.ts";
import { gateBox, gateState } from "../gate-box.ts";
import { findingAttributes } from "../marks.ts";
import type { PageContext } from "../page-context.ts";
import { inlineSpan } from "./inline-span.ts";
import { type Sign, sign, withoutForgedSigns } from "./signs.ts";

/** A Markdown source with signs in it, and what they stand for. */
export interface Annotated {
  readonly source: string;
  /** HTML of the boxes, by index. */
  readonly boxes: readonly string[];
}

interface Insertion extends Span {
  readonly sign: Sign;
}

/** `- [BUG-001]: [Description]` is text to us, but a link definition to CommonMark. */
const bracketedDefinition = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*\[(?:[^\][\\\r\n]|\\.)+\](?=:[ \t]*\[)/gm;

/** Puts signs for gates, placeholders and findings into the source that stands in `body`. */
export function annotate(page: PageContext, body: Span): Annotated {
  const source = withoutForgedSigns(page.document.text);
  const boxes = new BoxCollector(page);
  for (const gate of page.document.gates) boxes.gate(gate);
  for (const trigger of page.document.noGoTriggers) boxes.trigger(page.document.span(trigger.at), trigger);
  const insertions = [...boxes.insertions, ...markInsertions(page, boxes.places), ...textInsertions(source, body)]
    .filter(({ start, end }) => start >= body.start && end <= body.end)
    .sort((a, b) => a.start - b.start || order(a) - order(b));
  let result = "";
  let at = body.start;
  for (const { start, end, sign: found } of insertions) {
    if (start < at) continue;
    result += source.slice(at, start) + sign(found.kind, found.index);
    at = end;
  }
  return { source: result + source.slice(at, body.end), boxes: boxes.html };
}

const order = ({ sign: { kind } }: Insertion): number => (kind === "close" ? 0 : kind === "box" ? 2 : 1);

/** Makes the boxes of gates; each takes the place of its source. */
class BoxCollector {
  readonly insertions: Insertion[] = [];
  readonly html: string[] = [];
  /** Offset of a box → its end. */
  readonly places = new Map<number, number>();
  readonly #page: PageContext;
  readonly #findings = new Map<string, number[]>();

  constructor(page: PageContext) {
    this.#page = page;
    page.findings.forEach(({ at, severity }, index) => {
      const { start, end } = page.document.span(at);
      if (severity !== "hint") appendTo(this.#findings, `${start}:${end}`, index);
    });
  }

  gate(gate: Gate): void {
    const { document } = this.#page;
    const box = document.span(gate.box);
    if (gate.form !== "choice") {
      this.#add(box, this.#box(gate, box) + spaced(gateState(gate)));
      return;
    }
    gate.options?.slice(0, mostOptions).forEach(({ box: own, words, ticked }, index) => {
      const place = document.span(own);
      const option = { index, words, ticked };
      const state = place.start === box.start ? spaced(gateState(gate)) : "";
      this.#add(place, this.#box(gate, place, option) + state);
    });
  }

  /** A condition that blocks when it is ticked: shown, not answered here. */
  trigger(at: Span, { text, ticked }: { readonly text: string; readonly ticked: boolean }): void {
    if (!/^\[[ xX]\]$/.test(this.#page.document.text.slice(at.start, at.end))) return;
    const label = escapeHtml(`No-go trigger: ${text}`);
    this.#add(at, `<input type="checkbox" aria-label="${label}"${ticked ? ' checked=""' : ""} disabled="">`);
  }

  #at({ start, end }: Span): readonly number[] {
    return this.#findings.get(`${start}:${end}`) ?? [];
  }

  #box(gate: Gate, place: Span, option?: NonNullable<Parameters<typeof gateBox>[1]["option"]>): string {
    const findings = findingAttributes(this.#at(place), this.#page.findings);
    const shared = { due: this.#page.due.has(gate.id), interactive: this.#page.interactive, findings };
    return gateBox(gate, option === undefined ? shared : { ...shared, option });
  }

  #add(place: Span, html: string): void {
    if (this.places.has(place.start)) return;
    this.places.set(place.start, place.end);
    this.insertions.push({ ...place, sign: { kind: "box", index: this.html.length } });
    this.html.push(html);
  }
}

const spaced = (html: string): string => (html === "" ? "" : ` ${html}`);

function markInsertions({ document, lines, marks }: PageContext, boxes: ReadonlyMap<number, number>): Insertion[] {
  return marks.flatMap((mark, index) => {
    if (boxes.get(mark.start) === mark.end) return [];
    const span = inlineSpan(document.text, lines, mark);
    if (span === undefined) return [];
    return [
      { start: span.start, end: span.start, sign: { kind: "open", index } },
      { start: span.end, end: span.end, sign: { kind: "close", index } },
    ];
  });
}

function textInsertions(source: string, body: Span): Insertion[] {
  return [...source.slice(body.start, body.end).matchAll(bracketedDefinition)].map((match) => {
    const at = body.start + match.index + match[0].length;
    return { start: at, end: at, sign: { kind: "text", index: 0 } };
  });
}
