import { type DocumentSymbol, SymbolKind } from "vscode-languageserver-types";
import type { Gate, ReleaseDocument } from "../document/model.ts";
import type { Span } from "../text/place.ts";
import { verdictTitle } from "../verdict/judge.ts";
import type { FeatureContext } from "./feature.ts";
import { gatesWords, gateWords } from "./navigation/gate-words.ts";
import { lineStart, type Region, regionsOf, trimmedEnd } from "./navigation/structure.ts";
import { rangeOf } from "./range-of.ts";

/** A symbol before it has found its place in the tree. */
interface Entry {
  readonly name: string;
  readonly detail: string;
  readonly kind: SymbolKind;
  readonly span: Span;
  readonly selection: Span;
}

interface PlacedGate {
  readonly gate: Gate;
  readonly span: Span;
}

/** What an outline is made of: one judged document, and nothing around it. */
type Judged = Pick<FeatureContext, "assessment" | "lines">;

/** Sections with their gates, phases, work items and migrations, each with its state as detail. */
export function outline(context: Judged): DocumentSymbol[] {
  const { document } = context.assessment;
  const regions = regionsOf(document);
  const gates = document.gates.map((gate): PlacedGate => ({ gate, span: document.span(gate.at) }));
  const phases = phaseEntries(document, regions);
  const migrations = migrationEntries(context, gates);
  const entries = [
    ...titleEntry(context),
    ...regions.map((region) => regionEntry(region, gates, context, phases.details)),
    ...phases.entries,
    ...workItemEntries(document),
    ...migrations.entries,
    ...gateEntries(context, migrations.gates),
  ];
  return nest(entries, context);
}

function titleEntry({ assessment }: Judged): readonly Entry[] {
  const { document, kind, stage, verdict } = assessment;
  if (document.format === "yaml" || document.title === undefined) return [];
  const selection = document.span(document.title.at);
  const start = lineStart(document.text, selection.start);
  const end = trimmedEnd(document.text, selection.end, document.text.length);
  const standing = document.template
    ? ["template"]
    : [
        stage.stage.replaceAll("-", " "),
        ...(verdict.verdict === "none" ? [] : [verdictTitle(verdict.verdict, stage.stage)]),
      ];
  const detail = [kind.title, ...standing].join(", ");
  return [{ name: document.title.value, detail, kind: SymbolKind.File, span: { start, end }, selection }];
}

function regionEntry(
  { title, name, span }: Region,
  placed: readonly PlacedGate[],
  { assessment: { due } }: Judged,
  phaseDetails: ReadonlyMap<number, string>,
): Entry {
  const gates = placed.flatMap(({ gate, span: { start } }) => (span.start <= start && start <= span.end ? [gate] : []));
  const counted = gates.length === 0 ? [] : [gatesWords(gates, due)];
  const detail = [phaseDetails.get(name.start) ?? "", ...counted].filter((part) => part !== "").join(", ");
  return { name: title, detail, kind: SymbolKind.Namespace, span, selection: name };
}

/** Phases; those that are a heading give their detail to it. */
function phaseEntries(
  document: ReleaseDocument,
  regions: readonly Region[],
): { readonly entries: readonly Entry[]; readonly details: ReadonlyMap<number, string> } {
  const details = new Map<number, string>();
  const entries = document.phases.flatMap((phase): Entry[] => {
    const detail = [phase.traffic, phase.duration, phase.status].flatMap((text) => text?.value ?? []).join(", ");
    const selection = document.span(phase.name.at);
    const heading = regions.find(({ name }) => name.start <= selection.start && selection.end <= name.end);
    if (heading !== undefined) {
      details.set(heading.name.start, detail);
      return [];
    }
    const span = itemSpan(document, phase.pointer, document.span(phase.at));
    return [{ name: phase.name.value, detail, kind: SymbolKind.Event, span, selection }];
  });
  return { entries, details };
}

function workItemEntries(document: ReleaseDocument): readonly Entry[] {
  return document.workItems.map((item): Entry => {
    const risk = item.risk === undefined ? [] : [`${item.risk.value} risk`];
    const missing = item.rollback.length === 0 ? ["no rollback step"] : [];
    const title = item.title === undefined ? [] : [item.title.value];
    return {
      name: item.id.value,
      detail: [...title, ...risk, ...missing].join(", "),
      kind: SymbolKind.Object,
      span: itemSpan(document, item.pointer, document.span(item.at)),
      selection: document.span(item.id.at),
    };
  });
}

/** Migrations; a gate that is one gives it its state. */
function migrationEntries(
  { assessment: { document, due } }: Judged,
  placed: readonly PlacedGate[],
): {
  readonly entries: readonly Entry[];
  readonly gates: ReadonlySet<Gate>;
} {
  const gates = new Set<Gate>();
  const entries = document.migrations.map((migration): Entry => {
    const selection = document.span(migration.id.at);
    const gate = placed.find(({ span }) => span.start <= selection.start && selection.end <= span.end)?.gate;
    if (gate !== undefined) gates.add(gate);
    const missing = migration.rollback.length === 0 && !migration.coveredByPlan ? ["no rollback step"] : [];
    const state = gate === undefined ? [] : [gateWords(gate, due.has(gate.id))];
    return {
      name: migration.id.value,
      detail: [...(migration.strategy === undefined ? [] : [migration.strategy.value]), ...state, ...missing].join(
        ", ",
      ),
      kind: SymbolKind.Struct,
      span: gate === undefined ? itemSpan(document, migration.pointer, selection) : document.span(gate.at),
      selection,
    };
  });
  return { entries, gates };
}

function gateEntries({ assessment: { document, due } }: Judged, taken: ReadonlySet<Gate>): readonly Entry[] {
  const ends = new Map<string, number>();
  for (const { parent, at } of document.gates.toReversed()) {
    if (parent !== undefined) ends.set(parent, Math.max(ends.get(parent) ?? 0, document.span(at).end));
  }
  return document.gates
    .filter((gate) => !taken.has(gate))
    .map((gate): Entry => {
      const { start, end } = document.span(gate.at);
      return {
        name: gate.text,
        detail: gateWords(gate, due.has(gate.id)),
        kind: SymbolKind.Boolean,
        span: { start, end: Math.max(end, ends.get(gate.id) ?? 0) },
        selection: document.span(gate.box),
      };
    });
}

/** The whole item of a manifest's list; in Markdown what names it. */
function itemSpan(document: ReleaseDocument, pointer: readonly (string | number)[] | undefined, otherwise: Span): Span {
  return pointer === undefined ? otherwise : document.span(document.placeOf(pointer).value);
}

/** A tree by what holds what. */
/** An outline is no deeper, so that whoever walks it does not either: keys that stand many times would nest in one another. */
const mostLevels = 20;

function nest(entries: readonly Entry[], { lines }: Judged): DocumentSymbol[] {
  const roots: DocumentSymbol[] = [];
  const open: { readonly end: number; readonly children: DocumentSymbol[] }[] = [];
  const sorted = [...entries].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  for (const { name, detail, kind, span, selection } of sorted) {
    while ((open.at(-1)?.end ?? Number.POSITIVE_INFINITY) <= span.start) open.pop();
    const children: DocumentSymbol[] = [];
    const start = Math.min(span.start, selection.start);
    const end = Math.max(span.end, selection.end);
    (open[Math.min(open.length, mostLevels) - 1]?.children ?? roots).push({
      name: name.trim() === "" ? "(no name)" : name,
      detail,
      kind,
      range: rangeOf(lines, { start, end }),
      selectionRange: rangeOf(lines, selection),
      children,
    });
    open.push({ end, children });
  }
  return roots;
}
