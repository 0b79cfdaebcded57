import type { RuleMetadata } from "./rule.ts";

/** The file name of a rule's page below `docs/rules`: `gates/unchecked` → `gates--unchecked.md`. */
export const pageName = (id: string): string => `${id.replace("/", "--")}.md`;

/** Where a rule is explained. */
export const pageUrl = (id: string): string =>
  `https://github.com/release-docs/release-docs/blob/main/docs/rules/${pageName(id)}`;

const languageOf = (example: string): string =>
  /^(?:---|#{1,6} |\*\*|\||- \[|\[|<!--)/.test(example) ? "markdown" : "yaml";

const fence = (example: string): string => {
  const ticks = example.includes("```") ? "````" : "```";
  return `${ticks}${languageOf(example)}\n${example.trimEnd()}\n${ticks}`;
};

function severityText({ severity }: RuleMetadata): string {
  if (typeof severity === "string") return `Severity: **${severity}**.`;
  const { default: usual, ...stages } = severity;
  const others = Object.entries(stages).map(([stage, value]) => `${value} at ${stage}`);
  return `Severity: **${usual}**; ${others.join(", ")}.`;
}

function scopeText({ inTemplates, declaredOnly }: RuleMetadata): string {
  const templates = inTemplates ? "Also holds in templates." : "Silent in templates.";
  const declared = declaredOnly
    ? "Only in declared documents, not in those that are recognised by their title."
    : "Also in documents that are recognised by their title, there as a warning at most.";
  return `${templates} ${declared}`;
}

/** The page of a rule, as Markdown: what, why, bad, good, how to configure, how to suppress. */
export function rulePage(rule: RuleMetadata): string {
  const { id, title, rationale, bad, good } = rule;
  const comment =
    languageOf(bad) === "yaml"
      ? `# release-docs-disable-next-line ${id} -- reason`
      : `<!-- release-docs-disable-next-line ${id} -- reason -->`;
  return `# ${id}

**${title}.**

${rationale}

${severityText(rule)} ${scopeText(rule)}

## Bad

${fence(bad)}

## Good

${fence(good)}

## Configure

In \`.release-docs.yaml\`:

\`\`\`yaml
rules:
  ${id}: warning # off, error, warning, information, hint, or one for each stage
\`\`\`

Configuration changes what is reported, never the verdict.

## Suppress

${fence(comment)}
`;
}

/** The list of all rules, as Markdown. */
export function ruleIndex(rules: readonly RuleMetadata[]): string {
  const rows = rules.map(
    (rule) =>
      `| [${rule.id}](${pageName(rule.id)}) | ${rule.title} | ${typeof rule.severity === "string" ? rule.severity : `${rule.severity.default}, by stage`} |`,
  );
  return `# Rules\n\n| rule | what it asks | severity |\n| --- | --- | --- |\n${rows.join("\n")}\n`;
}
