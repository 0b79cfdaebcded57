import { append } from "../../../text/append.ts";
import type { AnyPiece, ItemPiece } from "../../../text/markdown/pieces/pieces.ts";
import { type Mark, markAtStart } from "../../../text/markdown/status-marks.ts";
import type { Part, Span } from "../../../text/place.ts";
import { isOptionWord, isRefusal } from "../../../words/option-words.ts";
import { fenceGates } from "./fence-gates.ts";
import { choiceGate, type GateContext, makeGate, markGate, type PartGate } from "./make-gate.ts";
import { tableGates } from "./table-gates.ts";

/** The gates of the pieces of one section, in order. */
export function readGates(part: Part, pieces: readonly AnyPiece[]): readonly PartGate[] {
  if (pieces.length === 0) return none;
  const gates: PartGate[] = [];
  const ofItem = new Map<ItemPiece, PartGate>();
  const markedLists = listsWithMarks(part, pieces);
  const refusals = refusalsIn(pieces);
  for (const piece of pieces) {
    const lead = piece.under === undefined ? nowhere : { under: piece.under };
    if (piece.type === "table") append(gates, tableGates(part, piece, lead));
    else if (piece.type === "fence") append(gates, fenceGates(part, piece, lead));
    else if (piece.type === "item") {
      const parent = piece.parent === undefined ? undefined : nearestGate(piece, ofItem);
      const gate = itemGate(
        part,
        piece,
        markedLists.has(piece.list),
        refusals.has(piece),
        parent === undefined ? lead : { ...lead, parent },
      );
      if (gate === undefined) continue;
      ofItem.set(piece, gate);
      gates.push(gate);
    } else {
      const at = piece.type === "prose" ? piece.text.at : fieldPlace(part, piece);
      const gate = at === undefined ? undefined : choiceGate(part, at, lead);
      if (gate !== undefined) gates.push(gate);
    }
  }
  return gates;
}

const none: readonly PartGate[] = [];
const nowhere: GateContext = {};

/** Label and value, from the marks that the label begins with. */
function fieldPlace({ text }: Part, piece: AnyPiece): Span | undefined {
  if (piece.type !== "field") return undefined;
  const { label, value } = piece.field;
  let { start } = label.at;
  while (text[start - 1] === "*" || text[start - 1] === "_") start--;
  return { start, end: value.at.end };
}

function nearestGate(piece: ItemPiece, gates: ReadonlyMap<ItemPiece, PartGate>): PartGate | undefined {
  for (let at = piece.parent; at !== undefined; at = at.parent) {
    const gate = gates.get(at);
    if (gate !== undefined) return gate;
  }
  return undefined;
}

function itemGate(
  part: Part,
  piece: ItemPiece,
  marked: boolean,
  refusal: boolean,
  context: GateContext,
): PartGate | undefined {
  const choice = choiceGate(part, piece.at, context);
  if (choice !== undefined) return choice;
  if (piece.box !== undefined) {
    const ticked = part.text.charAt(piece.box.start + 1) !== " ";
    const source = { part, form: "task", box: piece.box, at: piece.at, ticked, words: piece.text.value } as const;
    return makeGate({ ...source, refused: refusal && ticked, ...(refusal && !ticked ? { aside } : {}) }, context);
  }
  if (!marked) return undefined;
  const mark = markAtStart(part.text.slice(piece.at.start, piece.at.end));
  return mark === undefined ? undefined : markGate(part, piece.at, mark, context);
}

/** Why a *No-Go* that is not ticked needs no answer. */
const aside = "the other answer of a choice";

/** The items that say no in a list of two, of which the other says yes: *Go* and *No-Go*, a box each. */
function refusalsIn(pieces: readonly AnyPiece[]): ReadonlySet<ItemPiece> {
  const lists = new Map<number, ItemPiece[]>();
  for (const piece of pieces) {
    if (piece.type !== "item") continue;
    const items = lists.get(piece.list);
    if (items === undefined) lists.set(piece.list, [piece]);
    else items.push(piece);
  }
  const refusals = new Set<ItemPiece>();
  for (const [first, second, third] of lists.values()) {
    if (first === undefined || second === undefined || third !== undefined) continue;
    if (![first, second].every(({ box, text }) => box !== undefined && isOptionWord(text.value))) continue;
    const said = [first, second].filter(({ text }) => isRefusal(text.value));
    if (said.length === 1) for (const item of said) refusals.add(item);
  }
  return refusals;
}

/** Lists in which marks are answers: ☐ or a task box says so, or ✅ beside ❌; ❌ alone only warns of something. */
function listsWithMarks(part: Part, pieces: readonly AnyPiece[]): ReadonlySet<number> {
  const lists = new Set<number>();
  const first = new Map<number, Mark>();
  for (const piece of pieces) {
    if (piece.type !== "item") continue;
    const mark = piece.box === undefined ? markAtStart(part.text.slice(piece.at.start, piece.at.start + 4))?.mark : "☐";
    if (mark === undefined) continue;
    const other = first.get(piece.list);
    if (mark === "☐" || (other !== undefined && other !== mark)) lists.add(piece.list);
    first.set(piece.list, mark);
  }
  return lists;
}
