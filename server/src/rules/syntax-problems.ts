import type { Problem } from "../document/model.ts";
import type { Report, RuleContext } from "./rule.ts";

/** Reports what the reader could not read, each problem by the syntax rule that it names, with its certain repair. */
export function reportProblems(rule: Problem["rule"], { document }: RuleContext, report: Report): void {
  for (const { rule: named, at, message, replacement } of document.problems) {
    if (named !== rule) continue;
    if (replacement === undefined) report({ at, message });
    else {
      const intention = { do: "replace", at, text: replacement } as const;
      report({ at, message, fixes: [{ title: `Write ${replacement}`, intention, certain: true }] });
    }
  }
}
