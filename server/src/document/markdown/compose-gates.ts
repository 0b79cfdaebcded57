import type { Gate, NoGoTrigger, Section } from "../model.ts";
import type { PartGate } from "./make-gate.ts";
import type { Node } from "./outline.ts";

const criticalColumns = ["type", "severity", "priority", "criticality"];

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
    noGoTriggers.push(...listedTriggers(node));
    if (node.passage.gates.length === 0) continue;
    const own: Gate[] = [];
    const rolloutPhase = rolloutPhaseOf(node);
    for (const source of node.passage.gates) {
      if (isNoGoTrigger(node, source)) {
        noGoTriggers.push({ text: source.text, ticked: source.state === "checked", at: source.box });
        continue;
      }
      const gate = compose(source, node, ordinals, made, rolloutPhase);
      made.set(source, gate);
      own.push(gate);
      gates.push(gate);
    }
    ofNode.set(node, own);
  }
  return { gates, noGoTriggers, ofNode };
}

function compose(
  source: PartGate,
  node: Node,
  ordinals: Map<string, number>,
  made: ReadonlyMap<PartGate, Gate>,
  rolloutPhase: number | undefined,
): Gate {
  const { text, form, box, at, owner, by, when, evidence, reason, waiverIncomplete } = source;
  const critical = isCritical(source, node);
  const parent = source.parent === undefined ? undefined : made.get(source.parent)?.id;
  const section: Section | undefined = node.section;
  return {
    id: idOf(source, node, ordinals),
    text,
    state: critical && source.failed ? "failed" : source.state,
    form,
    phase: node.phase.phase,
    critical,
    required: true,
    box,
    at,
    ...(owner === undefined ? {} : { owner }),
    ...(by === undefined ? {} : { by }),
    ...(when === undefined ? {} : { when }),
    ...(evidence === undefined || source.state === "open" ? {} : { evidence }),
    ...(reason === undefined ? {} : { reason }),
    ...(waiverIncomplete === undefined ? {} : { waiverIncomplete }),
    ...(section === undefined ? {} : { section }),
    ...(rolloutPhase === undefined ? {} : { rolloutPhase }),
    ...(parent === undefined ? {} : { parent }),
  };
}

/** Heading path, text and, from the second equal one on, its ordinal. */
function idOf(source: PartGate, node: Node, ordinals: Map<string, number>): string {
  const path = node.section === undefined ? "" : node.section.path.join("/");
  const name = `${path}#${source.key}`;
  const ordinal = (ordinals.get(name) ?? 0) + 1;
  ordinals.set(name, ordinal);
  return ordinal === 1 ? name : `${name}~${ordinal}`;
}

function isCritical({ row }: PartGate, node: Node): boolean {
  if (row === undefined) return false;
  const named = criticalColumnOf(node);
  const columns = named === undefined ? criticalColumns : [named, ...criticalColumns];
  return columns.some((column) => /^\W*(?:critical|blocker|p0)\b/i.test(row.get(column) ?? ""));
}

function criticalColumnOf(node: Node): string | undefined {
  for (let at: Node | undefined = node; at !== undefined; at = at.parent) {
    if (at.definition?.criticalColumn !== undefined) return at.definition.criticalColumn;
  }
  return undefined;
}

const announcesNoGo = (key: string): boolean => /no-go-(?:trigger|condition|criteri)|automatic-no-go/.test(key);

function isNoGoTrigger(node: Node, source: PartGate): boolean {
  if (source.form !== "task" && source.form !== "fence") return false;
  if (source.under !== undefined && announcesNoGo(source.under.key)) return true;
  return (
    node.role === "no-go-triggers" && (source.under === undefined || !/^(?:go|required-for-go)/.test(source.under.key))
  );
}

/** Plain list items under a heading or label of no-go triggers. */
function listedTriggers({ passage, role }: Node): readonly NoGoTrigger[] {
  return passage.pieces.flatMap((piece) => {
    if (piece.type !== "item" || piece.box !== undefined || piece.text.value === "") return [];
    const here = piece.under === undefined ? role === "no-go-triggers" : announcesNoGo(piece.under.key);
    return here && piece.parent === undefined ? [{ text: piece.text.value, ticked: false, at: piece.text.at }] : [];
  });
}
