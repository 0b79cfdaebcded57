import { markdownText } from "../../text/markdown/escape-markdown.ts";
import { readDate } from "../../text/values/date.ts";
import { runStart } from "../../text/values/text-end.ts";
import { formatDuration, parseDuration, unitLists } from "../../words/duration.ts";
import { expression } from "../../words/lists.ts";
import { type Comparison, parseThreshold } from "../../words/threshold.ts";

/** What is compared with, from the operator on. */
const bound = expression(
  (_, behind) =>
    `(?:[<>]=?|≤|≥)\\s*\\d+(?:[.,]\\d+)?(?:\\s*(?:%|${behind("unitMilliseconds", "unitSeconds")})|\\s{0,9})`,
  "gu",
);
const longestMetric = 61;
const duration = expression((_, behind) => {
  const unit = behind(...unitLists);
  return `(?<![\\w.])\\d{1,12}(?:\\.\\d{1,12})?\\s{0,9}${unit}(?:\\s{0,9}\\d{1,12}\\s{0,9}${unit}){0,9}(?![\\w])`;
}, "gi");
const date = /(?<![\w-])\d{4}-\d\d-\d\d(?![\w-])/g;

/**
 * What a measure means, in words: the threshold, duration or date of a text that a column stands on. Empty where none
 * does. `today`: `YYYY-MM-DD`.
 */
export function wordsAt(text: string, column: number, today: string): string {
  const limit = thresholdAt(text, column);
  if (limit !== undefined) return thresholdWords(limit);
  const span = matchAt(duration(), text, column);
  if (span !== undefined) return durationWords(span);
  const day = matchAt(date, text, column);
  return day === undefined ? "" : dateWords(day, today);
}

/** A comparison with the name of what is measured before it. */
function thresholdAt(text: string, column: number): string | undefined {
  for (const match of text.slice(0, 2000).matchAll(bound())) {
    const words = text.slice(0, match.index).trimEnd();
    const run = words.slice(Math.max(runStart(words, /[\p{L}\p{N} /-]/u), words.length - longestMetric));
    const metric = run.slice(Math.max(0, run.search(/\p{L}/u)));
    if (!/^\p{L}/u.test(metric)) continue;
    const start = words.length - metric.length;
    const end = match.index + match[0].length;
    if (start <= column && column <= end) return text.slice(start, end);
  }
  return undefined;
}

function matchAt(pattern: RegExp, text: string, column: number): string | undefined {
  for (const match of text.slice(0, 2000).matchAll(pattern)) {
    if (match.index <= column && column <= match.index + match[0].length) return match[0];
  }
  return undefined;
}

const comparisons: Readonly<Record<Comparison, string>> = {
  "<": "below",
  "<=": "at most",
  ">": "above",
  ">=": "at least",
};

function thresholdWords(text: string): string {
  const read = parseThreshold(text);
  if (read === undefined) return "";
  const unit = read.unit === "%" ? " percent" : read.unit === "ms" ? ` milliseconds` : "";
  const share = read.unit === "%" && read.value > 0 && read.value < 100 ? `, ${shareWords(read.value)}` : "";
  return `Threshold: ${markdownText(read.metric) || "the value"} is ${comparisons[read.comparison]} ${read.value}${unit}${share}.`;
}

/** `0.1` → `one in 1,000` */
function shareWords(percent: number): string {
  const one = 100 / percent;
  return Number.isInteger(one) ? `one in ${one.toLocaleString("en")}` : `${percent} of 100`;
}

function durationWords(text: string): string {
  const minutes = parseDuration(text);
  if (minutes === undefined) return "";
  const plain =
    minutes >= 1 && minutes !== Math.round(minutes % 60)
      ? ` (${Math.round(minutes).toLocaleString("en")} minutes)`
      : "";
  return `Duration: ${formatDuration(minutes)}${plain}.`;
}

const weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

function dateWords(text: string, today: string): string {
  const read = readDate(text);
  if (read.kind !== "date") return "";
  const then = Date.parse(`${read.iso}T00:00:00Z`);
  const days = Math.round((then - Date.parse(`${today}T00:00:00Z`)) / 86_400_000);
  const weekday = weekdays[new Date(then).getUTCDay()] ?? "";
  if (Number.isNaN(days)) return `${weekday}.`;
  const count = Math.abs(days) === 1 ? "1 day" : `${Math.abs(days).toLocaleString("en")} days`;
  return `${weekday}, ${days === 0 ? "today" : days > 0 ? `in ${count}` : `${count} ago`}.`;
}
