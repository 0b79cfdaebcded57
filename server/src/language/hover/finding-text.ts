import type { RuleMetadata } from "../../rules/rule.ts";
import { pageUrl } from "../../rules/rule-page.ts";
import type { FeatureContext } from "../feature.ts";

/** Findings that are explained at one place, at most. */
const most = 3;

/** Why the rules of the findings at an offset matter. The editor shows their messages itself. */
export function findingText({ assessment, rules }: FeatureContext, offset: number): readonly string[] {
  const { document, findings } = assessment;
  const named = new Set<string>();
  for (const { rule, at } of findings) {
    if (named.has(rule) || named.size >= most) continue;
    const { start, end } = document.span(at);
    if (start <= offset && offset <= end) named.add(rule);
  }
  return rules.filter(({ id }) => named.has(id)).map(explanation);
}

/** The rule that a line names at a column: in a comment that silences it. */
export function ruleText({ rules }: FeatureContext, line: string, column: number): string {
  if (!line.includes("release-docs-")) return "";
  for (const match of line.matchAll(/(?<![a-z-])[a-z-]+\/[a-z-]+/g)) {
    if (match.index > column || column > match.index + match[0].length) continue;
    const rule = rules.find(({ id }) => id === match[0]);
    if (rule !== undefined) return explanation(rule);
  }
  return "";
}

const explanation = ({ id, title, rationale }: RuleMetadata): string =>
  `**${title}.** ${rationale} ([${id}](${pageUrl(id)}))`;
