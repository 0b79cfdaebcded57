import type { ReleaseDocument } from "../document/model.ts";
import type { Stage } from "../stage/stage.ts";
import { failureText } from "../text/failure-text.ts";
import { type EarlierItems, ItemRun, type MakeFinding } from "./item-findings.ts";
import {
  type Finding,
  type ItemCheck,
  type ItemList,
  itemLists,
  type Rule,
  type RuleContext,
  type Severity,
} from "./rule.ts";
import { wholeDocument } from "./whole-document.ts";

/** The severity a rule has of itself at a stage. */
export function severityAt(rule: Pick<Rule, "severity">, stage: Stage): Severity {
  return typeof rule.severity === "string" ? rule.severity : (rule.severity[stage] ?? rule.severity.default);
}

/** Whether a rule has a say: in templates, in reports and notes, and in documents that are only recognised, few do. */
function holds(rule: Rule, { document, kind }: RuleContext): boolean {
  if (!kind.judged && rule.id.startsWith("gates/")) return false;
  if (document.template && !rule.inTemplates) return false;
  return document.declared || !rule.declaredOnly;
}

/** Softens what must not surprise: documents that never asked to be judged, and gates whose stage is only assumed. */
function soften(severity: Severity, rule: Rule, { document, stage }: RuleContext): Severity {
  const gates = rule.id.startsWith("gates/");
  if (gates && stage.source === "assumed" && (severity === "error" || severity === "warning")) return "information";
  return severity === "error" && !document.declared ? "warning" : severity;
}

/** A run of the rules over a document. */
export interface RuleRun extends EarlierItems {
  /** What the rules say, by position then rule; before suppression and configuration. */
  readonly findings: readonly Finding[];
}

/**
 * Runs the rules over a document. A rule that throws costs what it would have said, and is told with its name as
 * `internal/error`, which blocks: what is not known is never Go.
 *
 * With `last`, an earlier run over the same file, what was found in one item by itself is taken from there where the item
 * stands as it stood; the result is the same as without it.
 */
export function runRules(rules: readonly Rule[], context: RuleContext, last?: RuleRun): RuleRun {
  const items = new ItemRun(context, last);
  const findings: Finding[] = [];
  for (const rule of rules) {
    if (!holds(rule, context)) continue;
    const make = findingsOf(rule, context);
    const look = <List extends ItemList>(list: List): void => {
      const check: ItemCheck<List> | undefined = rule.each?.[list];
      if (check !== undefined) for (const { finding } of items.take(list, check, make)) findings.push(finding);
    };
    try {
      if (rule.each !== undefined) for (const list of itemLists) look(list);
      rule.check?.(context, (reported) => findings.push(make(reported)));
    } catch (failure) {
      findings.push(failed(context.document, `The rule ${rule.id}`, failure));
    }
  }
  for (const { what, failure } of context.failures ?? []) findings.push(failed(context.document, what, failure));
  return { findings: byPosition(findings, context), context, items: items.found };
}

/** What is told of a rule, or of what the rules rest on, that stopped at a document. */
function failed(document: ReleaseDocument, what: string, failure: unknown): Finding {
  return {
    rule: "internal/error",
    severity: "error",
    message: `${what} stopped at this document (${failureText(failure)}), so that what it would say is not known. This is a fault of Release Docs: please report it, with the document`,
    at: wholeDocument(document),
    fixes: [],
    blocks: true,
  };
}

/** Makes findings of what a rule reports. */
function findingsOf(rule: Rule, context: RuleContext): MakeFinding {
  const own = severityAt(rule, context.stage.stage);
  return ({ at, message, severity, blocks, fixes }) => {
    const softened = soften(severity ?? own, rule, context);
    return {
      rule: rule.id,
      severity: softened,
      message,
      at,
      fixes: fixes ?? [],
      blocks: blocks ?? softened === "error",
    };
  };
}

function byPosition(findings: readonly Finding[], { document }: RuleContext): readonly Finding[] {
  const placed = findings.map((finding) => ({ finding, start: document.span(finding.at).start }));
  placed.sort((a, b) => a.start - b.start || compare(a.finding.rule, b.finding.rule));
  return placed.map(({ finding }) => finding);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
