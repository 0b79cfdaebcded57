import type { Fix } from "../document/intention.ts";
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
  for (const problem of document.problems) {
    if (problem.rule !== rule) continue;
    const { at, message, severity } = problem;
    const stops = blocks ?? problem.blocks;
    report({
      at,
      message,
      ...(severity === undefined ? {} : { severity }),
      ...(stops === undefined ? {} : { blocks: stops }),
      fixes: repairsOf(problem),
    });
  }
}

function repairsOf({ at, replacement, repair, misplaced }: Problem): readonly Fix[] {
  if (misplaced === true) {
    return [
      { title: "Move the front matter to the first line", intention: { do: "move-front-matter" }, certain: true },
    ];
  }
  if (replacement === undefined) return [];
  const intention = { do: "replace", at, text: replacement } as const;
  return [{ title: repair ?? `Write ${replacement}`, intention, certain: true }];
}
