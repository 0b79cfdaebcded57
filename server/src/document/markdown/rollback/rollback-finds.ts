import type { PartField } from "../../../text/markdown/pieces/part-field.ts";
import { plain, textAt } from "../../../text/markdown/prose.ts";
import type { Place, Text } from "../../../text/place.ts";
import {
  isAction,
  namesDecider,
  saysNothing,
  speaksOfCommunication,
  speaksOfVerification,
  type Topic,
} from "../../../words/rollback-words.ts";
import { saysMigrationsAreUndone, stepUndoesMigrations } from "../../../words/undoes-migrations.ts";
import type { RollbackStep } from "../../rollback.ts";
import { stepOf } from "./rollback-step.ts";
import { type Estimate, RollbackTimes } from "./rollback-times.ts";

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

/** What a passage says of it in which nothing stands. */
export const noRollback: RollbackReading = {
  announced: [],
  triggers: [],
  steps: [],
  prose: [],
  estimates: [],
  undoesMigrations: false,
};

/** Collects what a passage says of a rollback: takes each text for what its topic says that it is. */
export class RollbackFinds {
  readonly announced: Place[] = [];
  readonly triggers: Text[] = [];
  readonly steps: RollbackStep[] = [];
  readonly prose: RollbackStep[] = [];
  readonly times = new RollbackTimes();
  owner: Text | undefined;
  verification: Text | undefined;
  communication: Text | undefined;
  #undoesMigrations = false;

  get reading(): RollbackReading {
    const { announced, triggers, steps, prose, times, owner, verification, communication } = this;
    return {
      announced,
      triggers,
      steps,
      prose,
      estimates: times.estimates,
      undoesMigrations: this.#undoesMigrations || steps.some(({ text }) => stepUndoesMigrations(text)),
      ...(owner === undefined ? {} : { owner }),
      ...(times.rto === undefined ? {} : { rto: times.rto }),
      ...(verification === undefined ? {} : { verification }),
      ...(communication === undefined ? {} : { communication }),
    };
  }

  /** Takes a value, or a list item, for what its topic says that it is. */
  take(text: Text, topic: Topic, field: PartField | undefined, certain: boolean): void {
    if (saysNothing(text.value)) return;
    const whole = field === undefined || certain ? text.value : `${field.label.value}: ${text.value}`;
    switch (topic) {
      case "none":
      case "after":
        return;
      case "triggers":
        this.triggers.push(field === undefined || /\p{L}{3}/u.test(text.value) ? text : wholeOf(field));
        return;
      case "owner":
        this.#ownedBy(text, field);
        return;
      case "estimate":
        if (/[\d[_{]/.test(text.value)) this.times.state(text, whole);
        return;
      case "communication":
        this.communication ??= text;
        return;
      case "verification":
        this.verification ??= text;
        return;
      case "steps":
        this.#step(text, whole);
        return;
      case "plan":
        this.note(text);
        if (certain ? !isLinkAlone(text.value) : isAction(whole)) this.#step(text, whole);
        return;
    }
  }

  #ownedBy(text: Text, field: PartField | undefined): void {
    if (field === undefined && !/@[\w-]/.test(text.value)) return;
    this.owner ??= text;
  }

  #step(text: Text, whole: string): void {
    this.note(text);
    const step = stepOf(text);
    this.steps.push(whole === text.value ? step : { ...step, text: plain(whole) });
  }

  /** Notes whether a text of the plan verifies, tells somebody, or names who decides. */
  note(text: Text): void {
    if (this.verification === undefined && speaksOfVerification(text.value)) this.verification = text;
    if (this.communication === undefined && speaksOfCommunication(text.value)) this.communication = text;
    this.noteDecider(text);
    if (!this.#undoesMigrations && saysMigrationsAreUndone(text.value)) this.#undoesMigrations = true;
    this.times.readObjective(text);
  }

  /** Notes who decides, if a text names somebody. */
  noteDecider(text: Text): void {
    if (this.owner === undefined && namesDecider(text.value)) this.owner = text;
  }
}

/** A bare threshold says little without its label. */
const wholeOf = ({ label, value }: PartField): Text =>
  textAt(label.at.part, { start: label.at.start, end: value.at.end });

const isLinkAlone = (value: string): boolean => /^(?:see\s+)?\[[^\]]*\]\([^)]*\)\.?$/i.test(value);
