import type { Assessment, AssessOptions, ReleaseDocsService } from "../../engine/index.ts";
import type { Arguments } from "../terminal/arguments.ts";
import type { Io } from "../terminal/io.ts";
import { UsageError } from "../terminal/usage-error.ts";
import { assessInputs } from "./assess-inputs.ts";
import type { Input } from "./input.ts";

/** One document, as it was read. */
export interface AssessedOne {
  readonly input: Input;
  readonly assessment: Assessment;
}

/**
 * Reads the one document that a command takes; `-` is standard input.
 *
 * @param example A call that is right, for the message when this one is not.
 * @throws UsageError for more or fewer than one, also below a folder that is named, for what cannot be read, and for what is no release document.
 */
export async function assessOne(
  service: ReleaseDocsService,
  given: Arguments,
  options: AssessOptions,
  io: Io,
  example: string,
): Promise<AssessedOne> {
  const [operand, ...others] = given.positionals;
  if (operand === undefined || others.length > 0) {
    throw new UsageError(`${example.split(" ")[1]} takes one document: ${example}`);
  }
  let found: AssessedOne | undefined;
  for await (const outcome of assessInputs(service, given, options, io)) {
    if (outcome.is === "problem") throw new UsageError(outcome.message);
    if (outcome.is !== "assessed") continue;
    if (found !== undefined)
      throw new UsageError(`${operand}: holds several documents; name one, such as ${found.input.path}`);
    found = outcome;
  }
  if (found !== undefined) return found;
  throw new UsageError(`${operand}: is no release document; release-docs explain ${operand} says why`);
}
