import { type AssessOptions, certainFix, fixAll, type ReleaseDocsService } from "../../engine/index.ts";
import { describeFileError } from "../files/describe-file-error.ts";
import type { FoundFile } from "../files/find-files.ts";
import { assessInputs } from "../judge/assess-inputs.ts";
import type { Outcome } from "../judge/outcome.ts";
import type { Work } from "../judge/work.ts";
import { plural } from "../reporters/plural.ts";
import type { Arguments } from "../terminal/arguments.ts";
import { complain } from "../terminal/complain.ts";
import type { Io } from "../terminal/io.ts";
import { printable, printablePath } from "../terminal/printable.ts";
import { UsageError } from "../terminal/usage-error.ts";
import { replaceFile } from "./replace-file.ts";

/** What to fix, and what to tell of what is left. */
export interface FixAssignment<Told> {
  readonly work: Work<Told>;
  readonly given: Arguments;
  readonly options: AssessOptions;
  readonly keep: (file: FoundFile) => boolean;
}

/** Judges what the operands name, like `judgeInputs`, and writes what is certain to be better; says what it wrote. */
export async function* fixInputs<Told>(
  service: ReleaseDocsService,
  { work, given, options, keep }: FixAssignment<Told>,
  io: Io,
): AsyncGenerator<Outcome<Told>> {
  if (given.positionals.includes("-")) throw new UsageError("--fix writes files; standard input is none");
  let count = 0;
  for await (const outcome of assessInputs(service, given, options, io, keep)) {
    if (outcome.is !== "assessed") {
      yield outcome;
      continue;
    }
    const { input, assessment } = outcome;
    const { fixed, assessment: after } =
      input.file === undefined
        ? { fixed: [], assessment }
        : await fixAll(assessment, certainFix, {
            edit: (document, intention) => service.edit(document, intention),
            assess: (text) => service.assess(input.uri, text, options),
          });
    const { text } = after.document;
    service.close(input.uri);
    const problem =
      fixed.length === 0 || input.file === undefined
        ? undefined
        : await write(input.path, input.file, input.text, text);
    if (problem !== undefined) {
      complain(io, problem);
      yield { is: "told", told: work.tell(input, assessment, io.cwd) };
      continue;
    }
    if (fixed.length > 0) service.filesChanged();
    count += fixed.length;
    for (const { line, rule, title } of given.flag("quiet") ? [] : fixed) {
      io.stderr.write(`${printablePath(input.path)}:${line}: fixed: ${printable(title)} (${rule})\n`);
    }
    yield { is: "told", told: work.tell({ ...input, text }, after, io.cwd) };
  }
  if (count > 0 && !given.flag("quiet")) io.stderr.write(`${plural(count, "finding")} fixed\n`);
}

async function write(path: string, file: string, before: string, after: string): Promise<string | undefined> {
  try {
    return (await replaceFile(file, before, after)) ? undefined : `${path}: changed meanwhile; not fixed`;
  } catch (error) {
    return `${describeFileError(path, error)}; not fixed`;
  }
}
