import { relative, resolve, sep } from "node:path";
import { findRepository } from "../files/find-repository.ts";
import { writeTextFile } from "../files/write-text-file.ts";
import { standardInputName } from "../judge/input.ts";
import type { Arguments } from "../terminal/arguments.ts";
import type { Io } from "../terminal/io.ts";
import type { OptionDefinition, OptionDefinitions } from "../terminal/options.ts";
import { UsageError } from "../terminal/usage-error.ts";
import { forgeAddress } from "./forge-address.ts";
import type { ReportContext, Reporter } from "./reporter.ts";
import { plain, styleFor } from "./style.ts";

/** A reporter, and the file that it writes; standard output without one. */
export interface ReportOutput<Report> {
  readonly reporter: Reporter<Report>;
  readonly file?: string;
}

/** `--format` and `--output` for a command with these reporters; the first is what it does unasked. */
export function outputOptions(reporters: readonly Reporter<never>[]): OptionDefinitions {
  const format: OptionDefinition = {
    type: "value",
    multiple: true,
    placeholder: "FORMAT",
    choices: reporters.map(({ name }) => name),
    description: "How to report; may be repeated",
  };
  const output: OptionDefinition = {
    type: "value",
    short: "o",
    multiple: true,
    placeholder: "F",
    description: "Write the format before it to this file",
  };
  return { format, output };
}

/**
 * Which reports go where: each `--output` takes the `--format` before it; one of each belong together in any order.
 *
 * @throws UsageError when two formats would share standard output, or an output has no format of its own.
 */
export function readOutputs<Report>(
  given: Arguments,
  reporters: readonly Reporter<Report>[],
): readonly ReportOutput<Report>[] {
  const [format, ...formats] = given.values("format");
  const [only, ...files] = given.values("output");
  if (only !== undefined && formats.length + files.length === 0)
    return settle([{ name: format, file: only }], reporters);
  const outputs: { name: string | undefined; file?: string }[] = [];
  for (const { name, value } of given.ordered) {
    if (name === "format") outputs.push({ name: value });
    if (name !== "output") continue;
    const last = outputs.at(-1);
    if (last === undefined) outputs.push({ name: undefined, file: value });
    else if (last.file === undefined) last.file = value;
    else throw new UsageError(`--output ${value} has no format of its own: write --format FORMAT before it`);
  }
  return settle(outputs, reporters);
}

function settle<Report>(
  outputs: readonly { readonly name: string | undefined; readonly file?: string }[],
  reporters: readonly Reporter<Report>[],
): readonly ReportOutput<Report>[] {
  const [byDefault] = reporters;
  const settled = (outputs.length > 0 ? outputs : [{ name: undefined }]).flatMap(({ name, ...rest }) => {
    const reporter = name === undefined ? byDefault : reporters.find((candidate) => candidate.name === name);
    return reporter === undefined ? [] : [{ reporter, ...rest }];
  });
  const [, second] = settled.filter(({ file }) => file === undefined);
  if (second !== undefined) {
    throw new UsageError(
      `Only one format can go to standard output: write --output F after --format ${second.reporter.name}`,
    );
  }
  return settled;
}

/** Writes every report. @throws UsageError for a file that cannot be written. */
export async function writeOutputs<Report>(
  report: Report,
  outputs: readonly ReportOutput<Report>[],
  facts: Pick<ReportContext, "rules"> & Partial<Pick<ReportContext, "sourceLine">>,
  given: Arguments,
  io: Io,
): Promise<void> {
  const quiet = given.flag("quiet");
  const repositoryPath = pathsFromRepository(io.cwd);
  const inForge = forgeAddress(io.environment);
  const addressOf = (path: string, line?: number): string | undefined =>
    path === standardInputName ? undefined : inForge(repositoryPath(path), line);
  const annotatedPath = io.environment.GITHUB_ACTIONS === "true" ? repositoryPath : (path: string): string => path;
  const context = { sourceLine: () => undefined, ...facts, repositoryPath, annotatedPath, addressOf };
  for (const { reporter, file } of outputs) {
    if (file === undefined) {
      const style = styleFor(io.stdout, io, given);
      io.stdout.write(reporter.render(report, { ...context, style, isTerminal: io.stdout.isTerminal, quiet }));
      continue;
    }
    const text = reporter.render(report, { ...context, style: plain, isTerminal: false, quiet });
    await writeTextFile(file, text, io.cwd);
  }
}

function pathsFromRepository(cwd: string): (path: string) => string {
  const root = findRepository(cwd);
  return (path) => (root === undefined ? path : relative(root, resolve(cwd, path)).split(sep).join("/"));
}
