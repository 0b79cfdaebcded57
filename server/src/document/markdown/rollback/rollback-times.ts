import { textAt } from "../../../text/markdown/prose.ts";
import type { Place, Text } from "../../../text/place.ts";
import { expression, textHas } from "../../../words/lists.ts";
import { isAction } from "../../../words/rollback-words.ts";

/** A time that the way back takes. */
export interface Estimate {
  readonly text: Text;
  /** Stated for the whole, stated, or only mentioned in a sentence. */
  readonly weight: "total" | "stated" | "mentioned";
}

/** What a rollback takes no longer than. */
const shortUnits = ["unitSeconds", "unitMinutes", "unitHours"] as const;

const objective = expression(
  (either) => `${either("rto")}\\W{0,6}(?:${either("rtoJoint")}\\s)?([<≤~]?\\s*\\d+(?:\\.\\d+)?\\s*\\p{L}+)`,
  "u",
);
const rto = expression((either) => either("rto"), "");
const unit = expression((_, behind) => behind(...shortUnits));
const noted = expression((_, behind) => `\\d\\s*${behind(...shortUnits)}`);
const sentence = expression(
  (either, behind) =>
    `${either("takesTime")}\\s(?:${either("roughly")}\\s)?([~≈<≤]? ?\\d{1,4}(?:[.,]\\d)?(?: ?(?:-|–|${either("rangeTo")}) ?\\d{1,4})?[ -]?${behind(...shortUnits)})`,
);
const isTotal = textHas("total");
const hasWithin = textHas("within");
const hasWhole = textHas("takesWhole");

/** Collects the times that a rollback plan names. */
export class RollbackTimes {
  readonly estimates: Estimate[] = [];
  rto: Text | undefined;

  /** A time that stands where a time is asked for; `words` tell whether it is the total. */
  state(text: Text, words: string): void {
    this.estimates.push({ text, weight: isTotal(words) ? "total" : "stated" });
  }

  /** The time of an RTO that a text names. */
  readObjective(text: Text): void {
    const time = rto().test(text.value) ? captured(text.at, objective()) : undefined;
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
    if (rto().test(note.value)) this.readObjective(note);
    else if (noted().test(note.value)) {
      this.estimates.push({ text: note, weight: "stated" });
    }
  }

  /** *It takes about 15 minutes*, *the old version is back within 10 minutes*; `within` only of what is done to go back. */
  readSentence(text: Text): void {
    const time = captured(text.at, sentence());
    if (time === undefined) return;
    const only = hasWithin(text.value) && !hasWhole(text.value);
    if (!only || isAction(text.value)) this.estimates.push({ text: time, weight: "mentioned" });
  }
}

/** What stands in the first parentheses that hold a number and, behind it, a unit of time. */
function inParentheses({ part, start, end }: Place): Text | undefined {
  for (const { 1: inner = "", index } of part.text.slice(start, end).matchAll(/\(([^()]*)\)/g)) {
    const digit = inner.search(/\d/);
    if (digit === -1 || !unit().test(inner.slice(digit + 1))) continue;
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
