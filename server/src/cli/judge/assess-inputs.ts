import {
  type Assessment,
  type AssessOptions,
  failureText,
  type ReleaseDocsService,
  type Shaping,
} from "../../engine/index.ts";
import type { FoundFile } from "../files/find-files.ts";
import type { Arguments } from "../terminal/arguments.ts";
import type { Io } from "../terminal/io.ts";
import { UsageError } from "../terminal/usage-error.ts";
import { assessText } from "./assess-text.ts";
import type { Input } from "./input.ts";
import { gatherInputs } from "./inputs.ts";

/** What became of one input: judged; or not ours; or left out; or unreadable, with one line why. */
export type Outcome =
  | { readonly is: "assessed"; readonly input: Input; readonly assessment: Assessment }
  | { readonly is: "skipped" }
  | { readonly is: "left-out"; readonly shaping: Shaping }
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
    else if (reading.leftOut !== undefined) yield { is: "left-out", shaping: reading.leftOut };
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
  try {
    const assessed = await assessText(service, input, options, io.cwd);
    return assessed.is === "assessed" ? { ...assessed, input } : assessed;
  } catch (failure) {
    if (failure instanceof UsageError) throw failure;
    // One document that cannot be judged does not keep the others from it.
    const why = failureText(failure);
    const message = `${input.path}: could not be judged (${why}). This is a fault of Release Docs: please report it, with the file`;
    return { is: "problem", message };
  } finally {
    service.close(input.uri);
  }
}
