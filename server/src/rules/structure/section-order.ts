import type { Section } from "../../document/model.ts";
import { largest } from "../../text/extremes.ts";
import { quote } from "../quote.ts";
import type { Rule } from "../rule.ts";

/** Sections stand in the order of the kind. */
export const sectionOrder: Rule = {
  id: "structure/section-order",
  title: "Sections stand in the order of the kind",
  rationale:
    "Under pressure people read from the top: rollback before deployment, or approval after it, is followed in that order.",
  severity: "information",
  bad: `## 5. Smoke Tests

## 4. Deployment Steps
`,
  good: `## 4. Deployment Steps

## 5. Smoke Tests
`,
  inTemplates: true,
  declaredOnly: true,
  check({ document, kind }, report) {
    const ranks = new Map(kind.sections.map(({ key }, index) => [key, index]));
    const seen = new Set<number>();
    const placed = document.sections.flatMap((section): readonly Placed[] => {
      const rank = section.known && section.path.length === 1 ? ranks.get(section.key) : undefined;
      if (rank === undefined || seen.has(rank)) return [];
      seen.add(rank);
      return [{ section, rank }];
    });
    const kept = longestInOrder(placed);
    placed.forEach(({ section, rank }, index) => {
      if (kept.has(index)) return;
      const above = placed.find((other, at) => at < index && kept.has(at) && other.rank > rank);
      const below = placed.findLast((other, at) => at > index && kept.has(at) && other.rank < rank);
      const [other, where, move] =
        above === undefined ? ([below, "before", "after"] as const) : ([above, "after", "before"] as const);
      if (other === undefined) return;
      const intention = { do: "move-section", section: section.at, where: move, other: other.section.at } as const;
      report({
        at: section.at,
        message: `${quote(section.title)} stands ${where} ${quote(other.section.title)}: move it ${move}`,
        fixes: [{ title: `Move section ${move} ${quote(other.section.title)}`, intention, certain: false }],
      });
    });
  },
};

/** A section and its place in the order of the kind. */
interface Placed {
  readonly section: Section;
  readonly rank: number;
}

/** Indexes of the most sections that can stay where they are, so that one that was moved is reported and no other. */
function longestInOrder(placed: readonly Placed[]): ReadonlySet<number> {
  const lengths: number[] = [];
  const before: (number | undefined)[] = [];
  placed.forEach(({ rank }, index) => {
    let previous: number | undefined;
    for (let at = 0; at < index; at++) {
      const fits = (placed[at]?.rank ?? rank) < rank;
      if (fits && (previous === undefined || (lengths[at] ?? 0) > (lengths[previous] ?? 0))) previous = at;
    }
    before.push(previous);
    lengths.push(previous === undefined ? 1 : (lengths[previous] ?? 0) + 1);
  });
  const kept = new Set<number>();
  let last: number | undefined = lengths.length === 0 ? undefined : lengths.indexOf(largest(lengths));
  while (last !== undefined) {
    kept.add(last);
    last = before[last];
  }
  return kept;
}
