import { appendTo } from "../document/append-to.ts";
import type { Directive, ReleaseDocument } from "../document/model.ts";
import { createLineIndex } from "../text/line-index.ts";
import { quote } from "./quote.ts";
import type { Finding } from "./rule.ts";

/** Findings parted by what comments in the document say. */
export interface Suppressed {
  readonly reported: readonly Finding[];
  readonly suppressed: readonly Finding[];
}

interface Range {
  readonly directive: Directive;
  /** Zero-based lines, both inclusive. */
  readonly first: number;
  readonly last: number;
}

/** The lines that each directive silences; `-disable` reaches to the `-enable` of the same rules, or to the end. */
function ranges(document: ReleaseDocument): readonly Range[] {
  const lines = createLineIndex(document.text);
  const lineOf = (directive: Directive, edge: "start" | "end"): number =>
    lines.position(document.span(directive.at)[edge]).line;
  const blank = (line: number): boolean => {
    const { start, end } = lines.line(line);
    return document.text.slice(start, end).trim() === "";
  };
  const nextLine = (directive: Directive): Range => {
    let line = lineOf(directive, "end") + 1;
    while (line < lines.lineCount - 1 && blank(line)) line++;
    return { directive, first: line, last: line };
  };
  const upToEnd = (directive: Directive, index: number): Range => {
    const end = closing.find((next) => next.index > index && ends(next.directive, directive))?.directive;
    const last = end === undefined ? lines.lineCount : lineOf(end, "start");
    return { directive, first: lineOf(directive, "end"), last };
  };
  const closing = [...document.directives.entries()].flatMap(([index, directive]) =>
    directive.scope === "end" ? [{ index, directive }] : [],
  );
  return document.directives.flatMap((directive, index) => {
    if (directive.scope === "end") return [];
    if (directive.scope === "file") return [{ directive, first: 0, last: lines.lineCount }];
    return [directive.scope === "start" ? upToEnd(directive, index) : nextLine(directive)];
  });
}

const ids = (directive: Directive): readonly string[] => directive.rules.map(({ value }) => value);

function ends(end: Directive, start: Directive): boolean {
  if (end.rules.length === 0) return true;
  const ended = new Set(ids(end));
  return ids(start).every((id) => ended.has(id));
}

/** What a directive may say to mean a rule; a directive without rules means all. */
const namesOf = (rule: string): readonly string[] => ["", "*", rule, `${rule.slice(0, rule.indexOf("/"))}/*`];
const namedBy = (directive: Directive): readonly string[] => (directive.rules.length === 0 ? [""] : ids(directive));

/** Which lines are silenced, by what a directive says; and on which lines something is found. */
class Silence {
  /** Of each name its ranges that do not meet, in order. */
  readonly #ranges = new Map<string, Pick<Range, "first" | "last">[]>();

  constructor(ranges: readonly Range[]) {
    for (const { directive, first, last } of ranges.toSorted((a, b) => a.first - b.first)) {
      for (const name of namedBy(directive)) this.#add(name, first, last);
    }
  }

  #add(name: string, first: number, last: number): void {
    const known = this.#ranges.get(name) ?? [];
    this.#ranges.set(name, known);
    const before = known.at(-1);
    if (before === undefined || before.last < first) known.push({ first, last });
    else known.splice(-1, 1, { first: before.first, last: Math.max(before.last, last) });
  }

  has(rule: string, line: number): boolean {
    return namesOf(rule).some((name) => {
      const ranges = this.#ranges.get(name) ?? [];
      const at = countUpTo(ranges.length, (index) => (ranges[index]?.first ?? 0) <= line);
      return (ranges[at - 1]?.last ?? -1) >= line;
    });
  }
}

/** How many of the first of so many things are so: those that are stand before those that are not. */
function countUpTo(count: number, isSo: (index: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isSo(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** By what a directive may say, the lines on which something is found that it means, in order. */
function linesByName(found: readonly { readonly rule: string; readonly line: number }[]): (range: Range) => boolean {
  const lines = new Map<string, number[]>();
  for (const { rule, line } of found.toSorted((a, b) => a.line - b.line)) {
    for (const name of namesOf(rule)) appendTo(lines, name, line);
  }
  return ({ directive, first, last }) =>
    namedBy(directive).some((name) => {
      const named = lines.get(name) ?? [];
      const line = named[countUpTo(named.length, (index) => (named[index] ?? 0) < first)];
      return line !== undefined && line <= last;
    });
}

/**
 * Parts findings into those that are reported and those that a `release-docs-disable-…` comment silences; a comment that
 * silences nothing is reported itself (`suppressions/unused`).
 */
export function suppress(document: ReleaseDocument, findings: readonly Finding[]): Suppressed {
  if (document.directives.length === 0) return { reported: findings, suppressed: [] };
  const lines = createLineIndex(document.text);
  const found = findings.map((finding) => ({
    finding,
    rule: finding.rule,
    line: lines.position(document.span(finding.at).start).line,
  }));
  const silencing = ranges(document);
  const silence = new Silence(silencing);
  const suppressed = found.filter(({ rule, line }) => silence.has(rule, line)).map(({ finding }) => finding);
  const used = new Set(silencing.filter(linesByName(found)).map(({ directive }) => directive));
  const left = new Set(suppressed);
  const unused = document.directives
    .filter((directive) => directive.scope !== "end" && !used.has(directive))
    .map(unusedFinding);
  const start = (finding: Finding): number => document.span(finding.at).start;
  const reported = [...findings.filter((finding) => !left.has(finding)), ...unused];
  return { reported: reported.sort((a, b) => start(a) - start(b)), suppressed };
}

function unusedFinding({ rules, at }: Directive): Finding {
  const what = rules.length === 0 ? "any rule" : rules.map(({ value }) => quote(value)).join(", ");
  return {
    rule: "suppressions/unused",
    severity: "warning",
    message: `This comment silences ${what}, but nothing is found there: remove it`,
    at,
    fixes: [{ title: "Remove the comment", intention: { do: "replace", at, text: "" }, certain: true }],
    blocks: false,
  };
}
