import { sentenceHead } from "../text/values/sentence-head.ts";
import { expression, slugHas, textHas, textIs } from "./lists.ts";
import type { RollbackForm } from "./terms.ts";

/** What a heading or label in a rollback plan is about; `none` outside of plans, `after` for what follows a rollback. */
export type Topic =
  | "none"
  | "plan"
  | "steps"
  | "triggers"
  | "owner"
  | "estimate"
  | "communication"
  | "verification"
  | "after";

/** Whether a slug speaks of a rollback: `rollback-plan`, `how-to-roll-back`, `backout-procedure`. */
export const namesRollback = slugHas("rollback");

/** Whether a slug speaks of something beside the plan: its deadline, whether it was tested. */
export const isBesidesThePlan = slugHas("besidesRollback");

/** Whether a slug announces how to roll back, rather than whether it was tested, allowed or needed. */
export const announcesRollback = (slug: string): boolean => namesRollback(slug) && !isBesidesThePlan(slug);

const back = slugHas("wayBack");

/** Whether a slug in a migration plan names the way back: `backward`, `down-migration`, `rollback`. */
export const isWayBack = (slug: string): boolean => back(slug) || announcesRollback(slug);

const topics = (["after", "triggers", "estimate", "communication", "owner", "verification", "steps"] as const).map(
  (topic) => ({ topic, means: slugHas(`topic-${topic}`) }),
);

/** What a slug in a rollback plan is about; `undefined` when it says nothing in particular. */
export function topicOf(slug: string): Topic | undefined {
  return topics.find(({ means }) => means(slug))?.topic;
}

/** Whether words say that something is done to go back. */
export const isAction = textHas("actions");

const bareGoBack = expression((either) => `${either("goBack")}(?!\\s+${either("goBackMeans")})`, "gi");

/** Whether a sentence says what is done to go back, and not only when. */
export const saysHow = (text: string): boolean => isAction(text.replace(bareGoBack(), ""));

const starts = textHas("startsRollback");
const assumed = textHas("assumedRollback");

/** Whether a sentence says what starts a rollback: `Critical test failure = immediate rollback`. */
export function isTriggerSentence(text: string): boolean {
  const head = sentenceHead(text);
  return starts(head) && !assumed(head);
}

const fault = textHas("atFault");
const faultNoun = textHas("faults");
const isCase = expression((either) => `^[^\\p{L}]*${either("faultCases")}`, "iu");

/** Whether a heading of a rollback plan says at which fault what stands below it is done: *Scenario 2: failed upload*. */
export const isFaultHeading = (title: string): boolean => isCase().test(title) && faultNoun(title);

const condition = expression(
  (either) => `^[*_\`]*${either("conditions")}\\s+((?:[^\\s,:]{1,40}\\s){2,19}[^\\s,:]{1,40})\\s?(?:[,:]|$)`,
);
const noFault = textHas("noFaults");

/** Whether a sentence of a rollback plan says what must go wrong: *If a critical issue is found*, *When ships are late*. */
export function saysAtWhichFault(text: string): boolean {
  if (fault(sentenceHead(text))) return true;
  const clause = condition().exec(text)?.[1];
  return clause !== undefined && !noFault(clause);
}

const fails = textHas("rollbackFails");

/** Whether a sentence of a rollback plan says at which fault something is done: `If the smoke tests fail, redeploy 1.2`. */
export const isFaultSentence = (text: string): boolean => isAction(text) && saysAtWhichFault(text) && !fails(text);

const announcesSteps = textHas("announceSteps");

/** Whether a sentence that ends in a colon says that the list below it holds triggers, not steps. */
export const announcesTriggers = (text: string): boolean =>
  /[:：]$/.test(text) && isTriggerSentence(text) && !announcesSteps(text);

const decides = expression(
  (either) => `(?:${either("deciders")}|@[\\w-]+)\\s+${either("decide")}|${either("decidedBy")}\\s+\\S`,
);

/** Whether a sentence says who decides on a rollback. */
export const namesDecider = (text: string): boolean => decides().test(text);

const verifies = textHas("verifying");
const check = expression(
  (either) => `(?:^|[.;,:]\\s+|${either("beforeCheck")}\\s+)(?!${either("checkOut")})${either("check")}\\s`,
);

export const speaksOfVerification = (text: string): boolean => verifies(text) || check().test(text);

const tells = textHas("telling");

export const speaksOfCommunication = (text: string): boolean => tells(text) || /(?:^|\s)#[a-z][\w-]{2,}/.test(text);

const isNothing = textIs("nothing");

/** Nothing is written, or what is written says that there is nothing: `-`, `None`, `N/A`, `TBD`. */
export const saysNothing = (text: string): boolean => /^[\s\-–—.?…]*$/.test(text) || isNothing(text.trim());

const irreversible = textHas("irreversible", "oneWay");
const unless = textHas("unless");
const isFlag = textHas("formFlag");
const isScript = textHas("formScript");
const isRevert = textHas("formRevert");
const isConfig = textHas("formConfig");
const isCommand = expression((either) => `^${either("formCommand")}`, "");

/** Files that are run, and names of commands. */
const scriptFile = /\.(?:sql|sh|py|rb|ps1|js|ts)\b/i;
const commandLine =
  /^\$ |^(?:kubectl|helm|docker|terraform|git|npm|npx|yarn|make|aws|gcloud|az|psql|mysql|ansible\S*|\.\/\S+)\s/;

/** How a text says that something is undone. */
export function formOf(text: string): RollbackForm {
  if (irreversible(text) && !unless(text)) return "irreversible";
  if (isFlag(text)) return "flag";
  if (scriptFile.test(text) || isScript(text)) return "script";
  if (isRevert(text)) return "revert";
  if (isConfig(text)) return "config";
  return commandLine.test(text) || isCommand().test(text) ? "command" : "step";
}

export const namesForwardFix = textHas("fixForward");
