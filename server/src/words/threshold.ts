import { expression } from "./lists.ts";

export type Comparison = "<" | "<=" | ">" | ">=";

/** `error rate > 1%`: what is measured, how it is compared, with what. */
export interface Threshold {
  /** Lower case, trimmed: `error rate`. Empty when the text only says `> 1%`. */
  readonly metric: string;
  readonly comparison: Comparison;
  /** In the base unit: percent, milliseconds, or a bare number. */
  readonly value: number;
  readonly unit: "%" | "ms" | "";
}

const comparisons: Readonly<Record<string, Comparison>> = {
  "<": "<",
  "<=": "<=",
  "≤": "<=",
  ">": ">",
  ">=": ">=",
  "≥": ">=",
};

const bound = expression(
  (_, behind) =>
    `(<=|>=|<|>|≤|≥)\\s*(\\d+(?:[.,]\\d+)?)\\s*(?:(%)|(${behind("unitMilliseconds")})|(${behind("unitSeconds")}))?(?![\\w%])`,
);
const joint = expression((either) => `(?<!\\s)\\s+${either("or", "and")}\\s+|[,;]`);

/** The first threshold of a text; `undefined` where it names none. */
export function parseThreshold(text: string): Threshold | undefined {
  const match = bound().exec(text);
  if (match === null) return undefined;
  const comparison = comparisons[match[1] ?? ""];
  if (comparison === undefined) return undefined;
  const value = Number((match[2] ?? "").replace(",", "."));
  const metric = text
    .slice(0, match.index)
    .replace(/[*_`:]/g, "")
    .trim()
    .toLowerCase();
  const [share, milliseconds, seconds] = match.slice(3);
  if (share !== undefined) return { metric, comparison, value, unit: "%" };
  if (milliseconds !== undefined) return { metric, comparison, value, unit: "ms" };
  return seconds === undefined
    ? { metric, comparison, value, unit: "" }
    : { metric, comparison, value: value * 1000, unit: "ms" };
}

/** Every threshold of a list such as `Error rate > 1% OR Latency > 500ms`. */
export function parseThresholds(text: string): readonly Threshold[] {
  return text
    .split(joint())
    .map(parseThreshold)
    .filter((threshold) => threshold !== undefined);
}
