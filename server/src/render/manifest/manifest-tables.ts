import type { JsonObject, JsonValue, Pointer } from "../../text/json.ts";
import { tableFrame } from "../table-frame.ts";
import { keyTitle } from "../words.ts";
import { answerKeys, type ManifestGates } from "./manifest-gates.ts";
import { isNothing, isObject, type ManifestValues } from "./manifest-values.ts";

/** Columns beyond this number are told in one more, *Details*. */
const mostColumns = 5;

interface Row {
  readonly item: JsonObject;
  readonly pointer: Pointer;
  /** What leads the row, for maps of maps: its key. */
  readonly head?: string;
}

/** Shows lists of maps, and maps of maps, as tables. */
export class ManifestTables {
  readonly #values: ManifestValues;
  readonly #gates: ManifestGates;

  constructor(values: ManifestValues, gates: ManifestGates) {
    this.#values = values;
    this.#gates = gates;
  }

  /** A list of maps. */
  ofList(items: readonly JsonObject[], pointer: Pointer): string {
    return this.#table(
      items.map((item, index) => ({ item, pointer: [...pointer, index] })),
      pointer,
    );
  }

  /** A map of maps; each row begins with its key. */
  ofMap(value: JsonObject, pointer: Pointer): string {
    const rows = Object.entries(value).flatMap(([key, item]): readonly Row[] => {
      if (!isObject(item)) return [];
      const at = [...pointer, key];
      return [{ item, pointer: at, head: this.#values.title(at) }];
    });
    return this.#table(rows, pointer);
  }

  #table(rows: readonly Row[], pointer: Pointer): string {
    const withGates = rows.some((row) => this.#gates.at(row.pointer) !== undefined);
    const withHeads = rows.some(({ head }) => head !== undefined);
    const { columns, more } = columnsOf(rows, withGates);
    const heads = [
      ...(withGates ? ["Gate"] : []),
      ...(withHeads ? ["Name"] : []),
      ...columns.map(keyTitle),
      ...(more.size > 0 ? ["Details"] : []),
    ];
    const head = `<thead><tr>${heads.map((name) => `<th scope="col">${name}</th>`).join("")}</tr></thead>`;
    const body = rows.map((row) => this.#row(row, columns, more, withGates)).join("");
    const label = `Table: ${keyTitle(String(pointer.findLast((step) => typeof step === "string") ?? ""))}`;
    return tableFrame(`${head}<tbody>${body}</tbody>`, { label, rows: rows.length });
  }

  #row(row: Row, columns: readonly string[], more: ReadonlySet<string>, withGates: boolean): string {
    const { item, pointer, head } = row;
    const line = this.#values.line(pointer);
    const gate = withGates ? `<td>${this.#gateCell(row)}</td>` : "";
    const name = head === undefined ? "" : `<th scope="row">${head}</th>`;
    const cells = columns.map((key, index) => {
      const html =
        index === 0 ? this.#values.linkedName(item, pointer, key) : this.#values.inline(item[key], [...pointer, key]);
      const risk = key === "risk" && typeof item[key] === "string" ? ` class="risk ${riskClass(item[key])}"` : "";
      return index === 0 && head === undefined ? `<th scope="row">${html}</th>` : `<td${risk}>${html}</td>`;
    });
    const rest = Object.keys(item).filter((key) => more.has(key) && !isNothing(item[key]));
    const details = more.size === 0 ? "" : `<td>${this.#values.pairs(item, pointer, rest)}</td>`;
    return `<tr${line}>${gate}${name}${cells.join("")}${details}</tr>`;
  }

  #gateCell({ item, pointer }: Row): string {
    const gate = this.#gates.at(pointer);
    return gate === undefined ? "" : this.#gates.cell(gate, item);
  }
}

const riskClass = (risk: JsonValue): string =>
  /^(?:low|medium|high|critical)$/.test(String(risk)) ? String(risk) : "other";

/** The keys that the rows use, in order; where there are many, those that few rows use go to the details. */
function columnsOf(
  rows: readonly Row[],
  withGates: boolean,
): { readonly columns: readonly string[]; readonly more: ReadonlySet<string> } {
  const uses = new Map<string, number>();
  for (const { item } of rows) {
    for (const key of Object.keys(item)) {
      const shown = !(withGates && answerKeys.has(key)) && !(key === "url" && Object.keys(item)[0] !== "url");
      if (shown) uses.set(key, (uses.get(key) ?? 0) + (isNothing(item[key]) ? 0 : 1));
    }
  }
  const all = [...uses.keys()];
  if (all.length <= mostColumns) return { columns: all, more: new Set() };
  const kept = new Set([...all].sort((a, b) => (uses.get(b) ?? 0) - (uses.get(a) ?? 0)).slice(0, mostColumns - 1));
  if (all[0] !== undefined) kept.add(all[0]);
  return { columns: all.filter((key) => kept.has(key)), more: new Set(all.filter((key) => !kept.has(key))) };
}
