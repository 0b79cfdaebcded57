import type { Assessment, AssessOptions, ReleaseDocsService } from "../service.ts";
import type { Arguments } from "./arguments.ts";
import { requireSound } from "./checked-configuration.ts";
import type { FoundFile } from "./find-files.ts";
import { gatherInputs, type Input } from "./inputs.ts";
import type { Io } from "./io.ts";

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
  for await (const reading of await gatherInputs(service, given, io, keep)) {
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
