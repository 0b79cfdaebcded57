import type { ChecklistDocument, ChecklistGate } from "../../../server/src/lsp/protocol.ts";
import type { ChecklistNode, DocumentNode, GateNode, Group, GroupNode, Phase, SectionNode } from "./checklist-node.ts";
import { type Counts, count, isOpen } from "./counts.ts";
import { byStretches } from "./long-lists.ts";

/** Which gates are shown. */
export const filters = ["all", "open", "due", "mine"] as const;
export type Filter = (typeof filters)[number];

/** What the first level of the tree is. */
export const groupings = ["document", "phase", "owner"] as const;
export type Grouping = (typeof groupings)[number];

export const phases: readonly Phase[] = ["pre-release", "release", "post-release", "rollback"];

/** How the tree is looked at. */
export interface Look {
  readonly filter: Filter;
  readonly grouping: Grouping;
  /** How the person at the keyboard is named in documents: `@alice`. */
  readonly identity: string | undefined;
}

/** What the tree is made of. */
export interface TreeSource {
  readonly documents: readonly ChecklistDocument[];
  /** The gates of a document, in the order of its text. */
  gates(uri: string): readonly ChecklistGate[];
}

/** The id of a document on the first level. */
export const documentId = (uri: string): string => `document:${uri}`;

/** Whether the first level can be told only with the gates of every document. */
export const needsAllGates = ({ filter, grouping }: Look): boolean => grouping !== "document" || filter === "mine";

/** The first level. Ids are stable: they name what stands there, not where it stands. */
export function rootsOf(source: TreeSource, look: Look): readonly ChecklistNode[] {
  const documents = source.documents.filter(isListed);
  if (look.grouping === "document") {
    return documents.filter((document) => hasMatches(source, document, look)).map((document) => documentNode(document));
  }
  const gates = documents.flatMap((document) => source.gates(document.uri).map((gate) => ({ document, gate })));
  const groups = look.grouping === "phase" ? phaseGroups : ownerGroups(gates.map(({ gate }) => gate));
  return groups.flatMap((group) => {
    const here = gates.filter(({ gate }) => isIn(group, gate));
    if (!here.some(({ document, gate }) => matches(gate, document, look))) return [];
    return [groupNode(group, count(here.map(({ gate }) => gate)))];
  });
}

/** What stands below a node. */
export function childrenOf(node: ChecklistNode, source: TreeSource, look: Look): readonly ChecklistNode[] {
  switch (node.is) {
    case "document":
      return node.group === undefined
        ? phasesOf(node, source, look)
        : gatesIn(node.id, node.document, node.group, source, look);
    case "group":
      return node.uri === undefined ? documentsIn(node, source, look) : gatesOfGroup(node, node.uri, source, look);
    case "section":
      return node.gates;
    case "gate":
      return node.nested;
  }
}

/** Documents that a release is run by: no templates, and none without anything to answer or to mend. */
export const isListed = ({ template, gates, blockers }: ChecklistDocument): boolean =>
  !template && (gates.total > 0 || blockers > 0);

function hasMatches(source: TreeSource, document: ChecklistDocument, look: Look): boolean {
  const { gates } = document;
  switch (look.filter) {
    case "all":
      return true;
    case "open":
      return gates.open + gates.failed > 0;
    case "due":
      return gates.due > 0;
    case "mine":
      return source.gates(document.uri).some((gate) => matches(gate, document, look));
  }
}

function matches(gate: ChecklistGate, document: ChecklistDocument, { filter, identity }: Look): boolean {
  switch (filter) {
    case "all":
      return true;
    case "open":
      return isOpen(gate);
    case "due":
      return gate.due && isOpen(gate);
    case "mine":
      return isOpen(gate) && isMine(gate, document, identity);
  }
}

/** A gate is its owner's; without one, its document's owners'. */
function isMine({ owner }: ChecklistGate, { owners }: ChecklistDocument, identity: string | undefined): boolean {
  const names = (owner === undefined ? owners : [owner]).flatMap(peopleOf);
  return identity !== undefined && peopleOf(identity).some((name) => names.includes(name));
}

/** `@Alice, @bob` → `alice`, `bob`. */
const peopleOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[,;/&+]|\s(?:and|or)\s/)
    .map((name) => name.trim().replace(/^@/, ""))
    .filter((name) => name !== "");

const phaseGroups: readonly Group[] = phases.map((phase) => ({ by: "phase", phase }));

/** By name; gates without an owner last. */
function ownerGroups(gates: readonly ChecklistGate[]): readonly Group[] {
  const owners = [...new Set(gates.map(ownerOf))].sort((a, b) => Number(a === "") - Number(b === "") || compare(a, b));
  return owners.map((owner) => ({ by: "owner", owner }));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const ownerOf = ({ owner }: ChecklistGate): string => owner?.trim() ?? "";

const isIn = (group: Group, gate: ChecklistGate): boolean =>
  group.by === "phase" ? gate.phase === group.phase : ownerOf(gate) === group.owner;

function documentNode(document: ChecklistDocument): DocumentNode {
  const { total, open, failed, due } = document.gates;
  const counts = { total, open: open + failed, failed, due };
  return { is: "document", id: documentId(document.uri), document, counts };
}

function groupNode(group: Group, counts: Counts, parent?: DocumentNode): GroupNode {
  const own = group.by === "phase" ? `phase:${group.phase}` : `owner:${group.owner}`;
  if (parent === undefined) return { is: "group", id: own, group, counts };
  return { is: "group", id: `${parent.id}|${own}`, group, counts, uri: parent.document.uri };
}

function phasesOf(parent: DocumentNode, source: TreeSource, look: Look): readonly GroupNode[] {
  const { document } = parent;
  const gates = source.gates(document.uri);
  return phaseGroups.flatMap((group) => {
    const here = gates.filter((gate) => isIn(group, gate));
    return here.some((gate) => matches(gate, document, look)) ? [groupNode(group, count(here), parent)] : [];
  });
}

function documentsIn({ id, group }: GroupNode, source: TreeSource, look: Look): readonly DocumentNode[] {
  return source.documents.filter(isListed).flatMap((document): readonly DocumentNode[] => {
    const here = source.gates(document.uri).filter((gate) => isIn(group, gate));
    if (!here.some((gate) => matches(gate, document, look))) return [];
    return [{ is: "document", id: `${id}|${documentId(document.uri)}`, document, counts: count(here), group }];
  });
}

function gatesOfGroup(
  { id, group }: GroupNode,
  uri: string,
  source: TreeSource,
  look: Look,
): readonly (GateNode | SectionNode)[] {
  const document = source.documents.find((candidate) => candidate.uri === uri);
  return document === undefined ? [] : gatesIn(id, document, group, source, look);
}

/**
 * The gates of a group in a document, nested ones below the nearest gate that is shown. A gate that the filter hides is shown
 * all the same above one that it does not.
 */
function gatesIn(
  scope: string,
  document: ChecklistDocument,
  group: Group,
  source: TreeSource,
  look: Look,
): readonly (GateNode | SectionNode)[] {
  const here = new Map(
    source
      .gates(document.uri)
      .filter((gate) => isIn(group, gate))
      .map((gate) => [gate.id, gate]),
  );
  const shown = new Set<string>();
  for (const gate of here.values()) {
    if (!matches(gate, document, look)) continue;
    for (
      let at: ChecklistGate | undefined = gate;
      at !== undefined && !shown.has(at.id);
      at = here.get(at.parent ?? "")
    ) {
      shown.add(at.id);
    }
  }
  const below = new Map<string, ChecklistGate[]>();
  const placed = new Set<string>();
  for (const gate of here.values()) {
    if (!shown.has(gate.id)) continue;
    const parent = gate.parent !== undefined && placed.has(gate.parent) ? gate.parent : "";
    const siblings = below.get(parent);
    if (siblings === undefined) below.set(parent, [gate]);
    else siblings.push(gate);
    placed.add(gate.id);
  }
  const nodes = (parent: string): readonly GateNode[] =>
    (below.get(parent) ?? []).map((gate) => ({
      is: "gate",
      id: `${scope}|gate:${gate.id}`,
      document,
      gate,
      nested: nodes(gate.id),
    }));
  return byStretches(scope, nodes(""));
}
