import { readDate } from "../../text/values/date.ts";
import type { Rule } from "../rule.ts";

/** No release in a freeze. */
export const freeze: Rule = {
  id: "dates/freeze",
  title: "No release in a freeze",
  rationale: "A freeze is a promise to customers and to the people on call.",
  severity: "warning",
  bad: `# freeze 2026-12-20 to 2027-01-02 in .release-docs.yaml
release:
  date: 2026-12-24
`,
  good: `release:
  date: 2027-01-05
`,
  inTemplates: false,
  declaredOnly: false,
  check({ document, stage, config }, report) {
    if (["completed", "rolled-back", "cancelled"].includes(stage.stage)) return;
    const { date } = document.facts;
    const reading = date === undefined ? undefined : readDate(date.value);
    if (date === undefined || reading?.kind !== "date") return;
    for (const { from, to, reason } of config.freeze) {
      if (reading.iso < from || reading.iso > to) continue;
      report({
        at: date.at,
        message: `The release date ${reading.iso} falls into a freeze${reason === undefined ? "" : ` (${reason})`} from ${from} to ${to}: choose another day`,
      });
    }
  },
};
