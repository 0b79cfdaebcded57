import { type AssessOptions, notRead, type ReleaseDocsService, type Shaping } from "../../engine/index.ts";
import type { CommandContext } from "../commands/command.ts";
import type { FoundFile } from "../files/find-files.ts";
import { fixInputs } from "../fix/fix-inputs.ts";
import type { Arguments } from "../terminal/arguments.ts";
import { complain } from "../terminal/complain.ts";
import { readServiceSettings } from "./assess-options.ts";
import { judgeInputs } from "./judge-inputs.ts";
import { optionShaping } from "./option-shaping.ts";
import type { Work } from "./work.ts";

/** How the operands of a command are judged. */
export interface Judging<Told> {
  readonly work: Work<Told>;
  readonly options: AssessOptions;
  /** The files that are to be judged; all when absent. */
  readonly keep?: (file: FoundFile) => boolean;
  /** Write what is certain to be better first. */
  readonly fix?: boolean;
}

/** What became of all that the operands of a command name. */
export interface JudgedAll<Told> {
  readonly service: ReleaseDocsService;
  /** By path. */
  readonly told: readonly Told[];
  /** Files that were looked at and are no release documents. */
  readonly skipped: number;
  /** What options did to the run as a whole. */
  readonly byOptions: readonly Shaping[];
  /** What was left out or could not be read. */
  readonly leftOut: readonly Shaping[];
  /** Something could not be read: the exit code says so. */
  readonly unreadable: boolean;
  /** Nothing else was there: there is nothing to report. */
  readonly nothingRead: boolean;
}

/**
 * Reads, assesses and gathers what the operands of a command name; what cannot be read is said at once.
 *
 * @throws UsageError for wrong options, a bad configuration, or `--stdin-filepath` without `-`.
 */
export async function judgeAll<Told>(
  { work, options, keep = () => true, fix = false }: Judging<Told>,
  given: Arguments,
  context: CommandContext,
): Promise<JudgedAll<Told>> {
  const { io } = context;
  const settings = readServiceSettings(given, io.cwd);
  const service = context.createService(settings);
  const assignment = { work, given, settings, options, keep };
  const told: Told[] = [];
  const leftOut: Shaping[] = [];
  let skipped = 0;
  let unreadable = false;
  for await (const outcome of fix ? fixInputs(service, assignment, io) : judgeInputs(service, assignment, context)) {
    switch (outcome.is) {
      case "told":
        told.push(outcome.told);
        break;
      case "skipped":
        skipped++;
        break;
      case "left-out":
        leftOut.push(outcome.shaping);
        break;
      case "problem":
        complain(io, outcome.message);
        leftOut.push(notRead(outcome.message));
        unreadable = true;
    }
  }
  const nothingRead = unreadable && told.length === 0;
  return { service, told, skipped, byOptions: optionShaping(given, io.cwd), leftOut, unreadable, nothingRead };
}
