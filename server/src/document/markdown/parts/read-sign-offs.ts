import { isBlank } from "../../../text/markdown/pieces/part-field.ts";
import type { HeadedPieces, TablePiece } from "../../../text/markdown/pieces/pieces.ts";
import { plain } from "../../../text/markdown/prose.ts";
import { seenOnly } from "../../../text/markdown/seen-only.ts";
import { markAtStart } from "../../../text/markdown/status-marks.ts";
import type { Span, Text } from "../../../text/place.ts";
import { saysNothing } from "../../../words/rollback-words.ts";
import type { SignOff } from "../../model.ts";

/** Fields whose labels end in *Sign-off*. */
export const labelledSignOffs = ({ fields, pieces }: HeadedPieces): readonly SignOff[] =>
  fields.flatMap(({ key, label, value }) => {
    if (!/(?:^|-)sign-?off$/.test(key)) return [];
    const announces = value.value === "" && pieces.some(({ under }) => under?.text === label);
    return announces ? [] : [signOff(label, value, placeOf(label, value))];
  });

/** Rows of tables with somebody who signs and a place for it. */
export const signOffRows = ({ pieces }: HeadedPieces): readonly SignOff[] =>
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
