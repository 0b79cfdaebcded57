import { sentenceHead } from "../text/values/sentence-head.ts";
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

const rollback =
  /(?:^|-)(?:roll(?:ed|ing)?-?backs?|back(?:ing)?-?out|revert(?:ing|s)?|undo|(?:go|goes|went)-wrong|(?:contingency|fall-?back)-(?:plan|procedure|strategy))(?:-|$)/;
const besidesThePlan =
  /readiness|(?:^|-)(?:ready|tested|required|deadline|available|validated|verified|metrics?|frequency|documented|window|rate|performed|speed|status|history|version)(?:-|$)/;

/** Whether a slug speaks of a rollback: `rollback-plan`, `how-to-roll-back`, `backout-procedure`. */
export const namesRollback = (slug: string): boolean => rollback.test(slug);

/** Whether a slug announces how to roll back, rather than whether it was tested, allowed or needed. */
export const announcesRollback = (slug: string): boolean => rollback.test(slug) && !besidesThePlan.test(slug);

/** Whether a slug in a migration plan names the way back: `backward`, `down-migration`, `rollback`. */
export const isWayBack = (slug: string): boolean =>
  /(?:^|-)(?:backward|down)(?:-|$)/.test(slug) || announcesRollback(slug);

/** Whether a slug speaks of something beside the plan: its deadline, whether it was tested. */
export const isBesidesThePlan = (slug: string): boolean => besidesThePlan.test(slug);

const topics: readonly (readonly [RegExp, Topic])[] = [
  [/post-roll|after-(?:the-)?roll|after-(?:the-)?revert|follow-up|lessons|post-mortem/, "after"],
  [
    /trigger|when-(?:to|should|do|we)(?:-|$)|criteria|conditions?(?:-|$)|symptoms?(?:-|$)|abort|threshold|reasons?-(?:to|for)/,
    "triggers",
  ],
  [
    /estimat|(?:^|-)(?:duration|rto|time-to)(?:-|$)|how-long|rollback-time(?:-|$)|time-needed|^(?:target-|expected-|total-|recovery-|restore-)?time$/,
    "estimate",
  ],
  [/communicat|notif|announce|stakeholders?-to|who-to-(?:tell|inform)/, "communication"],
  [
    /responsib|owner|(?:^|-)(?:team|teams|primary|decider|authority|contacts?|lead|approver)(?:-|$)|decision-maker|deci[ds]|authori[sz]|who-/,
    "owner",
  ],
  [/verif|validat|smoke|health-check|sanity|confirm/, "verification"],
  [
    /procedure|steps?(?:-|$)|mechanism|process|instruction|how-to|checklist|runbook|playbook|execution|commands?(?:-|$)|actions?(?:-|$)|scripts?(?:-|$)/,
    "steps",
  ],
];

/** What a slug in a rollback plan is about; `undefined` when it says nothing in particular. */
export function topicOf(slug: string): Topic | undefined {
  return topics.find(([words]) => words.test(slug))?.[1];
}

const action =
  /\b(?:revert(?:s|ed|ing)?|re-?deploy(?:s|ed|ing)?|restor(?:e|es|ed|ing)|disabl(?:e|es|ed|ing)|undo(?:es|ing)?|switch(?:es|ed|ing)?|roll(?:s|ed|ing)?[ -]back|backward|execut(?:e|es|ing)|run(?:s|ning)?|scal(?:e|es|ing)|downgrad(?:e|es|ing)|rollback (?:scripts?|migrations?|commands?|job|pipeline)|re-?install|yank|delete|turn(?:ed|ing)? off|fix(?:ed)? forward)\b/i;

/** Whether words say that something is done to go back. */
export const isAction = (text: string): boolean => action.test(text);

/** Whether a sentence says what is done to go back, and not only when. */
export const saysHow = (text: string): boolean =>
  isAction(text.replace(/\broll(?:s|ed|ing)?[ -]back\b(?! (?:to|with|using|via|by)\b)/gi, ""));

const sentences: readonly RegExp[] = [
  /(?:=|→|➜|\btriggers?|\brequires?|\bmeans|\bcauses?|\bleads? to|\bresults? in|\bstarts?|\binitiates?)\s+(?:an?\s+|the\s+)?(?:immediate\s+|automatic\s+|emergency\s+)?roll[ -]?back/i,
  /\b(?:roll(?:ing|s|ed)?[ -]?back|rollback|revert|abort)\b[^.]{0,60}?\b(?:if|when|whenever|once|as soon as)\b/i,
  /(?:\b(?:if|when|whenever)|(?:^|[.;]\s+)should)\b[^.]{0,160}?\b(?:roll(?:ed)?[ -]?back|rollback|revert(?:ed)?)\b/i,
];
const assumed =
  /\b(?:if|when|once|should)\s+(?:an?\s+|the\s+)?(?:you\s+)?(?:roll[ -]?back\s+(?:is|was|becomes|proves)|need(?:ed)?|necessary|required|applicable|possible)/i;

/** Whether a sentence says what starts a rollback: `Critical test failure = immediate rollback`. */
export function isTriggerSentence(text: string): boolean {
  const head = sentenceHead(text);
  return /roll|revert|abort/i.test(head) && !assumed.test(head) && sentences.some((sentence) => sentence.test(head));
}

const fault =
  /\b(?:if|when|whenever|should|in case of|in the event of)\b[^.]{0,120}?\b(?:fail\w*|errors?|incidents?|broken|breaks?|degrad\w+|unhealthy|outage|spikes?|exceeds?|above|regress\w*|crash\w*|wrong|corrupt\w*|alerts?|problems?|issues?)\b/i;

/** Whether a heading of a rollback plan says at which fault what stands below it is done: *Scenario 2: failed upload*. */
export const isFaultHeading = (title: string): boolean =>
  /^[^\p{L}]*(?:scenario|case|if|when|on)\b/iu.test(title) &&
  /\b(?:fail\w*|errors?|issues?|incidents?|broken|degrad\w+|outage|corrupt\w*|crash\w*|problems?)\b/i.test(title);

const condition =
  /^[*_`]*(?:if|when|whenever|should|as soon as|in case(?: of)?|in the event of)\s+((?:[^\s,:]{1,40}\s){2,19}[^\s,:]{1,40})\s?(?:[,:]|$)/i;
const noFault =
  /migrat|database|schema|backup|flag|roll-?(?:ed |ing )?back|revert|need|necessary|applicable|possible|\bus(?:e|es|ed|ing)\b|available|done|finish|complete|ready|running|want|prefer|\bother\b/i;

/** Whether a sentence of a rollback plan says what must go wrong: *If a critical issue is found*, *When ships are late*. */
export function saysAtWhichFault(text: string): boolean {
  if (fault.test(sentenceHead(text))) return true;
  const clause = condition.exec(text)?.[1];
  return clause !== undefined && !noFault.test(clause);
}

/** Whether a sentence of a rollback plan says at which fault something is done: `If the smoke tests fail, redeploy 1.2`. */
export const isFaultSentence = (text: string): boolean =>
  isAction(text) && saysAtWhichFault(text) && !/\b(?:this|the|a|your) roll-?back (?:itself )?fails\b/i.test(text);

/** Whether a sentence that ends in a colon says that the list below it holds triggers, not steps. */
export const announcesTriggers = (text: string): boolean =>
  /[:：]$/.test(text) &&
  isTriggerSentence(text) &&
  !/\b(?:as follows|steps?|using|by (?:doing|running)|do (?:this|the following))\b/i.test(text);

const decides =
  /(?:release (?:manager|owner|lead|captain|engineer|coordinator)|incident commander|on-?call(?: engineer)?|(?:team|tech(?:nical)?|engineering) lead|engineering manager|@[\w-]+)\s+(?:decides|makes the|may decide|can decide|takes the|has the final|is responsible|authori[sz]es|approves|owns|initiates|calls)|\bdecision\s+(?:is\s+|was\s+)?(?:made|taken)\s+(?:by|with)\s+\S/i;

/** Whether a sentence says who decides on a rollback. */
export const namesDecider = (text: string): boolean => decides.test(text);

export const speaksOfVerification = (text: string): boolean =>
  /\b(?:verif|validat|confirm|smoke[- ]?test|health[- ]?check|sanity|make sure\b|ensure\b)|(?:^|[.;,:]\s+|\b(?:and|then)\s+)(?:double-)?check\s(?!out\b|in\b)/i.test(
    text,
  );

export const speaksOfCommunication = (text: string): boolean =>
  /\b(?:slack|e-?mail|status ?page|notif(?:y|ies|ied|ication)|announce|stakeholders?|communicat\w+|inform (?:the|all|users|customers|support|everyone))\b/i.test(
    text,
  ) || /(?:^|\s)#[a-z][\w-]{2,}/.test(text);

/** Nothing is written, or what is written says that there is nothing: `-`, `None`, `N/A`, `TBD`. */
export const saysNothing = (text: string): boolean =>
  /^[\s\-–—.?…]*$|^(?:none|no|n\/?a|tbd|to be (?:decided|defined|determined)|not (?:applicable|needed|required|available)|unknown|todo)\.?$/i.test(
    text.trim(),
  );

const irreversible =
  /\b(?:irreversible|not (?:be )?reversible|non-?reversible|can(?:not|'t| not) be (?:undone|reverted|rolled back|reversed)|no way back|one-way)\b/i;
const forms: readonly (readonly [RegExp, RollbackForm])[] = [
  [/\bflags?\b|\btoggles?\b|kill[ -]?switch/i, "flag"],
  [/\.(?:sql|sh|py|rb|ps1|js|ts)\b|\bscripts?\b/i, "script"],
  [/\brevert|previous (?:version|release|deployment|image|build)|\bre-?deploy/i, "revert"],
  [/\bconfig(?:uration)?\b|\bsettings?\b|environment variable/i, "config"],
  [
    /^\$ |^run\b|^(?:kubectl|helm|docker|terraform|git|npm|npx|yarn|make|aws|gcloud|az|psql|mysql|ansible\S*|\.\/\S+)\s/,
    "command",
  ],
];

/** How a text says that something is undone. */
export function formOf(text: string): RollbackForm {
  if (irreversible.test(text) && !/\b(?:if|unless)\b/i.test(text)) return "irreversible";
  return forms.find(([words]) => words.test(text))?.[1] ?? "step";
}

export const namesForwardFix = (text: string): boolean =>
  /forward[- ]?fix|fix(?:ed|ing)? forward|roll(?:ing)?[- ]forward|hot-?fix|compensat/i.test(text);
