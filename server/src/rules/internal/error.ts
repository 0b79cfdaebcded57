import type { Rule } from "../rule.ts";
import { reportProblems } from "../syntax-problems.ts";

/**
 * Release Docs itself works. What a rule says when it fails is told here by `runRules`; what the reader could not read for
 * such a reason, by the rule.
 */
export const internalError: Rule = {
  id: "internal/error",
  title: "Release Docs itself works",
  rationale:
    "Where a rule or the reader fails, what it would have said is not known, and a release is not Go on what is not known. It is a fault of Release Docs, not of the document: please report it, with the document.",
  severity: "error",
  bad: `# A document at which a rule stops with an error, whose name the finding tells
release:
  id: v2.1.0
`,
  good: `# The same, once the fault is mended
release:
  id: v2.1.0
`,
  inTemplates: true,
  declaredOnly: false,
  check(context, report) {
    reportProblems("internal/error", context, (problem) => report({ ...problem, blocks: true }));
  },
};
