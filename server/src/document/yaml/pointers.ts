import type { Pointer } from "../../text/json.ts";
import type { Part, Place } from "../../text/place.ts";
import type { YamlNode } from "../../text/yaml/node.ts";

/** A node, and how one comes to it from the node that holds it. */
interface Standing {
  readonly node: YamlNode;
  readonly step: string | number;
  readonly within: Standing | undefined;
}

/** The ways to the nodes of a document by their places: listed once, however many of them are asked for. */
export class Pointers {
  /** By part, then by where a node begins: the nodes that begin there. */
  readonly #listed = new Map<Part, Map<number, Standing[]>>();

  constructor(root: YamlNode) {
    // An alias is the node that it stands for: listed is the first way to it, and to what it holds.
    const seen = new Set<YamlNode>([root]);
    const open = held(root, undefined);
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (seen.has(next.node)) continue;
      seen.add(next.node);
      this.#list(next);
      for (const standing of held(next.node, next)) open.push(standing);
    }
  }

  /** The way to a node; `undefined` when no node stands at a place. */
  to({ part, start, end }: Place): Pointer | undefined {
    const found = this.#listed
      .get(part)
      ?.get(start)
      ?.find(({ node }) => node.end === end);
    const pointer: (string | number)[] = [];
    for (let at = found; at !== undefined; at = at.within) pointer.push(at.step);
    return found && pointer.reverse();
  }

  #list(standing: Standing): void {
    const { part, start } = standing.node;
    const ofPart = this.#listed.get(part) ?? new Map<number, Standing[]>();
    this.#listed.set(part, ofPart);
    const there = ofPart.get(start);
    if (there === undefined) ofPart.set(start, [standing]);
    else there.push(standing);
  }
}

function held(node: YamlNode, within: Standing | undefined): Standing[] {
  if (node.kind === "map") return node.entries.map((entry) => ({ node: entry.node, step: entry.keyText, within }));
  if (node.kind === "sequence") return node.items.map((item, step) => ({ node: item, step, within }));
  return [];
}
