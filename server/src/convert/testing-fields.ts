import type { JsonObject, JsonValue } from "../text/json.ts";
import { closingNote } from "../text/values/text-end.ts";
import { expression, textIs } from "../words/lists.ts";
import { type Field, list, number, text } from "./field.ts";
import { escapeText, linkIn, splitMark, unescapeText } from "./inline-text.ts";
import { isObject, members, numberIn, textOf } from "./json.ts";

const statuses = ["pending", "running", "passed", "failed", "skipped"] as const;
const statusWord = expression(
  (either) => `^(${statuses.join("|")}|${either("testPassed", "testFailed")})(?!\\w)[\\s:;,.–—-]*`,
);
const isPassed = textIs("testPassed");
const isFailed = textIs("testFailed");

/** A test status in front of a text, as a mark or a word, and the rest. */
function splitStatus(source: string): { readonly status?: string; readonly rest: string } {
  const { mark, rest } = splitMark(source.trim());
  const word = statusWord().exec(rest);
  const said = word?.[1]?.toLowerCase();
  const after = word === null ? rest : rest.slice(word[0].length);
  if (said !== undefined) return { status: statusOf(said), rest: after };
  if (mark === "✅") return { status: "passed", rest };
  return mark === "❌" ? { status: "failed", rest } : { rest };
}

function statusOf(word: string): string {
  if (isPassed(word)) return "passed";
  return isFailed(word) ? "failed" : word;
}

/** `✅ [Link](https://…)`: a status, and where the results are. */
function resultsOf(source: string, drop: (label: string) => void): JsonObject {
  const { status, rest } = splitStatus(source);
  const target = linkIn(rest);
  if (target !== undefined && target.label !== target.target) drop(target.label);
  const results = target?.target ?? unescapeText(rest);
  return members({ status, results: results === "" ? undefined : results });
}

const results: Field = {
  labels: [
    "Results",
    "Result",
    "Report",
    "Regression results",
    "Perf test results",
    "Performance results",
    "Smoke test results",
    "Test results",
    "Unit test results",
    "Integration results",
    "Acceptance results",
    "Security results",
  ],
  write: ({ results: value }) => (typeof value === "string" ? { text: escapeText(value) } : undefined),
  read: (entry, left) => resultsOf(entry.text, (label) => left.drop(entry.line, "link text", label)),
};

function scan(key: string, labels: readonly string[]): Field {
  return {
    labels,
    write(record) {
      const value = record[key];
      if (!isObject(value)) return undefined;
      const parts = [textOf(value.status), typeof value.results === "string" ? escapeText(value.results) : undefined];
      return { text: parts.filter((one) => one !== undefined).join(" ") };
    },
    read: (entry, left) => ({ [key]: resultsOf(entry.text, (label) => left.drop(entry.line, "link text", label)) }),
  };
}

const wantedShare = expression((either) => `^${either("testTarget")}:?([^()]*)$`);

const coverage: Field = {
  labels: ["Coverage", "Code coverage", "Test coverage"],
  write({ coverage: covered, target }) {
    const [value, wanted] = [textOf(covered), textOf(target)];
    if (value === undefined) return undefined;
    return { text: `${escapeText(value)}${wanted === undefined ? "" : ` (target: ${escapeText(wanted)})`}` };
  },
  read({ text: source }) {
    const note = closingNote(source);
    const wanted = note === undefined ? null : wantedShare().exec(note.text);
    const head = wanted === null ? source : source.slice(0, note?.start);
    return members({
      coverage: head === "" ? undefined : numberIn(unescapeText(head)),
      target: wanted === null ? undefined : numberIn(unescapeText(wanted[1] ?? "")),
    });
  },
};

const target: Field = {
  ...number("target", ["Target", "Coverage target"]),
  write: ({ coverage: covered, target: wanted }) =>
    covered === undefined && textOf(wanted) !== undefined ? { text: escapeText(textOf(wanted) ?? "") } : undefined,
};

const levels = ["critical", "high", "medium", "low"] as const;

/** `0 (High: 0, Medium: 2, Low: 5)` */
const issues: Field = {
  labels: ["Critical issues", "Issues", "Open issues"],
  write({ issues: value }) {
    if (!isObject(value)) return undefined;
    const rest = levels.slice(1).flatMap((level) => levelText(level, value[level]));
    const critical = textOf(value.critical);
    if (critical === undefined) return { text: `(${rest.join(", ")})` };
    return { text: rest.length === 0 ? critical : `${critical} (${rest.join(", ")})` };
  },
  read({ text: source }) {
    const match = /^(\d+)?\s*(?:\(([^()]*)\))?$/.exec(source);
    if (match === null || source === "") return undefined;
    const found: Record<string, JsonValue> = match[1] === undefined ? {} : { critical: Number(match[1]) };
    for (const piece of (match[2] ?? "").split(",")) {
      const [, level = "", count] = /^\s*(\w+):\s*(\d+)\s*$/.exec(piece) ?? [];
      if (count !== undefined) found[level.toLowerCase()] = Number(count);
    }
    return { issues: found };
  },
};

const levelText = (level: string, value: JsonValue | undefined): readonly string[] =>
  textOf(value) === undefined ? [] : [`${level.charAt(0).toUpperCase()}${level.slice(1)}: ${textOf(value)}`];

/** What a manifest knows of one test suite. */
export const suiteFields: readonly Field[] = [
  text("status", ["Status"], (value) => {
    const { status, rest } = splitStatus(value);
    return status !== undefined && rest === "" && statuses.some((known) => known === status) ? status : value;
  }),
  results,
  coverage,
  target,
  text("baseline", ["Baseline comparison", "Baseline"]),
  number("peakLoad", ["Peak load"]),
  list("criticalPaths", ["Critical paths validated", "Critical paths"]),
  scan("sast", ["SAST results", "SAST"]),
  scan("dast", ["DAST results", "DAST"]),
  scan("dependencies", ["Dependency scan", "Dependencies"]),
  issues,
  number("duration", ["Duration", "Load test duration"]),
  text("environment", ["Environment"]),
  text("notes", ["Notes", "Note"]),
];
