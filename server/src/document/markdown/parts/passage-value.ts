import type { JsonObject, JsonValue } from "../../../text/json.ts";
import type { HeadedPieces, TablePiece } from "../../../text/markdown/pieces/pieces.ts";
import { plain } from "../../../text/markdown/prose.ts";
import type { Text } from "../../../text/place.ts";
import { fenceSteps } from "../gates/fence-steps.ts";

/** What a passage is as data, by itself. */
export interface PassageValue {
  readonly fields: JsonObject;
  readonly tables: readonly TablePiece[];
  readonly tableValues: readonly JsonObject[];
  readonly steps: readonly Text[];
  readonly stepValues: readonly string[];
}

/** An object without prototype. */
export const record = (members: Readonly<Record<string, JsonValue>>): JsonObject =>
  Object.assign<Record<string, JsonValue>, Readonly<Record<string, JsonValue>>>(Object.create(null), members);

export function passageValue({ part, pieces, fields: all }: HeadedPieces): PassageValue {
  const fields: Record<string, JsonValue> = Object.create(null);
  for (const { key, value } of all) if (!(key in fields)) fields[key] = plain(value.value);
  const tables = pieces.filter((piece) => piece.type === "table");
  const steps = pieces.flatMap((piece) => {
    if (piece.type === "fence") return fenceSteps(part, piece);
    return piece.type === "item" && piece.ordered && piece.text.value !== "" ? [piece.text] : [];
  });
  return {
    fields,
    tables,
    tableValues: tables.map(tableValue),
    steps,
    stepValues: steps.map(({ value }) => plain(value)),
  };
}

function tableValue({ columns, rows }: TablePiece): JsonObject {
  return record({
    columns,
    rows: rows.map((row) => {
      const cells: Record<string, JsonValue> = Object.create(null);
      columns.forEach((column, index) => {
        cells[column] = plain(row[index]?.value ?? "");
      });
      return cells;
    }),
  });
}
