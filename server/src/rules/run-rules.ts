import type { Stage } from "../stage/stage.ts";
import type { Finding, Rule, RuleContext, Severity } from "./rule.ts";

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

/**
 * What the rules say of a document, by position then rule; before suppression and configuration. A broken rule cannot
 * hide: what it throws reaches the caller.
 */
export function runRules(rules: readonly Rule[], context: RuleContext): readonly Finding[] {
  const findings: (Finding & { readonly start: number })[] = [];
  for (const rule of rules) {
    if (!holds(rule, context)) continue;
    const own = severityAt(rule, context.stage.stage);
    rule.check(context, ({ at, message, severity, blocks, fixes }) => {
      const softened = soften(severity ?? own, rule, context);
      findings.push({
        rule: rule.id,
        severity: softened,
        message,
        at,
        fixes: fixes ?? [],
        blocks: blocks ?? softened === "error",
        start: context.document.span(at).start,
      });
    });
  }
  return findings.sort((a, b) => a.start - b.start || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0));
}
