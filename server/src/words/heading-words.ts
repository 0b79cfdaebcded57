import { type PhaseWords, phaseWordsOf } from "./gate-phase.ts";
import { announcesRollback, type Topic, topicOf } from "./rollback-words.ts";
import type { SectionRole } from "./terms.ts";

/** What the words of a heading tell by themselves, whatever kind of document it stands in; looked at when asked for. */
export class HeadingWords {
  readonly announcesRollback: boolean;
  readonly #slug: string;
  #topic: Topic | "silent" | undefined;
  #role: SectionRole | "silent" | undefined;
  #phase: PhaseWords | undefined;

  constructor(slug: string) {
    this.announcesRollback = announcesRollback(slug);
    this.#slug = slug;
  }

  topic(): Topic | undefined {
    this.#topic ??= topicOf(this.#slug) ?? "silent";
    return this.#topic === "silent" ? undefined : this.#topic;
  }

  role(): SectionRole | undefined {
    this.#role ??= roleByWords(this.#slug) ?? "silent";
    return this.#role === "silent" ? undefined : this.#role;
  }

  phase(): PhaseWords {
    this.#phase ??= phaseWordsOf(this.#slug);
    return this.#phase;
  }
}

const rollout =
  /(?:staged|progressive|phased|gradual|canary)-(?:roll-?out|release|deployment)|roll-?out-(?:plan|phases|strategy|schedule)/;

/** Roles that a heading takes by its own words where the kind knows no such section. */
function roleByWords(slug: string): SectionRole | undefined {
  if (rollout.test(slug)) return "rollout";
  if (/no-go-trigger|automatic-no-go/.test(slug)) return "no-go-triggers";
  return /(?:^|-)sign-?offs?(?:-|$)/.test(slug) ? "sign-off" : undefined;
}
