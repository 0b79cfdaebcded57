import type { GateForm } from "../document/model.ts";
import type { PageChange } from "../render/update/page-changes.ts";
import type { Stage, StageSource } from "../stage/stage.ts";
import type { GateCounts } from "../verdict/assessment.ts";
import type { VerdictName } from "../verdict/verdict.ts";
import type { GatePhase, GateState } from "../words/terms.ts";
import { Notification, Request } from "./typed-messages.ts";

export type { PageChange } from "../render/update/page-changes.ts";

/*
 * Every message that is not part of LSP, typed for both sides. Lines count from 0 and characters are UTF-16 code units, as
 * in LSP. Nothing here depends on a connection or an editor.
 */

/** Server → client, a notification: what is thought of one version of an open document. */
export const assessmentNotification = new Notification<AssessmentParams>("releaseDocs/assessment");

/** Client → server, a request: what keeps an open document from Go; none for one that is not ours. */
export const blockersRequest = new Request<BlockersParams, readonly BlockerSummary[]>("releaseDocs/blockers");

/** Server → client, a request: the text of a file, or `null` when there is none, or it may not be read or cannot. */
export const readFileRequest = new Request<FileParams, string | null>("releaseDocs/readFile");

/** Server → client, a request: whether a file or folder is there, and leads out of its root by no link. */
export const fileExistsRequest = new Request<FileParams, boolean>("releaseDocs/fileExists");

/** Server → client, a request: whether its folder holds something by that name, also what may not be read. */
export const fileStandsRequest = new Request<FileParams, boolean>("releaseDocs/fileStands");

/**
 * Server → client, a request: the top of the repository that a file stands in, else the workspace folder that holds it, as the URI
 * of a folder; `null` outside of both.
 */
export const rootRequest = new Request<FileParams, string | null>("releaseDocs/root");

/** Server → client, a request: the files below a folder whose paths match. */
export const findFilesRequest = new Request<FindFilesParams, FindFilesResult>("releaseDocs/findFiles");

/** Client → server, a request: an open document as the HTML of its preview; `null` when it is not ours. */
export const renderRequest = new Request<RenderParams, RenderedDocument | null>("releaseDocs/render");

/** Client → server, a request: an open document as one HTML file; `null` when it is not ours. */
export const exportPageRequest = new Request<ExportPageParams, ExportedPage | null>("releaseDocs/exportPage");

/**
 * Client → server, a request: the edits that answer a gate of an open document as it stands; `null` when it has no such gate
 * (any more), or the gate cannot be answered so.
 */
export const answerGateRequest = new Request<AnswerGateParams, VersionedEdits | null>("releaseDocs/answerGate");

/**
 * Client → server, a request: the release documents of the workspace, open ones as they stand and indexed ones as they are
 * stored, by URI; without their gates. Its parameters are empty. From then on the server says when closed ones change.
 */
export const checklistsRequest = new Request<object, readonly ChecklistDocument[]>("releaseDocs/checklists");

/** Client → server, a request: one release document with its gates; `null` when it is not ours. */
export const checklistRequest = new Request<ChecklistParams, Checklist | null>("releaseDocs/checklist");

/** Server → client, a notification without parameters: documents came, went, or changed while they were closed. */
export const checklistsChangedNotification = new Notification("releaseDocs/checklistsChanged");

/** Client → server, a request: a template with its blanks filled. */
export const fillTemplateRequest = new Request<FillTemplateParams, FilledTemplate>("releaseDocs/fillTemplate");

/** Client → server, a request: the Go/No-Go report of some documents, or of a release. */
export const reportRequest = new Request<ReportParams, ReportAnswer>("releaseDocs/report");

/**
 * Client → server, a request without parameters, answered with `null` at once: who gets no answer for long knows that the server
 * hangs.
 */
export const pingRequest = new Request<object, null>("releaseDocs/ping");

/** Requests that are open for as long as nothing changes: that they have no answer says nothing. */
export const heldMethods: ReadonlySet<string> = new Set(["workspace/diagnostic"]);

export interface ProtocolPosition {
  readonly line: number;
  readonly character: number;
}

export interface ProtocolRange {
  readonly start: ProtocolPosition;
  readonly end: ProtocolPosition;
}

export interface AssessmentParams {
  readonly uri: string;
  readonly version: number;
  /** `null` when the document is not ours (any more). */
  readonly assessment: AssessmentSummary | null;
}

export interface AssessmentSummary extends ChecklistDocument {
  readonly declared: boolean;
  /** The messages of the first few blockers. */
  readonly firstBlockers: readonly string[];
}

export interface BlockerSummary {
  readonly message: string;
  readonly range: ProtocolRange;
  readonly rule: string;
  /** True when a comment silences its finding; it blocks all the same. */
  readonly suppressed: boolean;
}

/** Of `releaseDocs/blockers`. */
export interface BlockersParams {
  readonly uri: string;
}

/** Of `releaseDocs/readFile`, `releaseDocs/fileExists`, `releaseDocs/fileStands` and `releaseDocs/root`. */
export interface FileParams {
  readonly uri: string;
}

export interface FindFilesParams {
  /** URI of the folder that the globs are relative to. */
  readonly base: string;
  /** Globs (`**`, `*`, `?`, `{a,b}`, `[ab]`), at least one of which must match. */
  readonly include: readonly string[];
  /** Globs that need not be searched; a hint, since the server filters again. */
  readonly exclude: readonly string[];
}

/** URIs. */
export type FindFilesResult = readonly string[];

/** Of `releaseDocs/render`. */
export interface RenderParams {
  readonly uri: string;
  /** The rendering that is shown, to be told what is different since. */
  readonly since?: number;
  /** Why nothing can be answered; then boxes only show, and the page says so. */
  readonly readOnly?: string;
}

/** One version of a document, rendered. */
export interface RenderedDocument {
  readonly version: number;
  readonly title: string;
  /** The verdict in words, for those who hear it. */
  readonly verdictTitle: string;
  readonly page: PageUpdate;
}

/** The body of a page, whole or as what is different since the rendering that was asked of. */
export type PageUpdate = {
  /** Names what is shown once this is, for as long as the document is open. */
  readonly rendering: number;
} & (
  | {
      /** See `renderDocument` for its attributes; lines are told as steps (`withLineSteps`). */
      readonly html: string;
    }
  | { readonly changes: readonly PageChange[] }
);

export interface ExportPageParams {
  readonly uri: string;
  readonly theme?: "light" | "dark" | "auto";
}

export interface ExportedPage {
  readonly title: string;
  /** The whole file. */
  readonly html: string;
}

export interface AnswerGateParams {
  readonly uri: string;
  /** Id of the gate. */
  readonly gate: string;
  readonly state: GateState;
  /** Of a choice, which of its boxes is ticked (`checked`) or cleared (`open`), from 0. */
  readonly option?: number;
  readonly by?: string;
  /** `YYYY-MM-DD` */
  readonly when?: string;
  readonly reason?: string;
}

/** Edits of one version; empty when the gate is answered so already. */
export interface VersionedEdits {
  readonly version: number;
  readonly edits: readonly ProtocolEdit[];
}

export interface ProtocolEdit {
  readonly range: ProtocolRange;
  readonly newText: string;
}

/** Of `releaseDocs/checklist`. */
export interface ChecklistParams {
  readonly uri: string;
}

/** A release document, as a list of them shows it. */
export interface ChecklistDocument {
  readonly uri: string;
  readonly kind: string;
  readonly title?: string;
  /** As written; absent while it is a placeholder. */
  readonly version?: string;
  readonly owners: readonly string[];
  readonly template: boolean;
  readonly stage: Stage;
  readonly stageSource: StageSource;
  readonly verdict: VerdictName;
  readonly verdictTitle: string;
  /** How many there are. */
  readonly blockers: number;
  readonly gates: GateCounts;
  /** Another one whenever a gate came, went or says something else; the same while gates only move. */
  readonly gatesId: string;
}

/** A release document with its gates, in the order of the text. */
export interface Checklist {
  readonly document: ChecklistDocument;
  readonly gates: readonly ChecklistGate[];
}

export interface ChecklistGate {
  readonly id: string;
  readonly text: string;
  readonly state: GateState;
  readonly form: GateForm;
  readonly phase: GatePhase;
  readonly due: boolean;
  readonly critical: boolean;
  readonly required: boolean;
  /** Its box, or what else must change to answer it. */
  readonly range: ProtocolRange;
  readonly owner?: string;
  readonly by?: string;
  readonly when?: string;
  readonly reason?: string;
  readonly waiverIncomplete?: boolean;
  /** Title of the section that it stands in, or of the rollout phase. */
  readonly section?: string;
  /** Id of the gate that it is nested in. */
  readonly parent?: string;
  /** Of a choice, the words of each box. */
  readonly options?: readonly string[];
  /** What it can be answered as it stands. */
  readonly answers: readonly GateState[];
}

export interface FillTemplateParams {
  /** URI that the document will have. */
  readonly uri: string;
  /** The template. */
  readonly text: string;
  /** By the name of the blank: `version`, `previousVersion`, `date`, `owner`, or the words in its brackets. */
  readonly values: Readonly<Record<string, string>>;
}

export interface FilledTemplate {
  readonly text: string;
  /** Names among `values` that the template has no blank for. */
  readonly unused: readonly string[];
  /** The first blank that is left. */
  readonly firstBlank?: ProtocolRange;
}

/** Documents to report on; with `release`, also those that belong to the same release as one of them. */
export interface ReportParams {
  readonly uris: readonly string[];
  readonly release: boolean;
  /** Paths that the report is written for: each document is named from the longest of these folders (URIs) that holds it. */
  readonly folders: readonly string[];
}

export interface ReportAnswer {
  /** Markdown. */
  readonly text: string;
  /** The same as the body of a page. */
  readonly html: string;
  readonly verdictTitle: string;
  /** The documents that it speaks of; none when nothing was ours. */
  readonly uris: readonly string[];
}

/** What the client says of itself at the start. */
export interface InitializationOptions {
  /** False in Restricted Mode: then no schema of the workspace is loaded. Left out, the workspace is trusted. */
  readonly trusted?: boolean;
}
