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
    const end = document.directives.slice(index + 1).find((next) => next.scope === "end" && ends(next, directive));
    const last = end === undefined ? lines.lineCount : lineOf(end, "start");
    return { directive, first: lineOf(directive, "end"), last };
  };
  return document.directives.flatMap((directive, index) => {
    if (directive.scope === "end") return [];
    if (directive.scope === "file") return [{ directive, first: 0, last: lines.lineCount }];
    return [directive.scope === "start" ? upToEnd(directive, index) : nextLine(directive)];
  });
}

const ids = (directive: Directive): readonly string[] => directive.rules.map(({ value }) => value);
const ends = (end: Directive, start: Directive): boolean =>
  end.rules.length === 0 || ids(start).every((id) => ids(end).includes(id));

const names = (directive: Directive, rule: string): boolean =>
  directive.rules.length === 0 ||
  ids(directive).some((id) => id === rule || id === "*" || (id.endsWith("/*") && rule.startsWith(id.slice(0, -1))));

/**
 * Parts findings into those that are reported and those that a `release-docs-disable-…` comment silences; a comment that
 * silences nothing is reported itself (`suppressions/unused`).
 */
export function suppress(document: ReleaseDocument, findings: readonly Finding[]): Suppressed {
  if (document.directives.length === 0) return { reported: findings, suppressed: [] };
  const lines = createLineIndex(document.text);
  const silencing = ranges(document);
  const used = new Set<Directive>();
  const silenced = (finding: Finding): boolean => {
    const { line } = lines.position(document.span(finding.at).start);
    const by = silencing.filter(
      ({ directive, first, last }) => line >= first && line <= last && names(directive, finding.rule),
    );
    for (const { directive } of by) used.add(directive);
    return by.length > 0;
  };
  const suppressed = findings.filter(silenced);
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
