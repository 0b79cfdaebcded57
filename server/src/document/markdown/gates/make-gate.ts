import { findBoxes, optionsOf } from "../../../text/markdown/boxes.ts";
import type { Label } from "../../../text/markdown/pieces/pieces.ts";
import { plain, unescapeMarkdown } from "../../../text/markdown/prose.ts";
import type { FoundMark } from "../../../text/markdown/status-marks.ts";
import type { Part, Span } from "../../../text/place.ts";
import { slug } from "../../../text/values/slug.ts";
import { textStarts } from "../../../words/lists.ts";
import { isRefusal } from "../../../words/option-words.ts";
import type { Gate, GateForm, GateOption } from "../../model.ts";
import { readAnswer } from "./read-answer.ts";

/** What a gate is wherever its part stands. */
export type GateCore = Omit<Gate, "id" | "phase" | "section" | "rolloutPhase" | "parent">;

/** Where a gate stands in its part. */
export interface GateContext {
  /** The lead-in that it follows. */
  readonly under?: Label;
  readonly parent?: PartGate;
  /** The row of the table that it stands in: column slug → cell. */
  readonly row?: ReadonlyMap<string, string>;
  readonly owner?: string;
  /** Its row says Critical in one of the columns that usually say so. */
  readonly critical?: boolean;
}

/** A gate as its part reads, before the document gives it a section, a phase and an id. */
export class PartGate {
  readonly core: GateCore;
  readonly context: GateContext;
  /** A ❌ or a ticked refusal stands with it. */
  readonly failed: boolean;
  /** Its text, normalised: what its id ends with. */
  readonly key: string;

  constructor(core: GateCore, context: GateContext, failed: boolean) {
    this.core = core;
    this.context = context;
    this.failed = failed;
    this.key = slug(core.text);
  }
}

const critical = textStarts("critical");

export const saysCritical = (cell = ""): boolean => critical(cell.replace(/^\W+/, ""));

/** What a gate is read from: its box or mark, its words, and where both stand. */
export interface GateSource {
  readonly part: Part;
  readonly form: GateForm;
  readonly box: Span;
  readonly at: Span;
  readonly ticked: boolean;
  /** Unescaped. */
  readonly words: string;
  /** Names it where its own words do not. */
  readonly text?: string;
  /** What is ticked says no. */
  readonly refused?: boolean;
  /** Why it needs no answer where its own words do not say so. */
  readonly aside?: string;
  /** Of a choice: its answers. */
  readonly options?: readonly GateOption[];
}

/** Makes a gate of what was found. */
export function makeGate(source: GateSource, context: GateContext): PartGate {
  const { text, failed, state, evidence, excuse: _, ...answer } = readAnswer(source.words, source.ticked);
  const { part, form, box, at, refused = false, aside, options } = source;
  const core: GateCore = {
    text: source.text ?? text,
    state: refused ? "failed" : state,
    form,
    critical: context.critical ?? false,
    required: true,
    box: { part, start: box.start, end: box.end },
    at: { part, start: at.start, end: at.end },
    ...answer,
    ...(aside !== undefined && state === "open" ? { state: "notApplicable", reason: aside } : {}),
    ...(evidence === undefined || state === "open" ? {} : { evidence }),
  };
  const chosen = options === undefined ? core : { ...core, options };
  const owned = context.owner === undefined ? chosen : { ...chosen, owner: context.owner };
  return new PartGate(owned, context, failed || refused);
}

/** A gate that a lone mark answers. */
export function markGate(part: Part, at: Span, found: FoundMark, context: GateContext, text?: string): PartGate {
  const box = { start: at.start + found.start, end: at.start + found.end };
  const words = unescapeMarkdown(part.text.slice(box.end, at.end)).trim();
  const source = { part, form: "mark", box, at, ticked: found.mark === "✅", words } as const;
  const refused = found.mark === "❌" && readAnswer(words, false).state === "open";
  return makeGate({ ...source, refused, ...(text === undefined ? {} : { text }) }, context);
}

/** Several boxes in one line are one question with several answers. */
export function choiceGate(part: Part, at: Span, context: GateContext, question?: string): PartGate | undefined {
  const source = part.text.slice(at.start, at.end);
  const boxes = findBoxes(source);
  const first = boxes[0];
  if (first === undefined || boxes.length < 2) return undefined;
  const options = optionsOf(source, boxes);
  const ticked = options.filter(({ box }) => box.ticked);
  const trailing = /(?<![\s:–—-])[\s:–—-]+$/;
  const words = question ?? plain(unescapeMarkdown(source.slice(0, first.start)).replace(trailing, ""));
  const asked = words.replace(trailing, "");
  const listed = options.map(({ words }) => readAnswer(unescapeMarkdown(words), false).text).join(" / ");
  const box = ticked[0]?.box ?? first;
  return makeGate(
    {
      part,
      form: "choice",
      box: { start: at.start + box.start, end: at.start + box.end },
      at,
      ticked: ticked.length > 0,
      words: unescapeMarkdown(source.slice(boxes.at(-1)?.end ?? 0)),
      text: asked === "" ? listed : asked,
      refused: ticked.some(({ words }) => isRefusal(words)),
      options: options.map(({ box: own, words: said }) => ({
        words: plain(unescapeMarkdown(said)),
        ticked: own.ticked,
        box: { part, start: at.start + own.start, end: at.start + own.end },
      })),
    },
    context,
  );
}
