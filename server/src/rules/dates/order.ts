import { readDate } from "../../text/values/date.ts";
import { quote } from "../quote.ts";
import type { Rule } from "../rule.ts";

/** Milestones follow each other. */
export const order: Rule = {
  id: "dates/order",
  title: "Milestones follow each other",
  rationale: "A code freeze after the release, or an end before its start, means that one of the dates is wrong.",
  severity: "warning",
  bad: `| Milestone | Date |
|---|---|
| Code freeze | 2026-12-10 |
| Production deployment | 2026-12-04 |
`,
  good: `| Milestone | Date |
|---|---|
| Code freeze | 2026-11-27 |
| Production deployment | 2026-12-04 |
`,
  inTemplates: false,
  declaredOnly: false,
  check({ document }, report) {
    let latest: { readonly iso: string; readonly name: string } | undefined;
    for (const { name, date, end, ordered } of document.milestones) {
      const start = date === undefined ? undefined : readDate(date.value);
      const finish = end === undefined ? undefined : readDate(end.value);
      if (start?.kind !== "date" || date === undefined) continue;
      if (finish?.kind === "date" && end !== undefined && finish.iso < start.iso) {
        report({
          at: end.at,
          message: `${quote(name.value)} ends on ${finish.iso}, before it starts on ${start.iso}: correct one of them`,
        });
      }
      if (!ordered) continue;
      if (latest !== undefined && start.iso < latest.iso) {
        report({
          at: date.at,
          message: `${quote(name.value)} on ${start.iso} comes before ${quote(latest.name)} on ${latest.iso}, which stands above it: correct one of them`,
        });
      } else latest = { iso: start.iso, name: name.value };
    }
  },
};
