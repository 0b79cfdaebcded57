import type { Phrases } from "./phrase.ts";

/** Lists that are looked for in sentences, titles and values. */
export interface TextWords {
  // Sentences of a rollback plan.
  /** Without one of these a sentence says nothing of a rollback. */
  readonly hintsRollback: Phrases;
  /** Something is done to go back: *Revert*, *Redeploy*, *Disable*. */
  readonly actions: Phrases;
  /** To roll back, which says how only together with one of `goBackMeans`: *roll back to 1.2*. */
  readonly goBack: Phrases;
  /** By what, or to what. */
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
  /** That they decide: *decides*, *has the final* say. */
  readonly decide: Phrases;
  /** What the name of who decides follows: *The decision is made by*. */
  readonly decidedBy: Phrases;
  /** To verify. */
  readonly verifying: Phrases;
  /** The same, where it begins a sentence or follows `beforeCheck`, and is not `checkOut`. */
  readonly check: Phrases;
  /** No check, though it begins like one: *Check out main*. */
  readonly checkOut: Phrases;
  /** Words that another order follows: *and*, *then*. */
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
  /** What a step goes back by: a flag. */
  readonly formFlag: Phrases;
  /** By a script. */
  readonly formScript: Phrases;
  /** By another version. */
  readonly formRevert: Phrases;
  /** By a setting. */
  readonly formConfig: Phrases;
  /** How a step begins that is a command. */
  readonly formCommand: Phrases;
  /** In code, before a colon: who decides. */
  readonly ownerLine: Phrases;
  /** The last word of a title that is a plan's name as it stands: *Emergency rollback plan*. */
  readonly planTitle: Phrases;

  // How long it takes.
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

  // Migrations of data.
  /** What holds or changes data. */
  readonly migratedData: Phrases;
  /** Migrations, and the schema that they change. */
  readonly migrations: Phrases;
  /** Something is undone. */
  readonly undoing: Phrases;
  /** Data are brought back. */
  readonly restoring: Phrases;
  /** Nothing has to be undone: *backward compatible*, *additive*, *no rollback needed*. */
  readonly safeMigrations: Phrases;
  /** How a migration goes, behind a dash: *expand*, *contract only*. */
  readonly strategies: Phrases;
  /** The value of a field that says that there are migrations. */
  readonly statesMigrations: Phrases;

  // Orders.
  /** Before the number of a step, in code: *Step 2: …*. */
  readonly stepWord: Phrases;
  /** Between what is done one after the other. */
  readonly thenNext: Phrases;

  // Phases of a rollout.
  /** Before the number of a phase: *Phase 2: Canary*. */
  readonly phaseWord: Phrases;
  /** Behind its share: *5% of traffic*. */
  readonly trafficUnit: Phrases;

  // Tables.
  /** Under which a new row gets a box, by the whole header. */
  readonly columnBox: Phrases;

  // How tests stand, at the start of a value.
  /** Without a fault. */
  readonly testPassed: Phrases;
  /** With one. */
  readonly testFailed: Phrases;
  /** Not yet run. */
  readonly testNotRun: Phrases;
  /** Left out. */
  readonly testSkipped: Phrases;
  /** It cannot run. */
  readonly testBlocked: Phrases;
  /** What says no more than that, behind it: *all tests ok*. */
  readonly testAside: Phrases;
  /** Before the share that is wanted. */
  readonly testTarget: Phrases;

  // Answers.
  /** A whole value that says yes. */
  readonly yes: Phrases;
  /** A whole value that says no, or takes back what its key says. */
  readonly no: Phrases;
  /** The same where a column asks whether something is required: it is. */
  readonly mandatory: Phrases;
  /** It is not. */
  readonly optional: Phrases;
  /** A decision for it. */
  readonly approves: Phrases;
  /** A decision against it. */
  readonly rejects: Phrases;
  /** For it, in other words than a manifest has. */
  readonly goes: Phrases;
  /** Against it. */
  readonly stops: Phrases;
  /** How a value begins that refuses a signature. */
  readonly refusesToSign: Phrases;
  /** How one begins that is no signature yet. */
  readonly signsLater: Phrases;
  /** How a cell begins that says that a gate must not be left out. */
  readonly critical: Phrases;
  /** Beside a gate: it is waived. */
  readonly waived: Phrases;
  /** It does not apply. */
  readonly notApplicable: Phrases;
  /** The same, where a colon and the reason follow. */
  readonly notApplicableIf: Phrases;
  /** By whom. */
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

  // Numbers and their units; a unit may follow its number without a blank.
  /** Thousandths of a second. */
  readonly unitMilliseconds: Phrases;
  /** Seconds. */
  readonly unitSeconds: Phrases;
  /** Minutes. */
  readonly unitMinutes: Phrases;
  /** Hours. */
  readonly unitHours: Phrases;
  /** Days. */
  readonly unitDays: Phrases;
  /** Weeks. */
  readonly unitWeeks: Phrases;
  /** Before a duration. */
  readonly durationAbout: Phrases;
  /** Between durations, and between limits. */
  readonly and: Phrases;
  /** Between limits one of which is enough. */
  readonly or: Phrases;

  // Blanks that an author has still to fill.
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

  // Titles of documents.
  /** How a title begins that speaks about a kind of document: *How to write a release plan*. */
  readonly titleAbout: Phrases;
  /** What may follow the name of the kind. */
  readonly titleGoesOn: Phrases;
  /** That the document is a template: *Release plan (template)*, *Template for a release plan*. */
  readonly template: Phrases;
  /** Between that word and the name of the document. */
  readonly templateFor: Phrases;
  /** An article before that name. */
  readonly article: Phrases;
}
