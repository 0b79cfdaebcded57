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

/** The first threshold of a text; `undefined` where it names none. */
export function parseThreshold(text: string): Threshold | undefined {
  const match = /(<=|>=|<|>|≤|≥)\s*(\d+(?:[.,]\d+)?)\s*(%|ms|milliseconds?|s|sec|seconds?)?(?![\w%])/i.exec(text);
  if (match === null) return undefined;
  const comparison = comparisons[match[1] ?? ""];
  if (comparison === undefined) return undefined;
  const unit = (match[3] ?? "").toLowerCase();
  const value = Number((match[2] ?? "").replace(",", "."));
  const metric = text
    .slice(0, match.index)
    .replace(/[*_`:]/g, "")
    .trim()
    .toLowerCase();
  if (unit === "%") return { metric, comparison, value, unit: "%" };
  if (unit === "") return { metric, comparison, value, unit: "" };
  return { metric, comparison, value: unit.startsWith("m") ? value : value * 1000, unit: "ms" };
}

/** Every threshold of a list such as `Error rate > 1% OR Latency > 500ms`. */
export function parseThresholds(text: string): readonly Threshold[] {
  return text
    .split(/(?<!\s)\s+(?:or|and)\s+|[,;]/i)
    .map(parseThreshold)
    .filter((threshold) => threshold !== undefined);
}
