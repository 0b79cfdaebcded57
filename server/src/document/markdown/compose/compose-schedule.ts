import { isBlank } from "../../../text/markdown/part-field.ts";
import type { FencePiece, TablePiece } from "../../../text/markdown/pieces.ts";
import { plain, textAt } from "../../../text/markdown/prose.ts";
import { seenOnly } from "../../../text/markdown/seen-only.ts";
import { markAtStart } from "../../../text/markdown/status-marks.ts";
import type { Part, Span, Text } from "../../../text/place.ts";
import { saysNothing } from "../../../words/rollback-words.ts";
import type { Milestone, SignOff } from "../../model.ts";
import type { Passage } from "../parts/passage.ts";
import type { Node } from "./outline-node.ts";

/** Milestones: tables with a name and a date in milestone sections, and the tasks of mermaid gantt charts. */
export const composeMilestones = (nodes: readonly Node[]): readonly Milestone[] =>
  nodes.flatMap(({ passage, role }) =>
    role === "milestones" ? [...passage.tableMilestones(), ...passage.ganttMilestones()] : passage.ganttMilestones(),
  );

export const tableMilestones = ({ pieces }: Passage): readonly Milestone[] =>
  pieces.flatMap((piece) => (piece.type === "table" ? milestoneRows(piece) : []));

export const ganttMilestones = ({ part, pieces }: Passage): readonly Milestone[] =>
  pieces.flatMap((piece) => (piece.type === "fence" && piece.language === "mermaid" ? ganttTasks(part, piece) : []));

function milestoneRows(table: TablePiece): readonly Milestone[] {
  const column = (words: RegExp): number => table.columns.findIndex((name) => words.test(name));
  const date = column(/(?:^|-)(?:date|start|when|planned|due|target-date|deadline)(?:-|$)/);
  const name = column(/milestone|name|event|activity|task|phase|what/);
  if (date < 0 || name < 0 || date === name) return [];
  const end = column(/(?:^|-)(?:end|finish|until)(?:-|$)/);
  const owner = column(/owner|responsible|lead/);
  return table.rows.flatMap((row) => {
    const cell = (index: number): Text | undefined => (index < 0 || row[index]?.value === "" ? undefined : row[index]);
    const named = cell(name);
    if (named === undefined) return [];
    const [on, until, by] = [cell(date), cell(end), cell(owner)];
    return [
      {
        name: named,
        ordered: true,
        ...(on === undefined ? {} : { date: on }),
        ...(until === undefined ? {} : { end: until }),
        ...(by === undefined ? {} : { owner: by }),
      },
    ];
  });
}

/** `Code freeze :crit, freeze, 2024-01-16, 2024-01-17` */
function ganttTasks(part: Part, fence: FencePiece): readonly Milestone[] {
  const first = fence.lines.find((line) => part.text.slice(line.start, line.end).trim() !== "");
  if (first === undefined || !/^\s*gantt\b/.test(part.text.slice(first.start, first.end))) return [];
  return fence.lines.flatMap((line) => {
    const source = part.text.slice(line.start, line.end);
    const colon = source.indexOf(":");
    const dates = colon < 0 ? [] : [...source.slice(colon).matchAll(/\d{4}-\d{2}-\d{2}/g)];
    if (dates.length === 0) return [];
    const at = (index: number): Text | undefined => {
      const match = dates[index];
      if (match === undefined) return undefined;
      const start = line.start + colon + match.index;
      return textAt(part, { start, end: start + match[0].length });
    };
    const [date, end] = [at(0), at(1)];
    const name = textAt(part, { start: line.start, end: line.start + colon });
    if (name.value === "") return [];
    return [{ name, ...(date === undefined ? {} : { date }), ...(end === undefined ? {} : { end }) }];
  });
}

/** Lines on which somebody must sign: labels that end in *Sign-off*, rows of sign-off and approval tables. */
export const composeSignOffs = (nodes: readonly Node[]): readonly SignOff[] =>
  nodes.flatMap(({ passage, role }) =>
    role === "sign-off" || role === "approvals"
      ? [...passage.labelledSignOffs(), ...passage.signOffRows()]
      : passage.labelledSignOffs(),
  );

export const labelledSignOffs = ({ fields, pieces }: Passage): readonly SignOff[] =>
  fields.flatMap(({ key, label, value }) => {
    if (!/(?:^|-)sign-?off$/.test(key)) return [];
    const announces = value.value === "" && pieces.some(({ under }) => under?.text === label);
    return announces ? [] : [signOff(label, value, placeOf(label, value))];
  });

export const signOffRows = ({ pieces }: Passage): readonly SignOff[] =>
  pieces.flatMap((piece) => (piece.type === "table" ? signedRows(piece) : []));

const placeOf = (label: Text, value: Text): SignOff["at"] => (value.value === "" ? label.at : value.at);

const signOff = (role: Text, value: Text, at: SignOff["at"]): SignOff =>
  isRejected(value) ? { role, signed: false, rejected: true, at: value.at } : { role, signed: isSigned(value), at };

const isRejected = ({ value }: Text): boolean =>
  /^(?:rejected|denied|declined|refused|not approved|no-go)(?![\w-])/i.test(plain(seenOnly(value)));

function isSigned({ value }: Text): boolean {
  const text = plain(seenOnly(value));
  if (saysNothing(text) || isBlank(text)) return false;
  return !/^(?:pending|open|awaiting|outstanding|❌|☐|_+$)/i.test(text);
}

/**
 * A row is signed when its signature (or decision, else its date) is filled, and rejected when any of them says so. Boxes
 * are gates, and left to them.
 */
function signedRows(table: TablePiece): readonly SignOff[] {
  const column = (words: RegExp): number => table.columns.findIndex((name) => words.test(name));
  const role = column(/role|title|function|approver|team|area|sign-off|stakeholder|name/);
  const columns = [/signature|signed|sign-off/, /decision|approved|approval|status/, /date|when/]
    .map(column)
    .filter((index) => index >= 0 && index !== role);
  const signature = columns[0];
  if (role < 0 || signature === undefined) return [];
  return table.rows.flatMap((row, index) => {
    const [who, signed] = [row[role], row[signature]];
    const cell: Span | undefined = table.cells[index]?.[signature];
    if (who === undefined || signed === undefined || cell === undefined || who.value === "") return [];
    const refusal = columns.flatMap((at) => row[at] ?? []).find(isRejected);
    if (refusal !== undefined) return [signOff(who, refusal, refusal.at)];
    const mark = markAtStart(signed.value)?.mark ?? "✅";
    if (/^\[[ xX]\]/.test(signed.value) || mark !== "✅") return [];
    return [signOff(who, signed, signed.value === "" ? who.at : signed.at)];
  });
}
