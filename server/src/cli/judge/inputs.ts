import type { ReleaseDocsService } from "../../engine/index.ts";
import { type FoundFile, findFiles, nothingFound } from "../files/find-files.ts";
import { requireSound } from "../reports/checked-configuration.ts";
import type { Arguments } from "../terminal/arguments.ts";
import type { Io } from "../terminal/io.ts";
import { UsageError } from "../terminal/usage-error.ts";
import { type InputReading, readFound, readStandardInput } from "./input.ts";
import { tellLeftOut } from "./left-out.ts";

/** The inputs of a command, read as they are taken. */
export interface GatheredInputs extends AsyncIterable<InputReading> {
  /** How many there are, problems not counted. */
  readonly total: number;
}

/**
 * Finds what the operands of a command name, standard input first; files in the order of their paths.
 *
 * @param found Told how many there are, while more are looked for.
 * @throws UsageError for a bad configuration, or `--stdin-filepath` without `-`.
 */
export async function gatherInputs(
  service: ReleaseDocsService,
  given: Arguments,
  io: Io,
  keep: (file: FoundFile) => boolean,
  found: (count: number) => void = () => {},
): Promise<GatheredInputs> {
  const operands = given.positionals.filter((operand) => operand !== "-");
  const fromStandardInput = operands.length < given.positionals.length;
  const filepath = given.value("stdin-filepath");
  if (filepath !== undefined && !fromStandardInput) {
    throw new UsageError("--stdin-filepath goes with standard input: add - to the paths");
  }
  const nothingElse = fromStandardInput && operands.length === 0;
  const configurationFor = async (uri: string) => requireSound(await service.configurationFor(uri), io.cwd);
  const { files, leftOut, problems } = nothingElse
    ? nothingFound
    : await findFiles(operands, { cwd: io.cwd, configurationFor, keep, found });
  const told = await tellLeftOut(leftOut, io.cwd, configurationFor);
  return {
    total: files.length + (fromStandardInput ? 1 : 0),
    async *[Symbol.asyncIterator]() {
      if (fromStandardInput) yield readStandardInput(io, filepath);
      for (const problem of problems) yield { problem };
      for (const leftOut of told) yield { leftOut };
      for (const file of files) yield readFound(file);
    },
  };
}
