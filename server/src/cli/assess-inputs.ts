import type { Assessment, AssessOptions, ReleaseDocsService } from "../service.ts";
import type { Arguments } from "./arguments.ts";
import { requireSound } from "./checked-configuration.ts";
import { type FoundFile, findFiles } from "./find-files.ts";
import { type Input, type InputReading, readFound, readStandardInput } from "./inputs.ts";
import type { Io } from "./io.ts";
import { UsageError } from "./usage-error.ts";

/** What became of one input: judged; or not ours; or unreadable, with one line why. */
export type Outcome =
  | { readonly is: "assessed"; readonly input: Input; readonly assessment: Assessment }
  | { readonly is: "skipped" }
  | { readonly is: "problem"; readonly message: string };

/**
 * Judges what the operands of a command name, in the order of the paths, one after the other, so that memory does not grow with
 * their number.
 *
 * @throws UsageError for a bad configuration, or `--stdin-filepath` without `-`.
 */
export async function* assessInputs(
  service: ReleaseDocsService,
  given: Arguments,
  options: AssessOptions,
  io: Io,
  keep: (file: FoundFile) => boolean = () => true,
): AsyncGenerator<Outcome> {
  for await (const reading of readInputs(service, given, io, keep)) {
    if (reading.problem !== undefined) yield { is: "problem", message: reading.problem };
    else if (reading.input === undefined) yield { is: "skipped" };
    else yield await assessInput(service, reading.input, options, io);
  }
}

async function assessInput(
  service: ReleaseDocsService,
  input: Input,
  options: AssessOptions,
  io: Io,
): Promise<Outcome> {
  await requireSound(await service.configurationFor(input.uri), io.cwd);
  try {
    const assessment = await service.assess(input.uri, input.text, options);
    if (assessment === undefined) return { is: "skipped" };
    await requireSound(assessment.configuration, io.cwd);
    return { is: "assessed", input, assessment };
  } finally {
    service.close(input.uri);
  }
}

async function* readInputs(
  service: ReleaseDocsService,
  given: Arguments,
  io: Io,
  keep: (file: FoundFile) => boolean,
): AsyncGenerator<InputReading> {
  const operands = given.positionals.filter((operand) => operand !== "-");
  const fromStandardInput = operands.length < given.positionals.length;
  const filepath = given.value("stdin-filepath");
  if (filepath !== undefined && !fromStandardInput) {
    throw new UsageError("--stdin-filepath goes with standard input: add - to the paths");
  }
  if (fromStandardInput) yield readStandardInput(io, filepath);
  if (fromStandardInput && operands.length === 0) return;
  const { files, problems } = await findFiles(operands, {
    cwd: io.cwd,
    configurationFor: async (uri) => requireSound(await service.configurationFor(uri), io.cwd),
  });
  for (const problem of problems) yield { problem };
  for (const file of files) if (keep(file)) yield await readFound(file);
}
