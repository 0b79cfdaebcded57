import type { Gate, JsonObject, JsonValue, Pointer, ValuePlace } from "../model.ts";
import type { Place, Text } from "../place.ts";
import { lazy } from "./lazy.ts";
import type { Node } from "./outline.ts";
import type { PartField } from "./part-field.ts";
import { record } from "./passage-value.ts";
import type { TablePiece } from "./pieces.ts";
import { plain } from "./prose.ts";
import type { FrontMatter } from "./read-front-matter.ts";

/** What a document is as data, and where each value of it stands. */
export interface DocumentValue {
  readonly value: JsonObject;
  placeOf(pointer: Pointer): ValuePlace;
}

export interface ValueSource {
  readonly title: Text | undefined;
  readonly frontMatter: FrontMatter | undefined;
  readonly nodes: readonly Node[];
  readonly gatesOf: (node: Node) => readonly Gate[];
  /** Where the document begins. */
  readonly start: Place;
}

/**
 * A section (or the top of the document) as data: `{ title, fields, tables, gates, steps, sections }`. Tables, gates and
 * steps are left out where there are none; a section without tables or steps of its own shows those of its subsections.
 */
class Group {
  readonly #nodes: readonly Node[];
  readonly #children: ReadonlyMap<string, Group>;
  readonly #gatesOf: ValueSource["gatesOf"];

  constructor(nodes: readonly Node[], children: readonly Node[], gatesOf: ValueSource["gatesOf"]) {
    this.#nodes = nodes;
    this.#gatesOf = gatesOf;
    const groups = new Map<string, Group>();
    for (const child of children) {
      const key = child.section?.key ?? "";
      if (!groups.has(key)) groups.set(key, new Group([child], child.children, gatesOf));
    }
    this.#children = groups;
  }

  get heading(): Text | undefined {
    return this.#nodes[0]?.passage.heading?.text;
  }

  child(key: string): Group | undefined {
    return this.#children.get(key);
  }

  field(key: string): PartField | undefined {
    return this.#nodes.flatMap(({ passage }) => passage.fields).find((field) => field.key === key);
  }

  get tables(): readonly TablePiece[] {
    const own = this.#nodes.flatMap(({ passage }) => passage.value().tables);
    return own.length > 0 ? own : [...this.#children.values()].flatMap((child) => child.tables);
  }

  get tableValues(): readonly JsonObject[] {
    const own = this.#nodes.flatMap(({ passage }) => passage.value().tableValues);
    return own.length > 0 ? own : [...this.#children.values()].flatMap((child) => child.tableValues);
  }

  get gates(): readonly Gate[] {
    return this.#nodes.flatMap(this.#gatesOf);
  }

  get steps(): readonly Text[] {
    const own = this.#nodes.flatMap(({ passage }) => passage.value().steps);
    return own.length > 0 ? own : [...this.#children.values()].flatMap((child) => child.steps);
  }

  get stepValues(): readonly string[] {
    const own = this.#nodes.flatMap(({ passage }) => passage.value().stepValues);
    return own.length > 0 ? own : [...this.#children.values()].flatMap((child) => child.stepValues);
  }

  get #fieldValues(): JsonObject {
    const own = this.#nodes.map(({ passage }) => passage.value().fields);
    return own.length === 1
      ? (own[0] ?? record({}))
      : own.reduceRight((merged, fields) => Object.assign(merged, fields), Object.assign(record({})));
  }

  /** The members of the group, its title first when it has one. */
  value(members: Record<string, JsonValue>): JsonObject {
    members.fields = this.#fieldValues;
    const { tableValues, gates, stepValues } = this;
    if (tableValues.length > 0) members.tables = tableValues;
    if (gates.length > 0) members.gates = gates.map(({ text, state }) => record({ text, state }));
    if (stepValues.length > 0) members.steps = stepValues;
    const sections: Record<string, JsonValue> = Object.create(null);
    for (const [key, child] of this.#children) {
      const own: Record<string, JsonValue> = Object.create(null);
      own.title = child.#nodes[0]?.passage.heading?.title ?? "";
      sections[key] = child.value(own);
    }
    members.sections = sections;
    return members;
  }
}

/** Builds the data of a document when it is first asked for. */
export function documentValue({ title, frontMatter, nodes, gatesOf, start }: ValueSource): DocumentValue {
  const top = nodes.filter(({ section }) => section === undefined);
  const children = nodes.filter(({ section, parent }) => section !== undefined && parent === undefined);
  const root = new Group(top, children, gatesOf);
  const whole = title?.at ?? start;
  const value = lazy(() => {
    const members: Record<string, JsonValue> = Object.create(null);
    members.title = plain(title?.value ?? "");
    if (frontMatter?.value !== undefined) members.frontMatter = frontMatter.value;
    return root.value(members);
  });
  return {
    get value() {
      return value();
    },
    placeOf(pointer) {
      if (pointer[0] === "frontMatter") {
        return frontMatter?.places.get(String(pointer[1])) ?? { value: start };
      }
      return placeIn(root, { value: whole }, pointer);
    },
  };
}

function placeIn(group: Group, at: ValuePlace, pointer: Pointer): ValuePlace {
  const [member, name, ...rest] = pointer;
  if (name === undefined) return at;
  switch (member) {
    case "sections": {
      const child = group.child(String(name));
      const heading = child?.heading?.at;
      return child === undefined || heading === undefined ? at : placeIn(child, { key: heading, value: heading }, rest);
    }
    case "fields": {
      const field = group.field(String(name));
      return field === undefined ? at : { key: field.label.at, value: field.value.at };
    }
    case "tables":
      return placeInTable(group.tables[Number(name)], at, rest);
    case "gates": {
      const gate = group.gates[Number(name)];
      return gate === undefined ? at : { value: gate.at };
    }
    case "steps": {
      const step = group.steps[Number(name)];
      return step === undefined ? at : { value: step.at };
    }
    default:
      return at;
  }
}

function placeInTable(table: TablePiece | undefined, at: ValuePlace, [member, index, column]: Pointer): ValuePlace {
  if (table === undefined) return at;
  const row = member === "rows" ? table.rows[Number(index)] : undefined;
  const cell = row?.[column === undefined ? 0 : table.columns.indexOf(String(column))];
  if (cell !== undefined) return { value: cell.at };
  const header = member === "columns" && index !== undefined ? table.headers[Number(index)] : undefined;
  return { key: table.headerAt, value: header?.at ?? table.headerAt };
}
