import type { Fix, Intention } from "../document/intention.ts";
import type { ReleaseDocument } from "../document/model.ts";
import type { Finding } from "../rules/rule.ts";
import { Apart } from "../text/apart.ts";
import { applyChanges, replaceText } from "../text/changes.ts";
import { createLineIndex } from "../text/line-index.ts";
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

/** A fix that was carried out. */
export interface Fixed {
  /** Where its finding stood, from 1, in the text that it was found in. */
  readonly line: number;
  readonly rule: string;
  /** What it did, in the imperative. */
  readonly title: string;
}

/** A text as far as it could be fixed. */
export interface FixedText {
  /** The changes of the first text; they do not overlap. */
  readonly changes: readonly TextChange[];
  readonly fixed: readonly Fixed[];
  /** The text after them, judged. */
  readonly assessment: Assessment;
}

const mostRounds = 50;
/** Each round reads the whole text again. What is left over still stands, and is told, when so many characters were read. */
const mostRead = 1_000_000;

/**
 * Fixes all findings for which a fix is chosen, as far as they can be fixed: each round makes the changes that do not
 * touch each other, and judges the text again. A finding whose fix does not help is tried once. A round that would make the
 * text worse (no document of ours any more, or syntax errors that it did not have) is not taken.
 */
export async function fixAll(first: Assessment, choose: ChooseFix, tools: FixingTools): Promise<FixedText> {
  const tries = new Tries();
  const seen = new Set([first.document.text]);
  let current: FixedText = { changes: [], fixed: [], assessment: first };
  for (let round = 0, read = 0; round < mostRounds && read < mostRead; round++) {
    const { changes, fixed } = roundOf(current.assessment, choose, tools, tries);
    const text = applyChanges(current.assessment.document.text, changes);
    if (seen.has(text)) break;
    seen.add(text);
    read += text.length;
    const assessment = await tools.assess(text);
    if (assessment === undefined || syntaxErrors(assessment) > syntaxErrors(current.assessment)) break;
    current = {
      changes: round === 0 ? changes : replaceText(first.document.text, text),
      fixed: [...current.fixed, ...fixed],
      assessment,
    };
  }
  return current;
}

/** The changes of one round, in order, and what they fix. */
function roundOf(
  { document, findings }: Assessment,
  choose: ChooseFix,
  { edit }: FixingTools,
  tries: Tries,
): Pick<FixedText, "changes" | "fixed"> {
  const wanted = findings.flatMap((finding) => {
    const fix = choose(finding);
    return fix === undefined ? [] : [{ finding, fix, key: `${finding.rule} ${finding.message}` }];
  });
  tries.begin(wanted.map(({ key }) => key));
  const index = createLineIndex(document.text);
  const taken = new Apart<TextChange>(touch);
  const fixed: Fixed[] = [];
  /** By rule: how many fixes were taken, less those that met one of them. */
  const balances = new Map<string, number>();
  for (const { finding, fix, key } of wanted) {
    if (!tries.mayTry(key)) continue;
    // Where the fixes of a rule meet each other, few of them are made in a round: the others need not be looked at.
    const balance = balances.get(finding.rule) ?? 0;
    if (balance < 0) continue;
    const changes = edit(document, fix.intention) ?? [];
    if (changes.length === 0) continue;
    const isTaken = taken.take(changes);
    balances.set(finding.rule, balance + (isTaken ? 1 : -1));
    if (!isTaken) continue;
    tries.tried(key);
    const { line } = index.position(document.span(finding.at).start);
    fixed.push({ line: line + 1, rule: finding.rule, title: fix.title });
  }
  return { changes: taken.inOrder, fixed };
}

/** Which findings of a key were tried: so many of the first ones, less those that are gone since. */
class Tries {
  readonly #tried = new Map<string, number>();
  #counts = new Map<string, number>();
  #met = new Map<string, number>();

  /** Begins a round in which these findings stand. */
  begin(keys: readonly string[]): void {
    const before = this.#counts;
    this.#counts = new Map();
    this.#met = new Map();
    for (const key of keys) increase(this.#counts, key);
    for (const [key, count] of before) {
      const gone = Math.max(0, count - (this.#counts.get(key) ?? 0));
      this.#tried.set(key, Math.max(0, (this.#tried.get(key) ?? 0) - gone));
    }
  }

  /** Whether the next finding of a key was not tried yet. */
  mayTry(key: string): boolean {
    return increase(this.#met, key) > (this.#tried.get(key) ?? 0);
  }

  /** The finding that was asked for last is tried. */
  tried(key: string): void {
    this.#tried.set(key, this.#met.get(key) ?? 0);
  }
}

function increase(counts: Map<string, number>, key: string): number {
  const count = (counts.get(key) ?? 0) + 1;
  counts.set(key, count);
  return count;
}

const syntaxErrors = ({ document }: Assessment): number =>
  document.problems.filter(({ rule }) => rule === "syntax/yaml" || rule === "syntax/front-matter").length;

/** Whether changes touch each other, but for what is taken out side by side. */
function touch(a: TextChange, b: TextChange): boolean {
  const takesOut = (change: TextChange): boolean => change.text === "" && change.end > change.start;
  if (takesOut(a) && takesOut(b)) return a.start < b.end && b.start < a.end;
  return a.start <= b.end && b.start <= a.end;
}
