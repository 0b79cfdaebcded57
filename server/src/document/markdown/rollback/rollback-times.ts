import { textAt } from "../../../text/markdown/prose.ts";
import type { Place, Text } from "../../../text/place.ts";
import { isAction } from "../../../words/rollback-words.ts";

/** A time that the way back takes. */
export interface Estimate {
  readonly text: Text;
  /** Stated for the whole, stated, or only mentioned in a sentence. */
  readonly weight: "total" | "stated" | "mentioned";
}

const objective = /\bRTO\b\W{0,6}(?:is |of )?([<≤~]?\s*\d+(?:\.\d+)?\s*[A-Za-z]+)/;
const unit = /(?:minutes?|mins?|hours?|hrs?|seconds?|secs?|[hms])(?![A-Za-z])/i;
const sentence =
  /\b(?:takes?|taking|within|(?:done|complete[sd]?|finished|back) (?:with)?in|(?:needs?|expect|allow|estimated(?: at)?))\s(?:(?:about|around|approximately|roughly|up to|less than|under|at most|some|an estimated)\s)?([~≈<≤]? ?\d{1,4}(?:[.,]\d)?(?: ?(?:-|–|to) ?\d{1,4})?[ -]?(?:minutes?|mins?|hours?|hrs?|seconds?|secs?|[hms])(?![A-Za-z]))/i;

/** Collects the times that a rollback plan names. */
export class RollbackTimes {
  readonly estimates: Estimate[] = [];
  rto: Text | undefined;

  /** A time that stands where a time is asked for; `words` tell whether it is the total. */
  state(text: Text, words: string): void {
    this.estimates.push({ text, weight: /total/i.test(words) ? "total" : "stated" });
  }

  /** The time of an RTO that a text names. */
  readObjective(text: Text): void {
    const time = /\bRTO\b/.test(text.value) ? captured(text.at, objective) : undefined;
    if (time === undefined) return;
    this.rto ??= time;
    this.estimates.push({ text: time, weight: "stated" });
  }

  /** The time in parentheses of a heading or label, when it names no RTO: `Quick rollback (5 minutes)`. */
  readTitle(title: Text, weight: Estimate["weight"]): void {
    const { length } = this.estimates;
    this.readObjective(title);
    const time = this.estimates.length > length ? undefined : inParentheses(title.at);
    if (time !== undefined) this.estimates.push({ text: time, weight });
  }

  /** The note of a label: `RTO: 15 minutes`, `15 minutes`. */
  readNote(note: Text): void {
    if (/\bRTO\b/.test(note.value)) this.readObjective(note);
    else if (/\d\s*(?:minutes?|mins?|hours?|hrs?|seconds?|[hms])(?![A-Za-z])/i.test(note.value)) {
      this.estimates.push({ text: note, weight: "stated" });
    }
  }

  /** *It takes about 15 minutes*, *the old version is back within 10 minutes*; `within` only of what is done to go back. */
  readSentence(text: Text): void {
    const time = captured(text.at, sentence);
    if (time === undefined) return;
    const only = /\bwithin\b/i.test(text.value) && !/\b(?:takes?|back)\b/i.test(text.value);
    if (!only || isAction(text.value)) this.estimates.push({ text: time, weight: "mentioned" });
  }
}

/** What stands in the first parentheses that hold a number and, behind it, a unit of time. */
function inParentheses({ part, start, end }: Place): Text | undefined {
  for (const { 1: inner = "", index } of part.text.slice(start, end).matchAll(/\(([^()]*)\)/g)) {
    const digit = inner.search(/\d/);
    if (digit === -1 || !unit.test(inner.slice(digit + 1))) continue;
    const from = start + index + 1;
    return textAt(part, { start: from, end: from + inner.length });
  }
  return undefined;
}

/** The first group of a pattern in the source of a place. */
function captured({ part, start, end }: Place, pattern: RegExp): Text | undefined {
  const found = pattern.exec(part.text.slice(start, end));
  const words = found?.[1];
  if (found === null || words === undefined) return undefined;
  const from = start + found.index + found[0].lastIndexOf(words);
  return textAt(part, { start: from, end: from + words.length });
}
