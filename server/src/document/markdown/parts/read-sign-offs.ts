import type { HeadedPieces, TablePiece } from "../../../text/markdown/pieces/pieces.ts";
import { plain } from "../../../text/markdown/prose.ts";
import { seenOnly } from "../../../text/markdown/seen-only.ts";
import { markAtStart } from "../../../text/markdown/status-marks.ts";
import type { Span, Text } from "../../../text/place.ts";
import { columnOf, slugHas, textStarts } from "../../../words/lists.ts";
import { isBlank } from "../../../words/placeholder.ts";
import { saysNothing } from "../../../words/rollback-words.ts";
import type { SignOff } from "../../model.ts";

const isSignOff = slugHas("signOffLabel");
const refuses = textStarts("refusesToSign");
const waits = textStarts("signsLater");
const signerColumn = columnOf("columnSigner");
const signingColumns = [columnOf("columnSignature"), columnOf("columnVerdict"), columnOf("columnSigned")];

/** Fields whose labels end in *Sign-off*. */
export const labelledSignOffs = ({ fields, pieces }: HeadedPieces): readonly SignOff[] =>
  fields.flatMap(({ key, label, value }) => {
    if (!isSignOff(key)) return [];
    const announces = value.value === "" && pieces.some(({ under }) => under?.text === label);
    return announces ? [] : [signOff(label, value, placeOf(label, value))];
  });

/** Rows of tables with somebody who signs and a place for it. */
export const signOffRows = ({ pieces }: HeadedPieces): readonly SignOff[] =>
  pieces.flatMap((piece) => (piece.type === "table" ? signedRows(piece) : []));

const placeOf = (label: Text, value: Text): SignOff["at"] => (value.value === "" ? label.at : value.at);

const signOff = (role: Text, value: Text, at: SignOff["at"]): SignOff =>
  isRejected(value) ? { role, signed: false, rejected: true, at: value.at } : { role, signed: isSigned(value), at };

const isRejected = ({ value }: Text): boolean => refuses(plain(seenOnly(value)));

function isSigned({ value }: Text): boolean {
  const text = plain(seenOnly(value));
  if (saysNothing(text) || isBlank(text)) return false;
  return !waits(text) && !/^(?:❌|☐|_+$)/.test(text);
}

/**
 * A row is signed when its signature (or decision, else its date) is filled, and rejected when any of them says so. Boxes
 * are gates, and left to them.
 */
function signedRows(table: TablePiece): readonly SignOff[] {
  const role = signerColumn(table.columns);
  const columns = signingColumns.map((of) => of(table.columns)).filter((index) => index >= 0 && index !== role);
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
