import type { Phrases } from "./phrase.ts";
import type { Stage } from "./terms.ts";

/**
 * What people write in release documents, in one language. The readers that ask these lists know no word by themselves.
 *
 * **To add a language**: write a file beside `en.ts`, named by the language's code, which exports a value of this type, and
 * name it in `languages.ts`. Nothing else changes. Fill the lists by what they mean, not by what stands in English; a list
 * may be empty. All languages are read at once, as a team mixes them.
 *
 * `Phrases` says how phrases are written. Headings, labels and columns are looked at as slugs, without signs; sentences and
 * values as the texts that they are, and only in these do `…` and signs mean something.
 */
export interface Words extends Readonly<Record<`status-${Stage}`, Phrases>> {
  // Statuses. Each is the whole status, besides the stage's own English name; where two stages claim one, the
  // earlier has it. Slugs.

  // When gates are due, by the heading that they stand under. Slugs.
  /** Before the release: *Pre-release*, *Before deployment*. */
  readonly phaseBefore: Phrases;
  /** After it: *Post-deployment checks*. */
  readonly phaseAfter: Phrases;
  /** Work in preparation of it, without the word *before*: *Build*, *Staging*, *Readiness*. */
  readonly phasePreparing: Phrases;
  /** The release itself: *Deployment*, *Release steps*, *Go-live*. */
  readonly phaseDuring: Phrases;
  /** In a heading that speaks of a rollback: whether one is prepared, which is work before the release. */
  readonly rollbackPrepared: Phrases;
  /** In a heading that speaks of a rollback: how it goes, or that it is under way. */
  readonly rollbackActs: Phrases;

  // The same of a manifest's own lists of gates: `postDeploy`. Slugs.
  readonly listAfter: Phrases;
  readonly listBefore: Phrases;
  readonly listDuring: Phrases;
  readonly listRollback: Phrases;

  // Headings of sections that the kind of the document does not know. Slugs.
  /** A rollout in phases. */
  readonly rolloutHeadings: Phrases;
  /** What makes it No-Go. */
  readonly noGoHeadings: Phrases;
  /** Who signs. */
  readonly signOffHeadings: Phrases;

  // What a heading or label in a rollback plan is about; where several fit, the first of them holds. Slugs.
  /** What follows a rollback: *Post-rollback*, *Lessons learned*. */
  readonly "topic-after": Phrases;
  /** What starts it. */
  readonly "topic-triggers": Phrases;
  /** How long it takes. */
  readonly "topic-estimate": Phrases;
  /** Who is told. */
  readonly "topic-communication": Phrases;
  /** Who decides. */
  readonly "topic-owner": Phrases;
  /** How one sees that it worked. */
  readonly "topic-verification": Phrases;
  /** What is done. */
  readonly "topic-steps": Phrases;

  // A rollback, by any name. Slugs.
  readonly rollback: Phrases;
  /** What such a heading speaks of when it holds no plan: *Rollback tested*, *Rollback deadline*. */
  readonly besidesRollback: Phrases;
  /** In the plan of a migration: the way back, as *Down*. */
  readonly wayBack: Phrases;

  // Sentences of a rollback plan. Texts.
  /** Without one of these a sentence says nothing of a rollback. */
  readonly hintsRollback: Phrases;
  /** Something is done to go back: *Revert*, *Redeploy*, *Disable*. */
  readonly actions: Phrases;
  /** To roll back, which says how only together with one of `goBackMeans`: *roll back to 1.2*. */
  readonly goBack: Phrases;
  readonly goBackMeans: Phrases;
  /** What starts a rollback: *Any critical error means immediate rollback*, *Abort if …*. */
  readonly startsRollback: Phrases;
  /** The rollback itself is the condition, so that it is no trigger: *If a rollback is needed*. */
  readonly assumedRollback: Phrases;
  /** At which fault something is done: *If … fails*. */
  readonly atFault: Phrases;
  /** How a heading begins that names a fault: *Scenario 2*, *On*. */
  readonly faultCases: Phrases;
  /** What goes wrong, in such a heading. */
  readonly faults: Phrases;
  /** How a sentence begins that sets a condition: *If*, *As soon as*. */
  readonly conditions: Phrases;
  /** In such a condition: nothing went wrong, or the rollback itself is meant. */
  readonly noFaults: Phrases;
  /** The rollback fails in its turn. */
  readonly rollbackFails: Phrases;
  /** Before a colon: what follows are steps, no triggers. */
  readonly announceSteps: Phrases;
  /** Who decides, right before `decide`. */
  readonly deciders: Phrases;
  readonly decide: Phrases;
  /** What the name of who decides follows: *The decision is made by*. */
  readonly decidedBy: Phrases;
  /** To verify. */
  readonly verifying: Phrases;
  /** The same, where it begins a sentence or follows `beforeCheck`, and is not `checkOut`. */
  readonly check: Phrases;
  readonly checkOut: Phrases;
  readonly beforeCheck: Phrases;
  /** To tell somebody. */
  readonly telling: Phrases;
  /** It cannot be undone. */
  readonly irreversible: Phrases;
  /** The same, in words that migrations also use for what is safe. */
  readonly oneWay: Phrases;
  /** Makes it a case that is only thought of: *If it is irreversible*. */
  readonly unless: Phrases;
  /** It is mended by going on: *Hotfix*, *Fix forward*. */
  readonly fixForward: Phrases;
  /** What a step goes back by: a flag, a script, another version, a setting. */
  readonly formFlag: Phrases;
  readonly formScript: Phrases;
  readonly formRevert: Phrases;
  readonly formConfig: Phrases;
  /** How a step begins that is a command. */
  readonly formCommand: Phrases;
  /** In code, before a colon: who decides. */
  readonly ownerLine: Phrases;
  /** The last word of a title that is a plan's name as it stands: *Emergency rollback plan*. */
  readonly planTitle: Phrases;

  // How long it takes. Texts.
  /** A recovery time objective. Case counts. */
  readonly rto: Phrases;
  /** Between it and the time. */
  readonly rtoJoint: Phrases;
  /** A time follows that a rollback takes. */
  readonly takesTime: Phrases;
  /** Between these and the time. */
  readonly roughly: Phrases;
  /** Between two numbers of a range: *5 to 10 minutes*. */
  readonly rangeTo: Phrases;
  /** A time that somebody has. */
  readonly within: Phrases;
  /** Together with which it is the time of the whole. */
  readonly takesWhole: Phrases;
  /** A time of the whole. */
  readonly total: Phrases;

  // Migrations of data. Texts.
  /** What holds or changes data. */
  readonly migratedData: Phrases;
  /** Migrations, and the schema that they change. */
  readonly migrations: Phrases;
  /** Something is undone. */
  readonly undoing: Phrases;
  readonly restoring: Phrases;
  /** Nothing has to be undone: *backward compatible*, *additive*, *no rollback needed*. */
  readonly safeMigrations: Phrases;
  /** How a migration goes, behind a dash: *expand*, *contract only*. */
  readonly strategies: Phrases;
  /** The value of a field that says that there are migrations. */
  readonly statesMigrations: Phrases;

  // The same in headings and labels. Slugs.
  /** Content is moved, and not only the schema. */
  readonly dataMigration: Phrases;
  /** What a list of migrations follows. */
  readonly migrationList: Phrases;
  /** The whole label of a field that says whether there are any. */
  readonly migrationsLabel: Phrases;

  // Phases of a rollout. Slugs, but for `phaseWord` and `trafficUnit`.
  /** Before the number of a phase: *Phase 2: Canary*. Text. */
  readonly phaseWord: Phrases;
  /** Behind its share: *5% of traffic*. Text. */
  readonly trafficUnit: Phrases;
  /** When a phase is done. */
  readonly phaseSuccess: Phrases;
  /** When people roll back. */
  readonly phaseRollback: Phrases;
  /** When it stops by itself. */
  readonly phaseAbort: Phrases;
  /** What is watched. */
  readonly phaseMonitor: Phrases;
  readonly phaseDuration: Phrases;
  readonly phaseTraffic: Phrases;
  /** Rules that stop the whole rollout. */
  readonly abortRules: Phrases;

  // Columns of tables, by their headers. Slugs.
  /** Changes: what names one, how it is undone. */
  readonly columnId: Phrases;
  readonly columnTitle: Phrases;
  readonly columnOwner: Phrases;
  readonly columnRisk: Phrases;
  readonly columnRollback: Phrases;
  /** Migrations. */
  readonly columnMigration: Phrases;
  readonly columnWayBack: Phrases;
  readonly columnStrategy: Phrases;
  /** Milestones. */
  readonly columnDate: Phrases;
  readonly columnMilestone: Phrases;
  readonly columnEnd: Phrases;
  readonly columnLead: Phrases;
  /** Phases of a rollout. */
  readonly columnTraffic: Phrases;
  readonly columnPhase: Phrases;
  /** Rollback plans. */
  readonly columnTrigger: Phrases;
  readonly columnStep: Phrases;
  readonly columnDecider: Phrases;
  readonly columnTime: Phrases;
  readonly columnVerify: Phrases;
  /** Tests. */
  readonly columnTest: Phrases;
  readonly columnTestStatus: Phrases;
  readonly columnCoverage: Phrases;
  readonly columnTarget: Phrases;
  readonly columnReport: Phrases;
  readonly columnIssues: Phrases;
  /** Sign-offs. */
  readonly columnSigner: Phrases;
  readonly columnSignature: Phrases;
  readonly columnVerdict: Phrases;
  readonly columnSigned: Phrases;
  /** Approvals, as a manifest has them. */
  readonly columnApprover: Phrases;
  readonly columnRequired: Phrases;
  readonly columnApprovedBy: Phrases;
  readonly columnDecision: Phrases;
  readonly columnApprovedAt: Phrases;
  readonly columnComment: Phrases;
  /** Gates, by the whole header: who answers it, and how much it weighs. */
  readonly columnGateOwner: Phrases;
  readonly columnWeight: Phrases;
  /** Under which a mark is an answer. */
  readonly columnAnswer: Phrases;
  /** Under which a new row gets a box, by the whole header. Text. */
  readonly columnBox: Phrases;

  // Labels of fields. Slugs.
  /** The last word of a label that somebody signs behind. */
  readonly signOffLabel: Phrases;
  /** A recovery time objective. */
  readonly rtoLabel: Phrases;
  /** No-Go, by any name. */
  readonly noGo: Phrases;
  /** What makes it No-Go. */
  readonly noGoLabel: Phrases;
  /** In such a section: what makes it Go. */
  readonly goLabel: Phrases;
  /** Of a phase or test, by the whole label: how it stands. */
  readonly stateLabel: Phrases;
  /** By the whole label: where the results of tests are. */
  readonly resultsLabel: Phrases;
  /** By the whole label. */
  readonly coverageLabel: Phrases;
  readonly targetLabel: Phrases;
  readonly issuesLabel: Phrases;
  /** A test, where its value says how it went. */
  readonly testLabel: Phrases;
  /** The runbook of the release, by the whole label. */
  readonly runbookLabel: Phrases;
  /** A date of the release. */
  readonly dateLabel: Phrases;
  /** In such a label: it is one of the text. */
  readonly dateOfText: Phrases;
  /** Who, when, how long and what a value names, for suggestions. */
  readonly personLabel: Phrases;
  readonly dayLabel: Phrases;
  readonly spanLabel: Phrases;
  readonly migrationLabel: Phrases;
  /** Whether there are any. */
  readonly migrationsAsked: Phrases;
  readonly phaseLabel: Phrases;
  readonly gateLabel: Phrases;
  readonly workItemLabel: Phrases;

  // How tests stand, at the start of a value. Texts.
  readonly testPassed: Phrases;
  readonly testFailed: Phrases;
  readonly testNotRun: Phrases;
  readonly testSkipped: Phrases;
  readonly testGoesOn: Phrases;
  readonly testBlocked: Phrases;
  /** What says no more than that, behind it: *all tests ok*. */
  readonly testAside: Phrases;
  /** Before the share that is wanted. */
  readonly testTarget: Phrases;

  // Answers. Texts.
  /** A whole value that says yes, or no. */
  readonly yes: Phrases;
  readonly no: Phrases;
  /** The same where something is required. */
  readonly mandatory: Phrases;
  readonly optional: Phrases;
  /** A decision. */
  readonly approves: Phrases;
  readonly rejects: Phrases;
  /** The same, in other words than a manifest has. */
  readonly goes: Phrases;
  readonly stops: Phrases;
  /** How a value begins that refuses a signature. */
  readonly refusesToSign: Phrases;
  /** How one begins that is no signature yet. */
  readonly signsLater: Phrases;
  /** How a cell begins that says that a gate must not be left out. */
  readonly critical: Phrases;
  /** Beside a gate: it is waived, does not apply, and by whom it was answered. */
  readonly waived: Phrases;
  readonly notApplicable: Phrases;
  /** The same, where a colon and the reason follow. */
  readonly notApplicableIf: Phrases;
  readonly by: Phrases;
  /** Before the name of who answered. */
  readonly signedBy: Phrases;
  /** Between the name and the date. */
  readonly signedOn: Phrases;
  /** A whole text that says that there is nothing, or nothing yet: *None*, *N/A*, *TBD*. */
  readonly nothing: Phrases;

  /** What a choice offers, before what it means: *Go*, *No-Go: we wait*. */
  readonly options: Phrases;
  /** Those of them that say no. */
  readonly refusals: Phrases;

  // Numbers and their units; a unit may follow its number without a blank. Texts.
  readonly unitMilliseconds: Phrases;
  readonly unitSeconds: Phrases;
  readonly unitMinutes: Phrases;
  readonly unitHours: Phrases;
  readonly unitDays: Phrases;
  readonly unitWeeks: Phrases;
  /** Before a duration. */
  readonly durationAbout: Phrases;
  /** Between durations, and between limits. */
  readonly and: Phrases;
  readonly or: Phrases;

  // Blanks that an author has still to fill. Texts.
  /** By themselves. Case counts. */
  readonly toBeDecided: Phrases;
  /** A whole bracket that is a label, and no blank: *[WIP]*. */
  readonly bracketLabels: Phrases;
  /** A whole bracket of one small word that is a blank all the same, and no name in code: *[name]*. */
  readonly bracketBlanks: Phrases;
  /** In a bracket that is a note: *[skip ci]*, *[Linux only]*. */
  readonly bracketNotes: Phrases;
  /** How a bracket begins that tells with a number what was done: *[fixed in 1.2]*. */
  readonly bracketDone: Phrases;
  /** Before the tag of a mail: *Subject: [Shop] Release 1.2*. */
  readonly mailSubject: Phrases;

  // Titles of documents. Texts.
  /** How a title begins that speaks about a kind of document: *How to write a release plan*. */
  readonly titleAbout: Phrases;
  /** What may follow the name of the kind. */
  readonly titleGoesOn: Phrases;
  /** That the document is a template: *Release plan (template)*, *Template for a release plan*. */
  readonly template: Phrases;
  readonly templateFor: Phrases;
  readonly article: Phrases;
}

/** The name of a list. */
export type List = keyof Words;
