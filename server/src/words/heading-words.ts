import { type PhaseWords, phaseWordsOf } from "./gate-phase.ts";
import { slugHas } from "./lists.ts";
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

const isRollout = slugHas("rolloutHeadings");
const isNoGo = slugHas("noGoHeadings");
const isSignOff = slugHas("signOffHeadings");

/** Roles that a heading takes by its own words where the kind knows no such section. */
function roleByWords(slug: string): SectionRole | undefined {
  if (isRollout(slug)) return "rollout";
  if (isNoGo(slug)) return "no-go-triggers";
  return isSignOff(slug) ? "sign-off" : undefined;
}
