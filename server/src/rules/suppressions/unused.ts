import type { Rule } from "../rule.ts";

/**
 * No suppression outlives its reason.
 *
 * Its findings come from `suppress`, which alone knows what a comment silenced; the rule stands here for its page,
 * its severity and its place in the registry.
 */
export const unused: Rule = {
  id: "suppressions/unused",
  title: "No suppression outlives its reason",
  rationale: "A comment that silences nothing today silences the next true finding tomorrow.",
  severity: "warning",
  bad: `# release-docs-disable-next-line schema/enum -- agreed with the platform team
release:
  id: v2.1.0
`,
  good: `release:
  id: v2.1.0
`,
  inTemplates: true,
  declaredOnly: false,
  check() {},
};
