import type { PartField } from "../../../text/markdown/pieces/part-field.ts";
import type { HeadedPieces, TablePiece } from "../../../text/markdown/pieces/pieces.ts";
import { textAt } from "../../../text/markdown/prose.ts";
import { findMarks } from "../../../text/markdown/status-marks.ts";
import type { Part, Text } from "../../../text/place.ts";
import { saysNothing } from "../../../words/rollback-words.ts";
import type { TestResult } from "../../model.ts";

type Writable<T> = { -readonly [K in keyof T]: T[K] };

const resultKey = /(?:^|-)(?:results?|scan|audit|tests?|testing|check|suite|outcome)(?:-|$)/;
const statusWord =
  /^[*_`]*(passed|failed|pass|fail|passing|failing|green|red|pending|skipped|planned|blocked|not run|open)(?![\w-])/i;

/** What a section of tests says of them, in its fields and tables. */
export function testsOf({ part, pieces, heading }: HeadedPieces): readonly TestResult[] {
  const tables = pieces.flatMap((piece) => (piece.type === "table" ? tableResults(part, piece) : []));
  const fields = pieces.flatMap((piece) =>
    (piece.type === "field" || piece.type === "item") && piece.field !== undefined ? [piece.field] : [],
  );
  return [...fieldResults(part, fields, heading?.text), ...tables];
}

/** Each result is a test; coverage, target and open issues belong to the first of its section. */
function fieldResults(part: Part, fields: readonly PartField[], heading: Text | undefined): readonly TestResult[] {
  const tests: Writable<TestResult>[] = [];
  const details: Partial<Writable<TestResult>> = {};
  for (const { key, label, value } of fields) {
    if (value.value === "") continue;
    if (/^(?:code-|test-|line-|branch-)?coverage$/.test(key)) {
      details.coverage = headOf(part, value);
      const target = targetOf(part, value);
      if (target !== undefined) details.target = target;
    } else if (/^(?:coverage-)?target$/.test(key)) details.target = value;
    else if (/^(?:open-)?critical-(?:issues|bugs|findings|vulnerabilities|defects)$/.test(key))
      details.criticalIssues = numberIn(part, value);
    else if (key === "status" || key === "state") details.status = statusOf(part, value) ?? value;
    else if (key === "results" || key === "result" || key === "report") {
      details.results = value;
      const status = statusOf(part, value);
      if (status !== undefined) details.status ??= status;
    } else if (resultKey.test(key) && (statusOf(part, value) !== undefined || value.value.includes("]("))) {
      tests.push(resultOf(part, label, value));
    }
  }
  const first = tests[0];
  if (first !== undefined) Object.assign(first, { ...details, ...first });
  else if (Object.keys(details).length > 0 && heading !== undefined)
    tests.push({ name: heading, at: heading.at, ...details });
  return tests;
}

function resultOf(part: Part, name: Text, value: Text): Writable<TestResult> {
  const status = statusOf(part, value);
  const results = restOf(part, value, status);
  return {
    name,
    at: name.at,
    ...(status === undefined ? {} : { status }),
    ...(results === undefined || saysNothing(results.value) ? {} : { results }),
  };
}

/** The mark or word that says how a test went. */
function statusOf(part: Part, { at }: Text): Text | undefined {
  const source = part.text.slice(at.start, at.end);
  const mark = findMarks(source)[0];
  if (mark !== undefined) return textAt(part, { start: at.start + mark.start, end: at.start + mark.end });
  const word = statusWord.exec(source);
  if (word === null) return undefined;
  const start = at.start + word[0].length - (word[1] ?? "").length;
  return textAt(part, { start, end: at.start + word[0].length });
}

const onlyStatus =
  /^[\s:;,.!*_–—-]*(?:(?:all|tests?|checks?|ok|green|pass(?:ed|es|ing)?|fail(?:ed|s|ing)?|successful(?:ly)?|completed?|done)(?=[^\p{L}]|$)[\s:;,.!*_–—-]*)*$/iu;

/** What a value says besides the status, in a mark or in words. */
function restOf(part: Part, value: Text, status: Text | undefined): Text | undefined {
  if (status === undefined) return value;
  const after = textAt(part, { start: status.at.end, end: value.at.end });
  return onlyStatus.test(after.value) ? undefined : after;
}

/** `1 (in triage)` → `1` */
function numberIn(part: Part, text: Text): Text {
  const match = /^\D{0,2}(\d+)(?!\d|[.,]+\d)/.exec(part.text.slice(text.at.start, text.at.end));
  if (match === null) return text;
  const end = text.at.start + match[0].length;
  return textAt(part, { start: end - (match[1] ?? "").length, end });
}

/** `95% (target: 90%)` → `95%` */
function headOf(part: Part, { at, value }: Text): Text {
  const note = part.text.slice(at.start, at.end).indexOf("(");
  return note === -1 ? { at, value } : textAt(part, { start: at.start, end: at.start + note });
}

function targetOf(part: Part, { at }: Text): Text | undefined {
  const source = part.text.slice(at.start, at.end);
  const match = /\b(?:target|goal|required|minimum)\b\W*(\d+(?:\.\d+)?\s*%)/i.exec(source);
  if (match === null) return undefined;
  const end = match.index + match[0].length;
  const number = end - (match[1] ?? "").length;
  const compared = /[≥>]?=?$/.exec(source.slice(0, number).trimEnd())?.index ?? number;
  return textAt(part, { start: at.start + compared, end: at.start + end });
}

function tableResults(part: Part, table: TablePiece): readonly TestResult[] {
  const column = (words: RegExp): number => table.columns.findIndex((name) => words.test(name));
  const name = column(/test|suite|check|scan|type|name|area/);
  const status = column(/status|result|outcome|pass|state/);
  if (name < 0 || status < 0) return [];
  const [coverage, target] = [column(/coverage|actual/), column(/target|goal|threshold/)];
  const [report, critical] = [column(/report|link|evidence|details|run/), column(/critical|blocker/)];
  return table.rows.flatMap((row) => {
    const named = row[name];
    const said = row[status];
    if (named === undefined || named.value === "" || said === undefined || /^\[[ xX]\]/.test(said.value)) return [];
    const cell = (index: number): Text | undefined => (index < 0 || row[index]?.value === "" ? undefined : row[index]);
    const [covered, wanted, results, issues] = [cell(coverage), cell(target), cell(report), cell(critical)];
    const state = statusOf(part, said);
    return [
      {
        name: named,
        at: named.at,
        ...(state === undefined ? {} : { status: state }),
        ...(results === undefined ? {} : { results }),
        ...(covered === undefined ? {} : { coverage: covered }),
        ...(wanted === undefined ? {} : { target: wanted }),
        ...(issues === undefined ? {} : { criticalIssues: numberIn(part, issues) }),
      },
    ];
  });
}
