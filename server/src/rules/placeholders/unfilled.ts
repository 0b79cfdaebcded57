import { quote } from "../quote.ts";
import type { Rule } from "../rule.ts";

/** No blank is left. */
export const unfilled: Rule = {
  id: "placeholders/unfilled",
  title: "No blank is left",
  rationale: "A blank in a command, a contact or a date is found out at the moment it is needed.",
  severity: "warning",
  bad: `**Release Manager:** [Name]
`,
  good: `**Release Manager:** @alice
`,
  inTemplates: false,
  declaredOnly: false,
  each: {
    placeholders({ text, at }, _context, report) {
      report({ at, message: `${quote(text)} is a blank: fill it in` });
    },
  },
};
