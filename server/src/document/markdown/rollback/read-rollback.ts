import { append } from "../../../text/append.ts";
import type { PartField } from "../../../text/markdown/pieces/part-field.ts";
import type {
  AnyPiece,
  FencePiece,
  HeadedPieces,
  ItemPiece,
  Label,
  ProsePiece,
} from "../../../text/markdown/pieces/pieces.ts";
import { plainLines, sentencesOf } from "../../../text/markdown/pieces/plain-lines.ts";
import type { Text } from "../../../text/place.ts";
import { slugHas, textHas } from "../../../words/lists.ts";
import {
  announcesRollback,
  announcesTriggers,
  isAction,
  isBesidesThePlan,
  isFaultHeading,
  isFaultSentence,
  isTriggerSentence,
  namesRollback,
  saysAtWhichFault,
  saysHow,
  saysNothing,
  speaksOfCommunication,
  speaksOfVerification,
  type Topic,
  topicOf,
} from "../../../words/rollback-words.ts";
import { readFenceLines } from "./rollback-fence.ts";
import { RollbackFinds, type RollbackReading } from "./rollback-finds.ts";
import { stepOf } from "./rollback-step.ts";
import { readRollbackTable } from "./rollback-table.ts";

/** Reads a passage that stands under `topic`: `none` when only its labels may speak of a rollback. */
export function readRollback(passage: HeadedPieces, topic: Topic): RollbackReading {
  return new RollbackReader(passage, topic).read();
}

const steady: ReadonlySet<Topic> = new Set(["triggers", "estimate", "communication", "after"]);
/** What a lead-in may announce besides steps. */
const endWithTheirList: ReadonlySet<Topic> = new Set([
  "triggers",
  "owner",
  "estimate",
  "communication",
  "verification",
]);
const listForm = ({ ordered, box }: ItemPiece): "numbered" | "boxes" | "plain" =>
  ordered ? "numbered" : box === undefined ? "plain" : "boxes";
const hintsRollback = textHas("hintsRollback");
const namesRto = slugHas("rtoLabel");
const namesNoGo = slugHas("noGo");
const command = /`[^`\s]*\s[^`\n]*`/;
const isThreshold = (text: string): boolean => /[<>≥≤]|\d\s*%/.test(text);

class RollbackReader {
  readonly #passage: HeadedPieces;
  readonly #topic: Topic;
  readonly #finds = new RollbackFinds();
  readonly #taken = new Set<ItemPiece>();
  /** What the sentence before a list says that the list is. */
  #listTopic: Topic | undefined;
  /** The lead-in of that sentence. */
  #listUnder: Label | undefined;
  /** The first item of the list that the last lead-in announces. */
  #firstItem: ItemPiece | undefined;
  /** The list that was looked at last: whether it stands right below that list and says what to do. */
  #later: { readonly list: number; readonly isBeyond: boolean } | undefined;
  /** What a lead-in without a heading of its own goes on as, after its list. */
  #continued: Topic = "none";

  constructor(passage: HeadedPieces, topic: Topic) {
    this.#passage = passage;
    this.#topic = topic;
  }

  read(): RollbackReading {
    const heading = this.#passage.heading;
    if (heading !== undefined && this.#topic !== "none" && this.#topic !== "after") {
      this.#finds.times.readTitle(heading.text, "stated");
      if (isFaultHeading(heading.title)) this.#finds.triggers.push(heading.text);
    }
    for (const piece of this.#passage.pieces) this.#piece(piece);
    return this.#finds.reading;
  }

  #piece(piece: AnyPiece): void {
    if (piece.type === "prose" && !piece.inItem) this.#goOn(piece);
    if (piece.type === "label" || piece.type === "field" || (piece.type === "prose" && !piece.inItem)) {
      this.#firstItem = undefined;
    }
    const topic = this.#topicUnder(piece.under);
    const listed = piece.under === this.#listUnder ? (this.#listTopic ?? topic) : topic;
    switch (piece.type) {
      case "label":
        this.#label(piece.label);
        break;
      case "field":
        this.#listTopic = undefined;
        this.#field(piece.field, topic);
        break;
      case "prose":
        this.#prosePiece(piece, topic);
        break;
      case "item":
        this.#item(piece, this.#isBeyond(piece, listed) ? this.#topicBeyond : listed);
        break;
      case "table":
        if (listed !== "none" && listed !== "after") readRollbackTable(piece, listed, this.#finds);
        break;
      case "fence":
        this.#fence(piece, listed);
        break;
    }
  }

  /** A lead-in announces one list. What to do, numbered or with boxes right below `**Triggers**` and its list, is another. */
  #isBeyond(piece: ItemPiece, topic: Topic): boolean {
    if (piece.parent !== undefined || topic === this.#topic || !endWithTheirList.has(topic)) return false;
    const first = this.#firstItem;
    this.#firstItem ??= piece;
    if (first === undefined || listForm(piece) === listForm(first) || listForm(piece) === "plain") return false;
    if (this.#later?.list !== piece.list) this.#later = { list: piece.list, isBeyond: this.#saysWhatToDo(piece.list) };
    return this.#later.isBeyond;
  }

  /** A list says what to do when one of its items does, or is a command. */
  #saysWhatToDo(list: number): boolean {
    return this.#passage.pieces.some((piece) => {
      if (piece.type !== "item" || piece.list !== list) return false;
      const { value } = piece.text;
      return (isAction(value) || command.test(value)) && !isTriggerSentence(value) && !isFaultSentence(value);
    });
  }

  get #topicBeyond(): Topic {
    return this.#topic === "none" ? "plan" : this.#topic;
  }

  #topicUnder(label: Label | undefined): Topic {
    if (this.#topic === "after") return this.#topic;
    if (label === undefined) return this.#topic === "none" ? this.#continued : this.#topic;
    if (namesNoGo(label.key)) return "after";
    const own = topicOf(label.key);
    if (this.#topic === "none") return announcesRollback(label.key) ? (own ?? "plan") : "none";
    return own ?? this.#topic;
  }

  /** Outside of a plan, what follows the list of a rollback lead-in belongs to it while it speaks of the same. */
  #goOn({ text: { value }, under, after }: ProsePiece): void {
    if (this.#topic !== "none" || under !== undefined) return;
    const announced = this.#continued !== "none" || (after !== undefined && announcesRollback(after.key));
    const same = announced && (isAction(value) || speaksOfVerification(value) || speaksOfCommunication(value));
    this.#continued = same ? "plan" : "none";
  }

  #label(label: Label): void {
    this.#listTopic = undefined;
    this.#continued = "none";
    if (this.#topic === "none" && announcesRollback(label.key)) this.#finds.announced.push(label.text.at);
    if (this.#topicUnder(label) !== "none") this.#timeOf(label);
  }

  /** `**Rollback** (15 minutes):`, `**Quick rollback (5 minutes):**`; not how long something else goes on. */
  #timeOf({ key, text, note }: Label): void {
    if (note !== undefined) this.#finds.times.readNote(note);
    else if (namesRollback(key) || isAction(text.value)) this.#finds.times.readTitle(text, "mentioned");
  }

  #field(field: PartField, base: Topic): void {
    if (isBesidesThePlan(field.key)) return;
    const announces = base === "none" && announcesRollback(field.key) && topicOf(field.key) !== "estimate";
    if (base === "none" && !announces && announcesRollback(field.key)) {
      this.#finds.take(field.value, "estimate", field, false);
      return;
    }
    if (base === "none" && !announces) {
      if (isTriggerSentence(field.value.value)) this.#finds.triggers.push(field.value);
      return;
    }
    if (announces) this.#finds.announced.push(field.label.at);
    const topic = this.#fieldTopic(field.key, announces ? "plan" : base);
    if (namesRto(field.key)) this.#finds.times.rto ??= field.value;
    // Among steps, a check is a step too.
    const verifies = topic === "steps" && topicOf(field.key) === "verification" && !saysNothing(field.value.value);
    if (verifies) this.#finds.verification ??= field.value;
    this.#finds.take(field.value, topic, field, announces);
  }

  #fieldTopic(key: string, base: Topic): Topic {
    const own = topicOf(key);
    if (steady.has(base)) return base;
    if (base === "owner") return own === "communication" ? "after" : base;
    return base === "steps" && own === "verification" ? base : (own ?? base);
  }

  /** A paragraph: its lines may be fields without marks (`Trigger: …`), and its last may announce a list (`Steps:`). */
  #prosePiece({ text, under, inItem }: ProsePiece, topic: Topic): void {
    if (!inItem) {
      this.#listTopic = announcesTriggers(text.value) ? "triggers" : undefined;
      this.#listUnder = under;
    }
    const { value } = text;
    if (topic === "after" || (topic === "none" && !hintsRollback(value))) return;
    for (const line of plainLines(text)) {
      const known = line.label !== undefined && (topic === "none" ? announcesRollback : topicOf)(line.label.key);
      if (line.label === undefined || !known)
        for (const each of topic === "none" ? [line.text] : sentencesOf(line.text)) this.#sentence(each, topic);
      else if (line.field !== undefined) this.#field(line.field, topic);
      else if (!inItem) this.#announceList(line.label, topic);
    }
  }

  /** `Rollback steps:` without marks: says what the list below it is. */
  #announceList(label: Label, topic: Topic): void {
    if (this.#listTopic !== undefined) return;
    if (topic === "none") this.#finds.announced.push(label.text.at);
    this.#finds.note(label.text);
    this.#listTopic = topicOf(label.key) ?? "plan";
  }

  #sentence(text: Text, topic: Topic): void {
    const { value } = text;
    const inPlan = topic !== "none" && topic !== "after";
    const announces = /[:：]$/.test(value);
    const trigger = announces
      ? inPlan && saysAtWhichFault(value) && !announcesTriggers(value)
      : isTriggerSentence(value) || (inPlan && isFaultSentence(value));
    if (trigger) this.#finds.triggers.push(text);
    if (!inPlan) return;
    const when = topic === "triggers" || (trigger && !saysHow(value));
    if (when) this.#finds.noteDecider(text);
    else this.#finds.note(text);
    if (topic === "owner" && /@[\w-]/.test(value)) this.#finds.owner ??= text;
    if (!trigger && isThreshold(value) && (topic === "triggers" || !isAction(value))) this.#finds.triggers.push(text);
    if (when) return;
    if (isAction(value)) this.#finds.prose.push(stepOf(text));
    if (!trigger) this.#finds.times.readSentence(text);
  }

  #item(piece: ItemPiece, topic: Topic): void {
    if (piece.label !== undefined) {
      if (topic === "none" && announcesRollback(piece.label.key)) this.#finds.announced.push(piece.label.text.at);
      if (topic !== "none" || piece.label.note !== undefined) this.#timeOf(piece.label);
      return;
    }
    if (piece.parent !== undefined && this.#taken.has(piece.parent)) {
      this.#taken.add(piece);
      if (topic !== "none") this.#finds.note(piece.text);
      return;
    }
    if (piece.field !== undefined) {
      this.#field(piece.field, topic);
      return;
    }
    if (piece.text.value === "") return;
    if (topic === "none") {
      if (isTriggerSentence(piece.text.value)) this.#finds.triggers.push(piece.text);
      return;
    }
    this.#taken.add(piece);
    const looksLikeTrigger = !piece.ordered && piece.box === undefined && /[<>≥≤]\s*\d|\d\s*%/.test(piece.text.value);
    const asStep =
      topic === "plan" ||
      (topic === "owner" && looksLikeTrigger) ||
      (topic === "verification" && piece.box !== undefined);
    if (asStep)
      this.#finds.take(
        piece.text,
        looksLikeTrigger && !isAction(piece.text.value) ? "triggers" : "steps",
        undefined,
        false,
      );
    else this.#finds.take(piece.text, topic, undefined, false);
    if (topic === "verification") this.#finds.verification ??= piece.text;
    if (topic === "triggers") this.#finds.noteDecider(piece.text);
  }

  #fence(piece: FencePiece, topic: Topic): void {
    if (topic === "none" || topic === "after") return;
    const found = readFenceLines(this.#passage.part, piece, topic);
    append(this.#finds.triggers, found.triggers);
    append(this.#finds.steps, found.steps);
    for (const { text, at } of found.steps) this.#finds.note({ value: text, at });
    append(this.#finds.prose, found.prose);
    this.#finds.owner ??= found.owner;
    for (const text of found.said) this.#finds.note(text);
  }
}
