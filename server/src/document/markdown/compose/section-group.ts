import type { JsonObject, JsonValue } from "../../../text/json.ts";
import { lazy } from "../../../text/lazy.ts";
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
  readonly tables: () => readonly TablePiece[] = lazy(() =>
    this.#list(
      ({ tables }) => tables,
      (section) => section.tables(),
    ),
  );
  readonly steps: () => readonly Text[] = lazy(() =>
    this.#list(
      ({ steps }) => steps,
      (section) => section.steps(),
    ),
  );
  readonly #tableValues: () => readonly JsonObject[] = lazy(() =>
    this.#list(
      ({ tableValues }) => tableValues,
      (section) => section.#tableValues(),
    ),
  );
  readonly #stepValues: () => readonly string[] = lazy(() =>
    this.#list(
      ({ stepValues }) => stepValues,
      (section) => section.#stepValues(),
    ),
  );
  readonly #value: () => JsonObject = lazy(() => {
    const members: Record<string, JsonValue> = Object.create(null);
    members.title = this.#nodes[0]?.passage.heading?.title ?? "";
    return this.addTo(members);
  });
  readonly #nodes: readonly Node[];
  readonly #children: readonly SectionGroup[];
  /** Of sections that share a key, the first. */
  readonly #sections: ReadonlyMap<string, SectionGroup>;

  constructor(nodes: readonly Node[], gates: readonly Gate[], children: readonly SectionGroup[]) {
    this.gates = gates;
    this.#nodes = nodes;
    this.#children = children;
    const sections = new Map<string, SectionGroup>();
    for (const child of children) {
      const key = child.#nodes[0]?.section?.key ?? "";
      if (!sections.has(key)) sections.set(key, child);
    }
    this.#sections = sections;
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
    return this.#sections.get(key);
  }

  field(key: string): PartField | undefined {
    return this.#nodes.flatMap(({ passage }) => passage.fields).find((field) => field.key === key);
  }

  /** Adds the members of the group to an object that has its title. */
  addTo(members: Record<string, JsonValue>): JsonObject {
    members.fields = this.#fieldValues();
    const [tables, steps] = [this.#tableValues(), this.#stepValues()];
    if (tables.length > 0) members.tables = tables;
    if (this.gates.length > 0) members.gates = this.gates.map(({ text, state }) => record({ text, state }));
    if (steps.length > 0) members.steps = steps;
    const sections: Record<string, JsonValue> = Object.create(null);
    for (const [key, child] of this.#sections) sections[key] = child.#value();
    members.sections = sections;
    return members;
  }

  /** What its own passages have; where that is nothing, what its sections have. */
  #list<Item>(
    own: (value: PassageValue) => readonly Item[],
    below: (section: SectionGroup) => readonly Item[],
  ): readonly Item[] {
    const items = this.#nodes.flatMap(({ passage }) => own(passage.value()));
    return items.length > 0 ? items : [...this.#sections.values()].flatMap(below);
  }

  #fieldValues(): JsonObject {
    const own = this.#nodes.map(({ passage }) => passage.value().fields);
    return own.length === 1
      ? (own[0] ?? record({}))
      : own.reduceRight((merged, fields) => Object.assign(merged, fields), Object.assign(record({})));
  }
}
