import type { Phrases } from "./phrase.ts";
import type { Stage } from "./terms.ts";

/**
 * Lists that are looked for in headings, labels and columns: as slugs, so that signs and `…` mean nothing in them.
 *
 * `status-…` is what people write for a stage, besides its own English name: *Signed off* for `approved`. Each is the whole
 * status; where two stages claim one, the earlier has it.
 */
export interface SlugWords extends Readonly<Record<`status-${Stage}`, Phrases>> {
  // When gates are due, by the heading that they stand under.
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

  // The same of a manifest's own lists of gates: `postDeploy`.
  /** Gates after the release. */
  readonly listAfter: Phrases;
  /** Before it. */
  readonly listBefore: Phrases;
  /** While it goes on. */
  readonly listDuring: Phrases;
  /** When it is rolled back. */
  readonly listRollback: Phrases;

  // Headings of sections that the kind of the document does not know.
  /** A rollout in phases. */
  readonly rolloutHeadings: Phrases;
  /** What makes it No-Go. */
  readonly noGoHeadings: Phrases;
  /** Who signs. */
  readonly signOffHeadings: Phrases;

  // What a heading or label in a rollback plan is about; where several fit, the first of them holds.
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

  // A rollback, by any name.
  /** A heading or label names it. */
  readonly rollback: Phrases;
  /** What such a heading speaks of when it holds no plan: *Rollback tested*, *Rollback deadline*. */
  readonly besidesRollback: Phrases;
  /** In the plan of a migration: the way back, as *Down*. */
  readonly wayBack: Phrases;

  // Migrations of data.
  /** Content is moved, and not only the schema. */
  readonly dataMigration: Phrases;
  /** What a list of migrations follows. */
  readonly migrationList: Phrases;
  /** The whole label of a field that says whether there are any. */
  readonly migrationsLabel: Phrases;

  // Phases of a rollout.
  /** When a phase is done. */
  readonly phaseSuccess: Phrases;
  /** When people roll back. */
  readonly phaseRollback: Phrases;
  /** When it stops by itself. */
  readonly phaseAbort: Phrases;
  /** What is watched. */
  readonly phaseMonitor: Phrases;
  /** How long it goes on. */
  readonly phaseDuration: Phrases;
  /** Its share. */
  readonly phaseTraffic: Phrases;
  /** Rules that stop the whole rollout. */
  readonly abortRules: Phrases;

  // Columns of tables, by their headers.
  /** Changes: what names one. */
  readonly columnId: Phrases;
  /** What a change is about. */
  readonly columnTitle: Phrases;
  /** Whose it is. */
  readonly columnOwner: Phrases;
  /** How risky it is. */
  readonly columnRisk: Phrases;
  /** How it is undone. */
  readonly columnRollback: Phrases;
  /** Migrations: what names one. */
  readonly columnMigration: Phrases;
  /** How it is undone. */
  readonly columnWayBack: Phrases;
  /** How it goes: *Strategy*. */
  readonly columnStrategy: Phrases;
  /** Milestones: when. */
  readonly columnDate: Phrases;
  /** What is reached. */
  readonly columnMilestone: Phrases;
  /** When it ends. */
  readonly columnEnd: Phrases;
  /** Whose it is. */
  readonly columnLead: Phrases;
  /** Phases of a rollout: the share. */
  readonly columnTraffic: Phrases;
  /** The name of the phase. */
  readonly columnPhase: Phrases;
  /** Rollback plans: what starts it. */
  readonly columnTrigger: Phrases;
  /** What is done. */
  readonly columnStep: Phrases;
  /** Who does or decides it. */
  readonly columnDecider: Phrases;
  /** How long it takes. */
  readonly columnTime: Phrases;
  /** How one sees that it worked. */
  readonly columnVerify: Phrases;
  /** Tests: what was tested. */
  readonly columnTest: Phrases;
  /** How it went. */
  readonly columnTestStatus: Phrases;
  /** How much is covered. */
  readonly columnCoverage: Phrases;
  /** How much should be. */
  readonly columnTarget: Phrases;
  /** Where the results are. */
  readonly columnReport: Phrases;
  /** How many critical issues are open. */
  readonly columnIssues: Phrases;
  /** Sign-offs: who. */
  readonly columnSigner: Phrases;
  /** The signature. */
  readonly columnSignature: Phrases;
  /** What was decided. */
  readonly columnVerdict: Phrases;
  /** When. */
  readonly columnSigned: Phrases;
  /** Approvals, as a manifest has them: in which role. */
  readonly columnApprover: Phrases;
  /** Whether it must be there. */
  readonly columnRequired: Phrases;
  /** Who approved. */
  readonly columnApprovedBy: Phrases;
  /** What was decided. */
  readonly columnDecision: Phrases;
  /** When. */
  readonly columnApprovedAt: Phrases;
  /** Why. */
  readonly columnComment: Phrases;
  /** Gates, by the whole header: who answers it. */
  readonly columnGateOwner: Phrases;
  /** How much it weighs. */
  readonly columnWeight: Phrases;
  /** Under which a mark is an answer. */
  readonly columnAnswer: Phrases;

  // Labels of fields.
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
  /** By the whole label: how much is covered. */
  readonly coverageLabel: Phrases;
  /** By the whole label: how much should be covered. */
  readonly targetLabel: Phrases;
  /** By the whole label: how many critical issues are open. */
  readonly issuesLabel: Phrases;
  /** A test, where its value says how it went. */
  readonly testLabel: Phrases;
  /** The runbook of the release, by the whole label. */
  readonly runbookLabel: Phrases;
  /** A date of the release. */
  readonly dateLabel: Phrases;
  /** In such a label: it is one of the text. */
  readonly dateOfText: Phrases;
  /** For suggestions: the value names somebody. */
  readonly personLabel: Phrases;
  /** The value is a day. */
  readonly dayLabel: Phrases;
  /** It is a duration. */
  readonly spanLabel: Phrases;
  /** It names migrations. */
  readonly migrationLabel: Phrases;
  /** Whether there are any. */
  readonly migrationsAsked: Phrases;
  /** It names phases of the rollout. */
  readonly phaseLabel: Phrases;
  /** It names gates. */
  readonly gateLabel: Phrases;
  /** It names changes. */
  readonly workItemLabel: Phrases;
}
