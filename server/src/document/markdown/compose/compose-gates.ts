import type { Gate, NoGoTrigger } from "../../model.ts";
import { type PartGate, saysCritical } from "../gates/make-gate.ts";
import { isNoGoTrigger } from "../gates/no-go.ts";
import type { Outline } from "./outline.ts";
import type { Node } from "./outline-node.ts";

/** The gates of a document, and the boxes that are no gates but no-go triggers. */
export interface ComposedGates {
  readonly gates: readonly Gate[];
  readonly noGoTriggers: readonly NoGoTrigger[];
  /** Those of each node of the outline. */
  readonly ofNodes: readonly NodeGates[];
}

/** What the boxes of one passage are. */
interface NodeGates {
  readonly gates: readonly Gate[];
  readonly noGoTriggers: readonly NoGoTrigger[];
  readonly rolloutPhase: number | undefined;
  /** The ordinals in their ids; absent where no other section with gates has the path, so that nothing else has a say. */
  readonly ordinals: readonly number[] | undefined;
}

/** Of each text of a gate, how many have it. */
type Counts = Map<string, number>;

/** `rolloutPhaseOf`: index of the rollout phase that a node stands in. A node that `earlier` knows keeps its gates. */
export function composeGates(
  { nodes, before }: Outline,
  rolloutPhaseOf: (node: Node) => number | undefined,
  earlier?: ComposedGates,
): ComposedGates {
  const gates: Gate[] = [];
  const noGoTriggers: NoGoTrigger[] = [];
  const shared = sharedPaths(nodes);
  const ofNodes = nodes.map((node, index) => {
    const rolloutPhase = rolloutPhaseOf(node);
    const counts = shared.get(node.idPrefix);
    const ordinals = counts === undefined ? undefined : ordinalsOf(node, counts);
    const kept = earlier?.ofNodes[before[index] ?? -1];
    const stands = kept !== undefined && kept.rolloutPhase === rolloutPhase && areSame(kept.ordinals, ordinals);
    const own = stands ? kept : gatesOf(node, rolloutPhase, ordinals);
    for (const gate of own.gates) gates.push(gate);
    for (const trigger of own.noGoTriggers) noGoTriggers.push(trigger);
    return own;
  });
  return { gates, noGoTriggers, ofNodes };
}

/** Paths that several sections with gates have: these count equal gates together. */
function sharedPaths(nodes: readonly Node[]): ReadonlyMap<string, Counts> {
  const seen = new Set<string>();
  const shared = new Map<string, Counts>();
  for (const { passage, idPrefix } of nodes) {
    if (passage.gates.length === 0) continue;
    if (seen.has(idPrefix)) shared.set(idPrefix, new Map());
    else seen.add(idPrefix);
  }
  return shared;
}

/** The how-manieth of its text each gate of a passage is. */
function ordinalsOf({ passage, role }: Node, counts: Counts): readonly number[] {
  const ordinals: number[] = [];
  for (const source of passage.gates) {
    if (isNoGoTrigger(role, source)) continue;
    const ordinal = (counts.get(source.key) ?? 0) + 1;
    counts.set(source.key, ordinal);
    ordinals.push(ordinal);
  }
  return ordinals;
}

const areSame = (a: readonly number[] | undefined, b: readonly number[] | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && a.every((ordinal, index) => ordinal === b[index]));

const none: readonly Gate[] = [];

/** `shared`: the ordinals of the gates, where another section has a say in them. */
function gatesOf(node: Node, rolloutPhase: number | undefined, shared: readonly number[] | undefined): NodeGates {
  const { passage, role, idPrefix } = node;
  if (passage.pieces.length === 0) return { gates: none, noGoTriggers: [], rolloutPhase, ordinals: shared };
  const ordinals = shared ?? ordinalsOf(node, new Map());
  const made = new Map<PartGate, Gate>();
  const listed = passage.noGoItems();
  const noGoTriggers = [...(role === "no-go-triggers" ? listed.inSection : listed.labelled)];
  for (const source of passage.gates) {
    if (isNoGoTrigger(role, source)) {
      const { text, state, box } = source.core;
      noGoTriggers.push({ text, ticked: state === "checked", at: box });
      continue;
    }
    const id = idOf(`${idPrefix}#${source.key}`, ordinals[made.size]);
    const parent = source.context.parent === undefined ? undefined : made.get(source.context.parent)?.id;
    made.set(source, compose(source, node, { id, rolloutPhase, parent }));
  }
  return { gates: [...made.values()], noGoTriggers, rolloutPhase, ordinals: shared };
}

/** Heading path, text and, from the second equal one on, its ordinal. */
const idOf = (name: string, ordinal = 1): string => (ordinal === 1 ? name : `${name}~${ordinal}`);

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** What only the document tells of a gate. */
interface Given {
  readonly id: string;
  readonly rolloutPhase: number | undefined;
  readonly parent: string | undefined;
}

/** Members are set in one order, so that gates are of few shapes: rules look at all of them, which is faster then. */
function compose({ core, context, failed }: PartGate, node: Node, { id, rolloutPhase, parent }: Given): Gate {
  const { text, state, form, required, box, at, owner, by, when, evidence, reason, waiverIncomplete, options } = core;
  const { criticalColumn, section } = node;
  const critical = core.critical || (criticalColumn !== undefined && saysCritical(context.row?.get(criticalColumn)));
  const shown = critical && failed ? "failed" : state;
  const gate: Writable<Gate> = { id, text, state: shown, form, phase: node.phase.phase, critical, required, box, at };
  if (section !== undefined) gate.section = section;
  if (owner !== undefined) gate.owner = owner;
  if (by !== undefined) gate.by = by;
  if (when !== undefined) gate.when = when;
  if (evidence !== undefined) gate.evidence = evidence;
  if (reason !== undefined) gate.reason = reason;
  if (waiverIncomplete !== undefined) gate.waiverIncomplete = waiverIncomplete;
  if (options !== undefined) gate.options = options;
  if (rolloutPhase !== undefined) gate.rolloutPhase = rolloutPhase;
  if (parent !== undefined) gate.parent = parent;
  return gate;
}
