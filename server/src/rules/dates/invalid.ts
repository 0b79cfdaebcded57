import { readDate } from "../../document/values/date.ts";
import { quote } from "../quote.ts";
import type { Rule } from "../rule.ts";

/** Every date exists. */
export const invalid: Rule = {
  id: "dates/invalid",
  title: "Every date exists",
  rationale: "`2026-13-40` is a typing error that becomes a missed window.",
  severity: "error",
  bad: `release:
  date: 2026-13-40
`,
  good: `release:
  date: 2026-12-04
`,
  inTemplates: true,
  declaredOnly: false,
  each: {
    dates({ label, value }, _context, report) {
      const reading = readDate(value.value);
      if (reading.kind !== "invalid") return;
      report({
        at: value.at,
        message: `${label} ${quote(value.value)} is no date, ${reading.reason}: write YYYY-MM-DD`,
      });
    },
  },
};
