import type { JsonObject, JsonValue } from "../../../text/json.ts";
import type { PartField } from "../../../text/markdown/pieces/part-field.ts";
import type { TablePiece } from "../../../text/markdown/pieces/pieces.ts";
import type { Text } from "../../../text/place.ts";
import type { Gate } from "../../model.ts";
import { type PassageValue, record } from "../parts/passage-value.ts";
import type { Node } from "./outline-node.ts";

/**
 * A section (or the top of the document) as data: `{ title, fields, tables, gates, steps, sections }`. Tables, gates and
 * steps are left out where there are none; a section without tables or steps of its own shows those of its subsections.
 */
export class SectionGroup {
  readonly gates: readonly Gate[];
  #tables: readonly TablePiece[] | undefined;
  #steps: readonly Text[] | undefined;
  #tableValues: readonly JsonObject[] | undefined;
  #stepValues: readonly string[] | undefined;
  #value: JsonObject | undefined;
  readonly #nodes: readonly Node[];
  readonly #children: readonly SectionGroup[];
  /** Of sections that share a key, the first; `undefined` where it has none. */
  readonly #sections: ReadonlyMap<string, SectionGroup> | undefined;

  constructor(nodes: readonly Node[], gates: readonly Gate[], children: readonly SectionGroup[]) {
    this.gates = gates;
    this.#nodes = nodes;
    this.#children = children;
    this.#sections = children.length === 0 ? undefined : byKey(children);
  }

  get key(): string {
    return this.#nodes[0]?.section?.key ?? "";
  }

  /** Whether it has these very gates and sections. */
  isMadeOf(gates: readonly Gate[], children: readonly SectionGroup[]): boolean {
    const before = this.#children;
    return (
      this.gates === gates &&
      before.length === children.length &&
      before.every((child, index) => child === children[index])
    );
  }

  get heading(): Text | undefined {
    return this.#nodes[0]?.passage.heading?.text;
  }

  section(key: string): SectionGroup | undefined {
    return this.#sections?.get(key);
  }

  tables(): readonly TablePiece[] {
    this.#tables ??= this.#list(
      ({ tables }) => tables,
      (section) => section.tables(),
    );
    return this.#tables;
  }

  steps(): readonly Text[] {
    this.#steps ??= this.#list(
      ({ steps }) => steps,
      (section) => section.steps(),
    );
    return this.#steps;
  }

  field(key: string): PartField | undefined {
    return this.#nodes.flatMap(({ passage }) => passage.fields).find((field) => field.key === key);
  }

  /** Adds the members of the group to an object that has its title. */
  addTo(members: Record<string, JsonValue>): JsonObject {
    members.fields = this.#fieldValues();
    const [tables, steps] = [this.#tablesAsData(), this.#stepsAsData()];
    if (tables.length > 0) members.tables = tables;
    if (this.gates.length > 0) members.gates = this.gates.map(({ text, state }) => record({ text, state }));
    if (steps.length > 0) members.steps = steps;
    const sections: Record<string, JsonValue> = Object.create(null);
    for (const [key, child] of this.#sections ?? []) sections[key] = child.#asData();
    members.sections = sections;
    return members;
  }

  #asData(): JsonObject {
    if (this.#value !== undefined) return this.#value;
    const members: Record<string, JsonValue> = Object.create(null);
    members.title = this.#nodes[0]?.passage.heading?.title ?? "";
    this.#value = this.addTo(members);
    return this.#value;
  }

  #tablesAsData(): readonly JsonObject[] {
    this.#tableValues ??= this.#list(
      ({ tableValues }) => tableValues,
      (section) => section.#tablesAsData(),
    );
    return this.#tableValues;
  }

  #stepsAsData(): readonly string[] {
    this.#stepValues ??= this.#list(
      ({ stepValues }) => stepValues,
      (section) => section.#stepsAsData(),
    );
    return this.#stepValues;
  }

  /** What its own passages have; where that is nothing, what its sections have. */
  #list<Item>(
    own: (value: PassageValue) => readonly Item[],
    below: (section: SectionGroup) => readonly Item[],
  ): readonly Item[] {
    const items = this.#nodes.flatMap(({ passage }) => own(passage.value()));
    if (items.length > 0 || this.#sections === undefined) return items;
    return [...this.#sections.values()].flatMap(below);
  }

  #fieldValues(): JsonObject {
    const own = this.#nodes.map(({ passage }) => passage.value().fields);
    return own.length === 1
      ? (own[0] ?? record({}))
      : own.reduceRight((merged, fields) => Object.assign(merged, fields), Object.assign(record({})));
  }
}

function byKey(groups: readonly SectionGroup[]): ReadonlyMap<string, SectionGroup> {
  const found = new Map<string, SectionGroup>();
  for (const group of groups) if (!found.has(group.key)) found.set(group.key, group);
  return found;
}
