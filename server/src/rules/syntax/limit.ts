import type { Rule } from "../rule.ts";
import { reportProblems } from "../syntax-problems.ts";
import { wholeDocument } from "../whole-document.ts";

/** The file is small and flat enough to read. */
export const limit: Rule = {
  id: "syntax/limit",
  title: "The file is small and flat enough to read",
  rationale:
    "A file of several megabytes or a hundred levels is no document that people read, and it can hang the tools that try. What was not read is not known: it is never Go, whatever the configuration reports it as. That holds for a configuration that cannot be read, too.",
  severity: "error",
  bad: `release: [[[[[[ …
`,
  good: `release:
  id: v2.1.0
`,
  inTemplates: true,
  declaredOnly: false,
  check(context, report) {
    reportProblems("syntax/limit", context, report, true);
    const { document, config } = context;
    if (config.unread === undefined) return;
    const message = `What the configuration says is not known, and without it nothing is Go. ${config.unread}`;
    report({ at: wholeDocument(document), message, blocks: true });
  },
};
