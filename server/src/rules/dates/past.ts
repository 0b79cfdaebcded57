import { readDate } from "../../text/values/date.ts";
import type { Rule } from "../rule.ts";

/** The release date lies ahead. */
export const past: Rule = {
  id: "dates/past",
  title: "The release date lies ahead",
  rationale: "An approved release whose date has passed was either made without being recorded, or forgotten.",
  severity: "information",
  bad: `release:
  date: 2020-01-15
  status: approved
`,
  good: `release:
  date: 2026-12-04
  status: approved
`,
  inTemplates: false,
  declaredOnly: false,
  check({ document, stage, today }, report) {
    if (stage.source === "assumed" || !["draft", "in-review", "approved"].includes(stage.stage)) return;
    const { date } = document.facts;
    const reading = date === undefined ? undefined : readDate(date.value);
    if (date === undefined || reading?.kind !== "date" || reading.iso >= today) return;
    report({
      at: date.at,
      message: `The release date ${reading.iso} has passed while the release is ${stage.stage}: move the date, or set the status`,
    });
  },
};
