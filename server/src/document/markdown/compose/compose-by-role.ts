import type { Milestone, SignOff, TestResult, WorkItem } from "../../model.ts";
import type { Node } from "./outline-node.ts";

/** The changes of the release: rows of the tables in its scope that name an id or a title and how each is undone. */
export const composeWorkItems = (nodes: readonly Node[]): readonly WorkItem[] =>
  nodes.flatMap(({ passage, role }) => (role === "scope" ? passage.workItems() : []));

/** Test results: fields and tables of the testing sections. */
export const composeTests = (nodes: readonly Node[]): readonly TestResult[] =>
  nodes.flatMap(({ passage, role }) => (role === "testing" ? passage.tests() : []));

/** Milestones: tables with a name and a date in milestone sections, and the tasks of mermaid gantt charts. */
export const composeMilestones = (nodes: readonly Node[]): readonly Milestone[] =>
  nodes.flatMap(({ passage, role }) =>
    role === "milestones" ? [...passage.tableMilestones(), ...passage.ganttMilestones()] : passage.ganttMilestones(),
  );

/** Lines on which somebody must sign: labels that end in *Sign-off*, rows of sign-off and approval tables. */
export const composeSignOffs = (nodes: readonly Node[]): readonly SignOff[] =>
  nodes.flatMap(({ passage, role }) =>
    role === "sign-off" || role === "approvals"
      ? [...passage.labelledSignOffs(), ...passage.signOffRows()]
      : passage.labelledSignOffs(),
  );
