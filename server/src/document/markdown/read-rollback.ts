import type { RollbackStep } from "../model.ts";
import type { Place, Text } from "../place.ts";
import { saysMigrationsAreUndone, stepUndoesMigrations } from "../values/undoes-migrations.ts";
import type { PartField } from "./part-field.ts";
import type { Passage } from "./passage.ts";
import type { AnyPiece, FencePiece, ItemPiece, Label, ProsePiece, TablePiece } from "./pieces.ts";
import { plainLines, sentencesOf } from "./plain-lines.ts";
import { plain, textAt } from "./prose.ts";
import { readFenceLines } from "./rollback-fence.ts";
import { type StepDetails, stepOf } from "./rollback-step.ts";
import { type Estimate, RollbackTimes } from "./rollback-times.ts";
import {
  announcesRollback,
  announcesTriggers,
  isAction,
  isBesidesThePlan,
  isFaultHeading,
  isFaultSentence,
  isTriggerSentence,
  namesDecider,
  namesRollback,
  saysAtWhichFault,
  saysHow,
  saysNothing,
  speaksOfCommunication,
  speaksOfVerification,
  type Topic,
  topicOf,
} from "./rollback-words.ts";

export type { Topic } from "./rollback-words.ts";

/** What one passage contributes to the rollback plan. */
export interface RollbackReading {
  /** Labels that announce a rollback in a passage whose heading does not. */
  readonly announced: readonly Place[];
  readonly triggers: readonly Text[];
  readonly steps: readonly RollbackStep[];
  /** Sentences that may be steps, for a plan that is written as prose. */
  readonly prose: readonly RollbackStep[];
  readonly owner?: Text;
  readonly estimates: readonly Estimate[];
  readonly rto?: Text;
  readonly verification?: Text;
  readonly communication?: Text;
  /** It undoes migrations, or says why none has to be undone. */
  readonly undoesMigrations: boolean;
}

/** Reads a passage that stands under `topic`: `none` when only its labels may speak of a rollback. */
export function readRollback(passage: Passage, topic: Topic): RollbackReading {
  return new RollbackReader(passage, topic).read();
}

const steady: ReadonlySet<Topic> = new Set(["triggers", "estimate", "communication", "after"]);
const isThreshold = (text: string): boolean => /[<>≥≤]|\d\s*%/.test(text);

class RollbackReader {
  readonly #passage: Passage;
  readonly #topic: Topic;
  readonly #announced: Place[] = [];
  readonly #triggers: Text[] = [];
  readonly #steps: RollbackStep[] = [];
  readonly #prose: RollbackStep[] = [];
  readonly #times = new RollbackTimes();
  readonly #taken = new Set<ItemPiece>();
  #owner: Text | undefined;
  #verification: Text | undefined;
  #communication: Text | undefined;
  /** What the sentence before a list says that the list is. */
  #listTopic: Topic | undefined;
  /** The lead-in of that sentence. */
  #listUnder: Label | undefined;
  /** What a lead-in without a heading of its own goes on as, after its list. */
  #continued: Topic = "none";
  #undoesMigrations = false;

  constructor(passage: Passage, topic: Topic) {
    this.#passage = passage;
    this.#topic = topic;
  }

  read(): RollbackReading {
    const heading = this.#passage.heading;
    if (heading !== undefined && this.#topic !== "none" && this.#topic !== "after") {
      this.#times.readTitle(heading.text, "stated");
      if (isFaultHeading(heading.title)) this.#triggers.push(heading.text);
    }
    for (const piece of this.#passage.pieces) this.#piece(piece);
    return {
      announced: this.#announced,
      triggers: this.#triggers,
      steps: this.#steps,
      prose: this.#prose,
      estimates: this.#times.estimates,
      undoesMigrations: this.#undoesMigrations || this.#steps.some(({ text }) => stepUndoesMigrations(text)),
      ...(this.#owner === undefined ? {} : { owner: this.#owner }),
      ...(this.#times.rto === undefined ? {} : { rto: this.#times.rto }),
      ...(this.#verification === undefined ? {} : { verification: this.#verification }),
      ...(this.#communication === undefined ? {} : { communication: this.#communication }),
    };
  }

  #piece(piece: AnyPiece): void {
    if (piece.type === "prose" && !piece.inItem) this.#goOn(piece);
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
        this.#item(piece, listed);
        break;
      case "table":
        this.#table(piece, listed);
        break;
      case "fence":
        this.#fence(piece, listed);
        break;
    }
  }

  #topicUnder(label: Label | undefined): Topic {
    if (this.#topic === "after") return this.#topic;
    if (label === undefined) return this.#topic === "none" ? this.#continued : this.#topic;
    if (label.key.includes("no-go")) return "after";
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
    if (this.#topic === "none" && announcesRollback(label.key)) this.#announced.push(label.text.at);
    if (this.#topicUnder(label) !== "none") this.#timeOf(label);
  }

  /** `**Rollback** (15 minutes):`, `**Quick rollback (5 minutes):**`; not how long something else goes on. */
  #timeOf({ key, text, note }: Label): void {
    if (note !== undefined) this.#times.readNote(note);
    else if (namesRollback(key) || isAction(text.value)) this.#times.readTitle(text, "mentioned");
  }

  #field(field: PartField, base: Topic): void {
    if (isBesidesThePlan(field.key)) return;
    const announces = base === "none" && announcesRollback(field.key) && topicOf(field.key) !== "estimate";
    if (base === "none" && !announces && announcesRollback(field.key)) {
      this.#take(field.value, "estimate", field, false);
      return;
    }
    if (base === "none" && !announces) {
      if (isTriggerSentence(field.value.value)) this.#triggers.push(field.value);
      return;
    }
    if (announces) this.#announced.push(field.label.at);
    const topic = this.#fieldTopic(field.key, announces ? "plan" : base);
    if (/(?:^|-)rto(?:-|$)/.test(field.key)) this.#times.rto ??= field.value;
    this.#take(field.value, topic, field, announces);
  }

  #fieldTopic(key: string, base: Topic): Topic {
    const own = topicOf(key);
    if (steady.has(base)) return base;
    if (base === "owner") return own === "communication" ? "after" : base;
    return base === "steps" && own === "verification" ? base : (own ?? base);
  }

  /** Takes a value, or a list item, for what its topic says that it is. */
  #take(text: Text, topic: Topic, field: PartField | undefined, certain: boolean): void {
    if (saysNothing(text.value)) return;
    const whole = field === undefined || certain ? text.value : `${field.label.value}: ${text.value}`;
    switch (topic) {
      case "none":
      case "after":
        return;
      case "triggers":
        this.#triggers.push(field === undefined || /\p{L}{3}/u.test(text.value) ? text : wholeOf(field));
        return;
      case "owner":
        this.#ownedBy(text, field);
        return;
      case "estimate":
        if (/[\d[_{]/.test(text.value)) this.#times.state(text, whole);
        return;
      case "communication":
        this.#communication ??= text;
        return;
      case "verification":
        this.#verification ??= text;
        return;
      case "steps":
        this.#step(text, whole);
        return;
      case "plan":
        this.#note(text);
        if (certain ? !isLinkAlone(text.value) : isAction(whole)) this.#step(text, whole);
        return;
    }
  }

  #ownedBy(text: Text, field: PartField | undefined): void {
    if (field === undefined && !/@[\w-]/.test(text.value)) return;
    this.#owner ??= text;
  }

  #step(text: Text, whole: string): void {
    this.#note(text);
    const step = stepOf(text);
    this.#steps.push(whole === text.value ? step : { ...step, text: plain(whole) });
  }

  /** Notes whether a text of the plan verifies, tells somebody, or names who decides. */
  #note(text: Text): void {
    if (this.#verification === undefined && speaksOfVerification(text.value)) this.#verification = text;
    if (this.#communication === undefined && speaksOfCommunication(text.value)) this.#communication = text;
    this.#ownerIn(text);
    if (!this.#undoesMigrations && saysMigrationsAreUndone(text.value)) this.#undoesMigrations = true;
    this.#times.readObjective(text);
  }

  /** A paragraph: its lines may be fields without marks (`Trigger: …`), and its last may announce a list (`Steps:`). */
  #prosePiece({ text, under, inItem }: ProsePiece, topic: Topic): void {
    if (!inItem) {
      this.#listTopic = announcesTriggers(text.value) ? "triggers" : undefined;
      this.#listUnder = under;
    }
    const { value } = text;
    if (topic === "after" || (topic === "none" && !/roll|back|revert|undo/i.test(value))) return;
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
    if (topic === "none") this.#announced.push(label.text.at);
    this.#note(label.text);
    this.#listTopic = topicOf(label.key) ?? "plan";
  }

  #sentence(text: Text, topic: Topic): void {
    const { value } = text;
    const inPlan = topic !== "none" && topic !== "after";
    const announces = /[:：]$/.test(value);
    const trigger = announces
      ? inPlan && saysAtWhichFault(value) && !announcesTriggers(value)
      : isTriggerSentence(value) || (inPlan && isFaultSentence(value));
    if (trigger) this.#triggers.push(text);
    if (!inPlan) return;
    const when = topic === "triggers" || (trigger && !saysHow(value));
    if (when) this.#ownerIn(text);
    else this.#note(text);
    if (topic === "owner" && /@[\w-]/.test(value)) this.#owner ??= text;
    if (!trigger && isThreshold(value) && (topic === "triggers" || !isAction(value))) this.#triggers.push(text);
    if (when) return;
    if (isAction(value)) this.#prose.push(stepOf(text));
    if (!trigger) this.#times.readSentence(text);
  }

  #ownerIn(text: Text): void {
    if (this.#owner === undefined && namesDecider(text.value)) this.#owner = text;
  }

  #item(piece: ItemPiece, topic: Topic): void {
    if (piece.label !== undefined) {
      if (topic === "none" && announcesRollback(piece.label.key)) this.#announced.push(piece.label.text.at);
      if (topic !== "none" || piece.label.note !== undefined) this.#timeOf(piece.label);
      return;
    }
    if (piece.parent !== undefined && this.#taken.has(piece.parent)) {
      this.#taken.add(piece);
      if (topic !== "none") this.#note(piece.text);
      return;
    }
    if (piece.field !== undefined) {
      this.#field(piece.field, topic);
      return;
    }
    if (topic === "none") {
      if (isTriggerSentence(piece.text.value)) this.#triggers.push(piece.text);
      return;
    }
    this.#taken.add(piece);
    const looksLikeTrigger = !piece.ordered && piece.box === undefined && /[<>≥≤]\s*\d|\d\s*%/.test(piece.text.value);
    const asStep =
      topic === "plan" ||
      (topic === "owner" && looksLikeTrigger) ||
      (topic === "verification" && piece.box !== undefined);
    if (asStep)
      this.#take(piece.text, looksLikeTrigger && !isAction(piece.text.value) ? "triggers" : "steps", undefined, false);
    else this.#take(piece.text, topic, undefined, false);
    if (topic === "verification") this.#verification ??= piece.text;
    if (topic === "triggers") this.#ownerIn(piece.text);
  }

  #fence(piece: FencePiece, topic: Topic): void {
    if (topic === "none" || topic === "after") return;
    const found = readFenceLines(this.#passage.part, piece, topic);
    this.#triggers.push(...found.triggers);
    this.#steps.push(...found.steps);
    for (const { text, at } of found.steps) this.#note({ value: text, at });
    this.#prose.push(...found.prose);
    this.#owner ??= found.owner;
    for (const text of found.said) this.#note(text);
  }

  #table(table: TablePiece, topic: Topic): void {
    if (topic === "none" || topic === "after") return;
    const column = (words: RegExp): number => table.columns.findIndex((name) => words.test(name));
    const trigger = column(/trigger|condition|criteri|threshold|symptom|metric/);
    const step = column(/(?:^|-)(?:steps?|actions?|tasks?|procedure|command|what|activity|mechanism|how)(?:-|$)/);
    const owner = column(/owner|responsible|who|decider|assignee|role|primary|name/);
    const time = column(/time|duration|estimate|rto/);
    const verify = column(/verif|check|validat|expected/);
    for (const row of table.rows) {
      const cell = (index: number): Text | undefined => {
        const text = index < 0 ? undefined : row[index];
        return text === undefined || saysNothing(text.value) ? undefined : text;
      };
      const words =
        cell(step) ?? (trigger < 0 && topic === "steps" ? row.find(({ value }) => /\p{L}{3}/u.test(value)) : undefined);
      const started = topic === "triggers" ? (cell(trigger) ?? row[0]) : cell(trigger);
      if (started !== undefined && started.value !== "") this.#triggers.push(started);
      if (words !== undefined && topic !== "triggers") {
        this.#steps.push(stepOf(words, detailsOf(cell(owner), cell(time), cell(verify))));
        this.#note(words);
      }
      const decider = topic === "owner" || step >= 0 ? cell(owner) : undefined;
      if (decider !== undefined) this.#owner ??= decider;
      const needed = topic === "estimate" || topic === "plan" ? cell(time) : undefined;
      if (needed !== undefined && /\d/.test(needed.value)) {
        this.#times.state(needed, row[0]?.value ?? "");
      }
      for (const text of row) this.#note(text);
    }
  }
}

/** A bare threshold says little without its label. */
const wholeOf = ({ label, value }: PartField): Text =>
  textAt(label.at.part, { start: label.at.start, end: value.at.end });

const isLinkAlone = (value: string): boolean => /^(?:see\s+)?\[[^\]]*\]\([^)]*\)\.?$/i.test(value);

const detailsOf = (owner: Text | undefined, duration: Text | undefined, verify: Text | undefined): StepDetails => ({
  ...(owner === undefined ? {} : { owner }),
  ...(duration === undefined ? {} : { duration }),
  ...(verify === undefined ? {} : { verify }),
});
