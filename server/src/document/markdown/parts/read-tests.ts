import type { PartField } from "../../../text/markdown/pieces/part-field.ts";
import type { HeadedPieces, TablePiece } from "../../../text/markdown/pieces/pieces.ts";
import { textAt } from "../../../text/markdown/prose.ts";
import { findMarks } from "../../../text/markdown/status-marks.ts";
import type { Part, Text } from "../../../text/place.ts";
import { columnOf, expression, slugHas, slugIs } from "../../../words/lists.ts";
import { saysNothing } from "../../../words/rollback-words.ts";
import type { TestResult } from "../../model.ts";

type Writable<T> = { -readonly [K in keyof T]: T[K] };

const isCoverage = slugIs("coverageLabel");
const isTarget = slugIs("targetLabel");
const isIssues = slugIs("issuesLabel");
const isState = slugIs("stateLabel");
const isResults = slugIs("resultsLabel");
const isTest = slugHas("testLabel");
const statusWord = expression(
  (either) => `^[*_\`]*(${either("testPassed", "testFailed", "testNotRun", "testSkipped", "testBlocked")})(?![\\w-])`,
);

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
    if (isCoverage(key)) {
      details.coverage = headOf(part, value);
      const target = targetOf(part, value);
      if (target !== undefined) details.target = target;
    } else if (isTarget(key)) details.target = value;
    else if (isIssues(key)) details.criticalIssues = numberIn(part, value);
    else if (isState(key)) details.status = statusOf(part, value) ?? value;
    else if (isResults(key)) {
      details.results = value;
      const status = statusOf(part, value);
      if (status !== undefined) details.status ??= status;
    } else if (isTest(key) && (statusOf(part, value) !== undefined || value.value.includes("]("))) {
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
  const word = statusWord().exec(source);
  if (word === null) return undefined;
  const start = at.start + word[0].length - (word[1] ?? "").length;
  return textAt(part, { start, end: at.start + word[0].length });
}

const aside = expression((either) => either("testAside"), "gi");

/** What a value says besides the status, in a mark or in words. */
function restOf(part: Part, value: Text, status: Text | undefined): Text | undefined {
  if (status === undefined) return value;
  const after = textAt(part, { start: status.at.end, end: value.at.end });
  return /^[\s:;,.!*_–—-]*$/.test(after.value.replace(aside(), "")) ? undefined : after;
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

const wanted = expression((either) => `${either("testTarget")}\\W*(\\d+(?:\\.\\d+)?\\s*%)`);

function targetOf(part: Part, { at }: Text): Text | undefined {
  const source = part.text.slice(at.start, at.end);
  const match = wanted().exec(source);
  if (match === null) return undefined;
  const end = match.index + match[0].length;
  const number = end - (match[1] ?? "").length;
  const compared = /[≥>]?=?$/.exec(source.slice(0, number).trimEnd())?.index ?? number;
  return textAt(part, { start: at.start + compared, end: at.start + end });
}

const testColumn = columnOf("columnTest");
const statusColumn = columnOf("columnTestStatus");
const coverageColumn = columnOf("columnCoverage");
const targetColumn = columnOf("columnTarget");
const reportColumn = columnOf("columnReport");
const issuesColumn = columnOf("columnIssues");

function tableResults(part: Part, table: TablePiece): readonly TestResult[] {
  const { columns } = table;
  const [name, status] = [testColumn(columns), statusColumn(columns)];
  if (name < 0 || status < 0) return [];
  const [coverage, target] = [coverageColumn(columns), targetColumn(columns)];
  const [report, critical] = [reportColumn(columns), issuesColumn(columns)];
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
