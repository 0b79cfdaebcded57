import type { ChecklistDocument, ChecklistGate } from "../../../server/src/lsp/protocol.ts";
import type { Counts } from "./counts.ts";

export type Phase = ChecklistGate["phase"];

export interface DocumentNode {
  readonly is: "document";
  readonly id: string;
  readonly document: ChecklistDocument;
  readonly counts: Counts;
  /** The group that it stands in, unless documents are the first level. */
  readonly group?: Group;
}

export interface GroupNode {
  readonly is: "group";
  readonly id: string;
  readonly group: Group;
  readonly counts: Counts;
  /** The document that it stands in, when documents are the first level. */
  readonly uri?: string;
}

export type Group =
  | { readonly by: "phase"; readonly phase: Phase }
  /** `owner`: empty for gates without one. */
  | { readonly by: "owner"; readonly owner: string };

export interface GateNode {
  readonly is: "gate";
  readonly id: string;
  readonly document: ChecklistDocument;
  readonly gate: ChecklistGate;
  readonly nested: readonly GateNode[];
}

/** The gates of a section, or a stretch of them, where a list would be too long. */
export interface SectionNode {
  readonly is: "section";
  readonly id: string;
  /** Of its heading; empty for gates that stand in no section. */
  readonly title: string;
  /** Which of the section's gates these are, from 1; absent for all of them. */
  readonly range?: { readonly from: number; readonly to: number };
  readonly counts: Counts;
  readonly gates: readonly GateNode[];
  /** The first of its list with something due. */
  readonly isFirstDue: boolean;
}

export type ChecklistNode = DocumentNode | GroupNode | SectionNode | GateNode;
