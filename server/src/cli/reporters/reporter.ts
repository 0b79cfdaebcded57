import type { RuleMetadata } from "../../engine/index.ts";
import type { Style } from "./style.ts";

/** What a reporter may use beside the report. */
export interface ReportContext {
  readonly style: Style;
  /** True when it goes to a terminal, where source lines help. */
  readonly isTerminal: boolean;
  readonly quiet: boolean;
  readonly rules: readonly RuleMetadata[];
  /** The line of a document that a finding begins on; `undefined` for others. */
  sourceLine(path: string, line: number): string | undefined;
  /** The path of a document from the root of its Git repository, as a forge wants it; unchanged outside of one. */
  repositoryPath(path: string): string;
  /** The path of a document as an annotation has it: so in a workflow of GitHub's, elsewhere as the command was given it. */
  annotatedPath(path: string): string;
  /** Where the forge that runs this shows a document, or a line of it; `undefined` where there is no such page. */
  addressOf(path: string, line?: number): string | undefined;
}

/** Turns a report into text; pure, so that what it writes depends on nothing else. */
export interface Reporter<Report> {
  readonly name: string;
  render(report: Report, context: ReportContext): string;
}
