import { lazy } from "../text/lazy.ts";
import { type PhaseWords, phaseWordsOf } from "./gate-phase.ts";
import { announcesRollback, type Topic, topicOf } from "./rollback-words.ts";
import type { SectionRole } from "./terms.ts";

/** What the words of a heading tell by themselves, whatever kind of document it stands in; looked at when asked for. */
export class HeadingWords {
  readonly announcesRollback: boolean;
  readonly topic: () => Topic | undefined;
  readonly role: () => SectionRole | undefined;
  readonly phase: () => PhaseWords;

  constructor(slug: string) {
    this.announcesRollback = announcesRollback(slug);
    this.topic = lazy(() => topicOf(slug));
    this.role = lazy(() => roleByWords(slug));
    this.phase = lazy(() => phaseWordsOf(slug));
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
