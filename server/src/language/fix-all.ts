import type { Fix, Intention } from "../document/intention.ts";
import type { ReleaseDocument } from "../document/model.ts";
import type { Finding } from "../rules/rule.ts";
import type { TextChange } from "../text/place.ts";
import type { Assessment } from "../verdict/assessment.ts";

/** What is needed to fix a text again and again. */
export interface FixingTools {
  edit(document: ReleaseDocument, intention: Intention): readonly TextChange[] | undefined;
  /** Judges a new text of the same file. Rejects when the work was cancelled. */
  assess(text: string): Promise<Assessment | undefined>;
}

/** Chooses the fix of a finding that is wanted, if any. */
export type ChooseFix = (finding: Finding) => Fix | undefined;

/** Fixes that need no author: for fix on save and `--fix`. */
export const certainFix: ChooseFix = ({ fixes }) => fixes.find(({ certain }) => certain);

/** The fix of a rule, by its title where all its findings have one of that title. Never an answer of a gate. */
export const fixOf =
  (rule: string, title: string | undefined): ChooseFix =>
  (finding) => {
    if (finding.rule !== rule) return undefined;
    const fix = finding.fixes.find((candidate) => title === undefined || candidate.title === title);
    return fix === undefined || fix.intention.do === "answer-gate" ? undefined : fix;
  };

const mostRounds = 50;

/**
 * Fixes all findings for which a fix is chosen, as far as they can be fixed: each round makes the changes that do not
 * touch each other, and judges the text again. Answers the changes of the first text; they do not overlap. A finding
 * whose fix does not help is tried once.
 */
export async function fixAll(first: Assessment, choose: ChooseFix, tools: FixingTools): Promise<readonly TextChange[]> {
  const tries = new Map<string, number>();
  let assessment: Assessment | undefined = first;
  let made: readonly TextChange[] = [];
  for (let round = 0; round < mostRounds && assessment !== undefined; round++) {
    const changes = roundOf(assessment, choose, tools, tries);
    if (changes.length === 0) break;
    const before = assessment.document.text;
    const after = applyChanges(before, changes);
    made = round === 0 ? changes : [wholeChange(first.document.text, after)];
    assessment = await tools.assess(after);
  }
  return made;
}

/** The changes of one round, in order. */
function roundOf(
  { document, findings }: Assessment,
  choose: ChooseFix,
  { edit }: FixingTools,
  tries: Map<string, number>,
): readonly TextChange[] {
  const taken = new Changes();
  const seen = new Map<string, number>();
  for (const finding of findings) {
    const fix = choose(finding);
    if (fix === undefined) continue;
    const key = `${finding.rule} ${finding.message}`;
    const ordinal = (seen.get(key) ?? 0) + 1;
    seen.set(key, ordinal);
    if (ordinal <= (tries.get(key) ?? 0)) continue;
    const changes = edit(document, fix.intention) ?? [];
    if (!taken.take(changes)) continue;
    tries.set(key, ordinal);
  }
  return taken.inOrder;
}

/** Changes that do not touch each other, but for what is taken out side by side. */
class Changes {
  readonly #taken: TextChange[] = [];

  get inOrder(): readonly TextChange[] {
    return this.#taken;
  }

  /** Takes changes, all or none: none where one of them touches what was taken before. */
  take(changes: readonly TextChange[]): boolean {
    if (changes.some((change) => this.#touches(change))) return false;
    for (const change of changes) this.#taken.splice(this.#placeOf(change), 0, change);
    return true;
  }

  #touches(change: TextChange): boolean {
    const at = this.#placeOf(change);
    return [this.#taken[at - 1], this.#taken[at]].some((other) => other !== undefined && touch(other, change));
  }

  /** The index of the first change that begins where this one does, or behind it. */
  #placeOf({ start }: TextChange): number {
    let [low, high] = [0, this.#taken.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#taken[middle]?.start ?? start) < start) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function touch(a: TextChange, b: TextChange): boolean {
  const takesOut = (change: TextChange): boolean => change.text === "" && change.end > change.start;
  if (takesOut(a) && takesOut(b)) return a.start < b.end && b.start < a.end;
  return a.start <= b.end && b.start <= a.end;
}

/** A text with changes applied, which must not overlap. */
export function applyChanges(text: string, changes: readonly TextChange[]): string {
  let result = "";
  let at = 0;
  for (const change of [...changes].sort((a, b) => a.start - b.start)) {
    result += text.slice(at, change.start) + change.text;
    at = change.end;
  }
  return result + text.slice(at);
}

/** One change that turns a text into another, without what both begin and end with. */
function wholeChange(before: string, after: string): TextChange {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return { start, end: before.length - end, text: after.slice(start, after.length - end) };
}
