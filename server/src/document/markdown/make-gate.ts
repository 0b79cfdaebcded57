import type { GateForm, GateState } from "../model.ts";
import type { Part, Place, Span } from "../place.ts";
import { slug } from "../values/slug.ts";
import { type Box, findBoxes, isRefusal, optionsOf } from "./boxes.ts";
import type { Label } from "./pieces.ts";
import { plain, unescapeMarkdown } from "./prose.ts";
import { readAnswer } from "./read-answer.ts";
import type { FoundMark } from "./status-marks.ts";

/** A gate as its part reads, before the document gives it a section, a phase and an id. */
export interface PartGate {
  readonly text: string;
  /** The text as a slug: the stable part of its id. */
  readonly key: string;
  readonly form: GateForm;
  readonly state: GateState;
  /** A ❌ or a ticked refusal stands with it. */
  readonly failed: boolean;
  /** The row of the table that it stands in: column slug → cell. */
  readonly row?: ReadonlyMap<string, string>;
  readonly box: Place;
  readonly at: Place;
  readonly owner?: string;
  readonly by?: string;
  readonly when?: string;
  readonly evidence?: string;
  readonly reason?: string;
  readonly waiverIncomplete?: boolean;
  readonly parent?: PartGate;
  readonly under?: Label;
}

/** What a gate is read from: its box or mark, its words, and where both stand. */
export interface GateSource {
  readonly part: Part;
  readonly form: GateForm;
  readonly box: Span;
  readonly at: Span;
  readonly ticked: boolean;
  /** Unescaped. */
  readonly words: string;
}

/** Makes a gate of what was found; `text` names it where its own words do not. */
export function makeGate(source: GateSource, text?: string): PartGate {
  const answer = readAnswer(source.words, source.ticked);
  const { part, form } = source;
  const place = ({ start, end }: Span): Place => ({ part, start, end });
  const named = text ?? answer.text;
  return { ...answer, text: named, key: slug(named), form, box: place(source.box), at: place(source.at) };
}

/** A gate that a lone mark answers. */
export function markGate(part: Part, at: Span, found: FoundMark, text?: string): PartGate {
  const box = { start: at.start + found.start, end: at.start + found.end };
  const words = unescapeMarkdown(part.text.slice(box.end, at.end)).trim();
  const ticked = found.mark === "✅";
  const gate = makeGate({ part, form: "mark", box, at, ticked, words }, text);
  return found.mark === "❌" && gate.state === "open" ? { ...gate, state: "failed", failed: true } : gate;
}

/** Several boxes in one line are one question with several answers. */
export function choiceGate(part: Part, at: Span, question?: string): PartGate | undefined {
  const source = part.text.slice(at.start, at.end);
  const boxes = findBoxes(source);
  const first = boxes[0];
  if (first === undefined || boxes.length < 2) return undefined;
  const options = optionsOf(source, boxes);
  const ticked = options.filter(({ box }) => box.ticked);
  const asked = plain(unescapeMarkdown(source.slice(0, first.start)).replace(/[\s:–—-]+$/, "")).replace(
    /[\s:–—-]+$/,
    "",
  );
  const listed = options.map(({ words }) => readAnswer(unescapeMarkdown(words), false).text).join(" / ");
  const refused = ticked.some(({ words }) => isRefusal(words));
  return answerChoice(part, { start: at.start, end: at.end }, chosen(first, ticked), {
    text: question ?? (asked === "" ? listed : asked),
    words: unescapeMarkdown(source.slice(boxes.at(-1)?.end ?? 0)),
    ticked: ticked.length > 0,
    refused,
  });
}

const chosen = (first: Box, ticked: readonly { readonly box: Box }[]): Span => ticked[0]?.box ?? first;

interface Choice {
  readonly text: string;
  readonly words: string;
  readonly ticked: boolean;
  readonly refused: boolean;
}

function answerChoice(part: Part, at: Span, box: Span, { text, words, ticked, refused }: Choice): PartGate {
  const place = { start: at.start + box.start, end: at.start + box.end };
  const gate = makeGate({ part, form: "choice", box: place, at, ticked, words }, text);
  return refused ? { ...gate, state: "failed", failed: true } : gate;
}
