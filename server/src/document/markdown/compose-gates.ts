import type { Gate, NoGoTrigger, SectionRole } from "../model.ts";
import { type PartGate, saysCritical } from "./make-gate.ts";
import type { Node } from "./outline.ts";
import type { Passage } from "./passage.ts";
import type { ItemPiece, Label } from "./pieces.ts";

/** The gates of a document, and the boxes that are no gates but no-go triggers. */
export interface ComposedGates {
  readonly gates: readonly Gate[];
  readonly noGoTriggers: readonly NoGoTrigger[];
  /** Of each node, its gates. */
  readonly ofNode: ReadonlyMap<Node, readonly Gate[]>;
}

/** `rolloutPhaseOf`: index of the rollout phase that a node stands in. */
export function composeGates(
  nodes: readonly Node[],
  rolloutPhaseOf: (node: Node) => number | undefined,
): ComposedGates {
  const gates: Gate[] = [];
  const noGoTriggers: NoGoTrigger[] = [];
  const ofNode = new Map<Node, readonly Gate[]>();
  const ordinals = new Map<string, number>();
  const made = new Map<PartGate, Gate>();
  for (const node of nodes) {
    const listed = node.passage.noGoItems();
    noGoTriggers.push(...(node.role === "no-go-triggers" ? listed.inSection : listed.labelled));
    if (node.passage.gates.length === 0) continue;
    const own: Gate[] = [];
    const context = {
      node,
      path: node.section === undefined ? "" : node.section.path.join("/"),
      column: criticalColumnOf(node),
      rolloutPhase: rolloutPhaseOf(node),
    };
    for (const source of node.passage.gates) {
      if (isNoGoTrigger(node.role, source)) {
        const { text, state, box } = source.core;
        noGoTriggers.push({ text, ticked: state === "checked", at: box });
        continue;
      }
      const gate = compose(source, context, ordinals, made);
      made.set(source, gate);
      own.push(gate);
      gates.push(gate);
    }
    ofNode.set(node, own);
  }
  return { gates, noGoTriggers, ofNode };
}

/** What the gates of one passage share. */
interface Context {
  readonly node: Node;
  readonly path: string;
  readonly column: string | undefined;
  readonly rolloutPhase: number | undefined;
}

function compose(
  source: PartGate,
  { node, path, column, rolloutPhase }: Context,
  ordinals: Map<string, number>,
  made: ReadonlyMap<PartGate, Gate>,
): Gate {
  const { text, state, form, required, box, at, owner, by, when, evidence, reason, waiverIncomplete } = source.core;
  const critical = source.core.critical || (column !== undefined && saysCritical(source.context.row?.get(column)));
  const gate: Writable<Gate> = {
    id: idOf(source.nameIn(path), ordinals),
    text,
    state: critical && source.failed ? "failed" : state,
    form,
    phase: node.phase.phase,
    critical,
    required,
    box,
    at,
  };
  if (node.section !== undefined) gate.section = node.section;
  if (owner !== undefined) gate.owner = owner;
  if (by !== undefined) gate.by = by;
  if (when !== undefined) gate.when = when;
  if (evidence !== undefined) gate.evidence = evidence;
  if (reason !== undefined) gate.reason = reason;
  if (waiverIncomplete !== undefined) gate.waiverIncomplete = waiverIncomplete;
  if (rolloutPhase !== undefined) gate.rolloutPhase = rolloutPhase;
  const parent = source.context.parent === undefined ? undefined : made.get(source.context.parent)?.id;
  if (parent !== undefined) gate.parent = parent;
  return gate;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** Heading path, text and, from the second equal one on, its ordinal. */
function idOf(name: string, ordinals: Map<string, number>): string {
  const ordinal = (ordinals.get(name) ?? 0) + 1;
  ordinals.set(name, ordinal);
  return ordinal === 1 ? name : `${name}~${ordinal}`;
}

function criticalColumnOf(node: Node): string | undefined {
  for (let at: Node | undefined = node; at !== undefined; at = at.parent) {
    if (at.definition?.criticalColumn !== undefined) return at.definition.criticalColumn;
  }
  return undefined;
}

const announcesNoGo = ({ key }: Label): boolean => /no-go-(?:trigger|condition|criteri)|automatic-no-go/.test(key);

function isNoGoTrigger(role: SectionRole | undefined, { core: { form }, context: { under } }: PartGate): boolean {
  if (form !== "task" && form !== "fence") return false;
  if (under !== undefined && announcesNoGo(under)) return true;
  return role === "no-go-triggers" && (under === undefined || !/^(?:go|required-for-go)/.test(under.key));
}

/** Plain list items that are no-go triggers: those below a label that says so, and with those without a label. */
export function noGoItems({ pieces }: Passage): {
  readonly labelled: readonly NoGoTrigger[];
  readonly inSection: readonly NoGoTrigger[];
} {
  const items = pieces
    .filter((piece) => piece.type === "item")
    .filter(({ box, parent }) => box === undefined && parent === undefined);
  const trigger = ({ text }: ItemPiece): NoGoTrigger => ({ text: text.value, ticked: false, at: text.at });
  const labelled = items.filter(({ under }) => under !== undefined && announcesNoGo(under));
  const inSection = items.filter(({ under }) => under === undefined || announcesNoGo(under));
  return { labelled: labelled.map(trigger), inSection: inSection.map(trigger) };
}
