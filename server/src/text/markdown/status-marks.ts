/** What a mark says: ✅ yes, ❌ no, ☐ not yet. */
export type Mark = "✅" | "❌" | "☐";

/** The bytes of each sign as UTF-8, as Windows-1252 (with and without the bytes that it lacks) and as Mac Roman. */
const spellings: readonly (readonly [Mark, readonly string[]])[] = [
  ["✅", ["✅", "☑", "✔", "✓", "âœ…", "â\u009c\u0085", "âœ”", "âœ“", "â˜‘", "‚úÖ", "‚úî", "‚úì", "‚òë"]],
  ["❌", ["❌", "✗", "✘", "â\u009dŒ", "âŒ", "â\u009d\u008c", "‚ùå", "âœ—", "‚úó", "‚úò"]],
  ["☐", ["☐", "â˜\u0090", "‚òê"]],
];
const meaning = new Map(spellings.flatMap(([mark, all]) => all.map((spelling) => [spelling, mark] as const)));
const longestFirst = [...meaning.keys()].sort((a, b) => b.length - a.length).join("|");
const anyMark = new RegExp(`(?:${longestFirst})\uFE0F?`, "gu");
const leadingMark = new RegExp(`^(?:${longestFirst})\uFE0F?`, "u");
const worthALook = /[✅☑✔✓❌✗✘☐âœ‚]/;

export interface FoundMark {
  readonly mark: Mark;
  readonly start: number;
  readonly end: number;
}

const strip = (spelling: string): Mark => meaning.get(spelling.replace(/\uFE0F$/, "")) ?? "☐";

/** Every mark of a text, mis-encoded ones (`âœ…`, `‚úÖ`) too. Offsets count from its start. */
export function findMarks(text: string): readonly FoundMark[] {
  if (!worthALook.test(text)) return [];
  return [...text.matchAll(anyMark)].map((match) => ({
    mark: strip(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** The mark that a text starts with. */
export function markAtStart(text: string): FoundMark | undefined {
  const found = leadingMark.exec(text)?.[0];
  return found === undefined ? undefined : { mark: strip(found), start: 0, end: found.length };
}

/** A text with its mis-encoded marks repaired. */
export function repairMarks(text: string): string {
  if (!/[â‚]/.test(text)) return text;
  return text.replace(anyMark, (spelling) => (/^[â‚]/.test(spelling) ? strip(spelling) : spelling));
}
