import { readDate } from "../../text/values/date.ts";
import { dateFixes } from "../date-fixes.ts";
import { quote } from "../quote.ts";
import type { Rule } from "../rule.ts";

/** Every date exists, and is one day. */
export const invalid: Rule = {
  id: "dates/invalid",
  title: "Every date exists",
  rationale:
    "`2026-13-40` is a typing error that becomes a missed window; a release on `04/12/2026` is in April for half of the team.",
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
        fixes: dateFixes(value),
      });
    },
  },
  // Elsewhere a habit of writing dates does no harm; this one is compared with freezes, with today, with the runbook.
  check({ document: { dates, facts } }, report) {
    const release = dates.find(({ value }) => value.at === facts.date?.at);
    if (release === undefined) return;
    const { label, value } = release;
    const reading = readDate(value.value);
    if (reading.kind !== "ambiguous") return;
    report({
      at: value.at,
      message: `${label} ${quote(value.value)} is ${reading.days[0]} to some and ${reading.days[1]} to others: write YYYY-MM-DD`,
      severity: "information",
      fixes: dateFixes(value),
    });
  },
};
