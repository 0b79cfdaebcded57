import { nearestName, type RuleMetadata, rulePage } from "../../engine/index.ts";
import { findFiles } from "../files/find-files.ts";
import { assessOptions, readAssessOptions, readServiceSettings } from "../judge/assess-options.ts";
import { readFound } from "../judge/input.ts";
import { explainText } from "../reporters/explain-text.ts";
import { json } from "../reporters/json.ts";
import { outputOptions, readOutputs, writeOutputs } from "../reporters/outputs.ts";
import type { Reporter } from "../reporters/reporter.ts";
import { requireSound } from "../reports/checked-configuration.ts";
import { type ExplainReport, explainReport } from "../reports/explain-report.ts";
import type { Arguments } from "../terminal/arguments.ts";
import type { ExitCode } from "../terminal/exit-code.ts";
import { UsageError } from "../terminal/usage-error.ts";
import type { Command, CommandContext } from "./command.ts";

const reporters: readonly Reporter<ExplainReport>[] = [explainText, json];

/** `release-docs explain`: a rule in full, or why a file is treated as it is. */
export const explain: Command = {
  name: "explain",
  summary: "Explain a rule, or why a file is treated as it is",
  operands: "<rule | path>",
  examples: [
    ["release-docs explain rollback/missing-step", "What a rule asks, why, and how to keep it"],
    ["release-docs explain ops/v2.1.0.runbook.md", "Which configuration, kind, stage and rules apply to a file"],
  ],
  options: { ...assessOptions, ...outputOptions(reporters) },
  notes: ["Exit code: 0, or 2 when there is no such rule or file."],
  async run(given, context) {
    const [operand, ...others] = given.positionals;
    if (operand === undefined || others.length > 0)
      throw new UsageError(`explain takes one rule or one path: release-docs explain rollback/missing-step`);
    const { rules } = context.createService({});
    const rule = rules.find(({ id }) => id === operand);
    return rule === undefined ? explainPath(operand, rules, given, context) : explainRule(rule, given, context);
  },
};

function explainRule(rule: RuleMetadata, given: Arguments, { io }: CommandContext): ExitCode {
  if (given.value("format") !== undefined)
    throw new UsageError("--format is for paths; release-docs rules --format json tells of rules");
  io.stdout.write(rulePage(rule));
  return 0;
}

async function explainPath(
  operand: string,
  rules: readonly RuleMetadata[],
  given: Arguments,
  { io, createService }: CommandContext,
): Promise<ExitCode> {
  const outputs = readOutputs(given, reporters);
  const options = readAssessOptions(given);
  const service = createService(readServiceSettings(given, io.cwd));
  const configurationFor = (uri: string) => service.configurationFor(uri);
  const { files, problems } = await findFiles([operand], { cwd: io.cwd, configurationFor });
  const [file, second] = files;
  if (file === undefined) throw new UsageError(noSuch(operand, problems, rules));
  if (second !== undefined) throw new UsageError(`${operand}: explain takes one file, not ${files.length}`);
  const { input, problem } = readFound({ ...file, explicit: true });
  if (input === undefined) throw new UsageError(problem ?? `${operand}: cannot be read`);
  const configuration = await requireSound(await service.configurationFor(input.uri), io.cwd);
  const assessment = await service.assess(input.uri, input.text, options);
  const report = explainReport(input, configuration, assessment, rules, io.cwd);
  await writeOutputs(report, outputs, { rules }, given, io);
  return 0;
}

function noSuch(operand: string, problems: readonly string[], rules: readonly RuleMetadata[]): string {
  const near = nearestName(
    operand,
    rules.map(({ id }) => id),
  );
  if (near !== undefined) return `There is no rule or file "${operand}"; did you mean ${near}?`;
  return problems[0] ?? `There is no rule or file "${operand}"; release-docs rules lists the rules`;
}
