import type { Stage } from "../stage/stage.ts";
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
 * Runs the rules over a document. A broken rule cannot hide: what it throws reaches the caller.
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
    if (rule.each !== undefined) for (const list of itemLists) look(list);
    rule.check?.(context, (reported) => findings.push(make(reported)));
  }
  return { findings: byPosition(findings, context), context, items: items.found };
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
