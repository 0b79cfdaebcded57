import type { JsonObject, JsonValue, Pointer } from "../../../text/json.ts";
import { lazy } from "../../../text/lazy.ts";
import type { TablePiece } from "../../../text/markdown/pieces/pieces.ts";
import { plain } from "../../../text/markdown/prose.ts";
import type { Place } from "../../../text/place.ts";
import type { Gate, ValuePlace } from "../../model.ts";
import type { FrontMatter } from "../parts/read-front-matter.ts";
import type { ComposedGates } from "./compose-gates.ts";
import type { Outline } from "./outline.ts";
import type { Node } from "./outline-node.ts";
import { SectionGroup } from "./section-group.ts";

/** What a document is as data, and where each value of it stands. */
export interface DocumentValue {
  readonly value: JsonObject;
  readonly placeOf: (pointer: Pointer) => ValuePlace;
  /** What each node of the outline is as data; `undefined` for what stands above the first section. */
  readonly groups: readonly (SectionGroup | undefined)[];
}

export interface ValueSource {
  readonly outline: Outline;
  readonly frontMatter: FrontMatter | undefined;
  readonly gates: ComposedGates;
  /** Where the document begins. */
  readonly start: Place;
}

/** The data of a document, made when it is first asked for. A section that `earlier` knows as it is now stays the same object. */
export function documentValue(
  { outline, frontMatter, gates, start }: ValueSource,
  earlier?: DocumentValue,
): DocumentValue {
  const { title } = outline;
  const { groups, root } = groupsOf(outline, gates, earlier);
  const value = lazy(() => {
    const members: Record<string, JsonValue> = Object.create(null);
    members.title = plain(title?.value ?? "");
    if (frontMatter?.value !== undefined) members.frontMatter = frontMatter.value;
    return root.addTo(members);
  });
  return {
    get value() {
      return value();
    },
    placeOf(pointer) {
      if (pointer[0] === "frontMatter") {
        return frontMatter?.places.get(String(pointer[1])) ?? { value: start };
      }
      return placeIn(root, { value: title?.at ?? start }, pointer);
    },
    groups,
  };
}

/**
 * The sections with what is in them, from the last to the first, so that those in a section are there before it. `root`:
 * what stands above them, and the outermost of them.
 */
function groupsOf(
  { nodes, before }: Outline,
  { ofNodes }: ComposedGates,
  earlier: DocumentValue | undefined,
): { readonly groups: DocumentValue["groups"]; readonly root: SectionGroup } {
  const above: Node[] = [];
  const gatesAbove: (readonly Gate[])[] = [];
  const groups: (SectionGroup | undefined)[] = nodes.map(() => undefined);
  /** By depth, those that wait for the section around them. */
  const waiting: SectionGroup[][] = [];
  const take = (depth: number): SectionGroup[] => {
    const taken = waiting[depth] ?? [];
    waiting[depth] = [];
    return taken.reverse();
  };
  for (let index = nodes.length - 1; index >= 0; index--) {
    const node = nodes[index];
    const gates = ofNodes[index]?.gates;
    if (node === undefined || gates === undefined) continue;
    if (node.section === undefined) {
      above.push(node);
      gatesAbove.push(gates);
      continue;
    }
    const depth = node.path.length;
    const children = take(depth + 1);
    const kept = earlier?.groups[before[index] ?? -1];
    const group = kept?.isMadeOf(gates, children) === true ? kept : new SectionGroup([node], gates, children);
    groups[index] = group;
    waiting[depth] ??= [];
    waiting[depth].push(group);
  }
  return { groups, root: new SectionGroup(above.reverse(), gatesAbove.reverse().flat(), take(1)) };
}

function placeIn(group: SectionGroup, at: ValuePlace, pointer: Pointer): ValuePlace {
  const [member, name, ...rest] = pointer;
  if (name === undefined) return at;
  switch (member) {
    case "sections": {
      const child = group.section(String(name));
      const heading = child?.heading?.at;
      return child === undefined || heading === undefined ? at : placeIn(child, { key: heading, value: heading }, rest);
    }
    case "fields": {
      const field = group.field(String(name));
      return field === undefined ? at : { key: field.label.at, value: field.value.at };
    }
    case "tables":
      return placeInTable(group.tables()[Number(name)], at, rest);
    case "gates": {
      const gate = group.gates[Number(name)];
      return gate === undefined ? at : { value: gate.at };
    }
    case "steps": {
      const step = group.steps()[Number(name)];
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
