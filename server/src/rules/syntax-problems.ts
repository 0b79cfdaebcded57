import type { Problem } from "../document/model.ts";
import type { Report, RuleContext } from "./rule.ts";

/**
 * Reports what the reader could not read, each problem by the syntax rule that it names, with its certain repair.
 *
 * @param blocks Whether it keeps the release from Go in every document; without it, as its severity does.
 */
export function reportProblems(
  rule: Problem["rule"],
  { document }: RuleContext,
  report: Report,
  blocks?: boolean,
): void {
  for (const { rule: named, at, message, replacement } of document.problems) {
    if (named !== rule) continue;
    const shared = { at, message, ...(blocks === undefined ? {} : { blocks }) };
    if (replacement === undefined) report(shared);
    else {
      const intention = { do: "replace", at, text: replacement } as const;
      report({ ...shared, fixes: [{ title: `Write ${replacement}`, intention, certain: true }] });
    }
  }
}
