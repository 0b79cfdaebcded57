import { count } from "../../rules/quote.ts";
import type { Finding, Severity } from "../../rules/rule.ts";
import { createLineIndex } from "../../text/line-index.ts";
import { sourceOfSettings } from "../../workspace/setting-for.ts";
import type { Shaping } from "../shaping.ts";
import { type ShapingEvidence, saidAt } from "./evidence.ts";

const weight: Readonly<Record<Severity | "off", number>> = { error: 4, warning: 3, information: 2, hint: 1, off: 0 };

/** Severities that the configuration lowers for what blocks; a comment that silences it is told for itself. */
export function loweredRules(evidence: ShapingEvidence): readonly Shaping[] {
  const { document, configuration, stage, findings, suppressed } = evidence;
  const settingOf = sourceOfSettings(document.uri, configuration);
  const silenced = new Set(suppressed);
  const blocking = findings.filter((finding) => finding.blocks && !silenced.has(finding));
  return [...byRule(blocking)].flatMap(([rule, found]): readonly Shaping[] => {
    const source = settingOf(rule, stage.stage);
    const lowered = source && found.filter(({ severity }) => weight[source.setting] < weight[severity]);
    if (source === undefined || lowered === undefined || lowered.length === 0) return [];
    const told = source.setting === "off" ? "is switched off" : `is told as ${source.setting}`;
    return [
      {
        what: "rule",
        sentence: `${rule} ${told}: ${count(lowered.length, "blocker")} all the same`,
        ...saidAt(configuration, source.written.setting, source.written.name),
      },
    ];
  });
}

/** Comments that silence what blocks. */
export function suppressions({ document, suppressed }: ShapingEvidence): readonly Shaping[] {
  const blocking = suppressed.filter(({ blocks }) => blocks);
  if (blocking.length === 0) return [];
  const lines = createLineIndex(document.text);
  return [...byRule(blocking)].map(([rule, found]): Shaping => {
    const [first] = found;
    const line = first && lines.position(document.span(first.at).start).line + 1;
    return {
      what: "suppressed",
      sentence: `A comment silences ${rule}: ${count(found.length, "blocker")} all the same`,
      at: { file: document.uri, ...(line !== undefined && { line }) },
    };
  });
}

function byRule(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.rule);
    if (group === undefined) groups.set(finding.rule, [finding]);
    else group.push(finding);
  }
  return groups;
}
