import { assessInputs } from "./assess-inputs.ts";
import { assessOptions, readAssessOptions, readServiceSettings } from "./assess-options.ts";
import type { Command } from "./command.ts";
import { type InspectReport, inspectReport } from "./inspect-report.ts";
import { outputOptions, readOutputs, writeOutputs } from "./outputs.ts";
import type { Reporter } from "./reporter.ts";
import { json } from "./reporters/json.ts";
import { UsageError } from "./usage-error.ts";

const reporters: readonly Reporter<InspectReport>[] = [json];

/** `release-docs inspect`: what was read of one document. */
export const inspect: Command = {
  name: "inspect",
  summary: "Show what was read of one document: gates, rollback, placeholders and more, as JSON",
  operands: "<document>",
  examples: [
    ["release-docs inspect ops/v2.1.0.runbook.md", "Everything that was read of a runbook"],
    ["release-docs inspect r.md | jq '.gates[] | select(.due)'", "The gates that are due"],
  ],
  options: { ...assessOptions, ...outputOptions(reporters) },
  notes: ["Exit code: 0, or 2 when the file is no release document or cannot be read."],
  async run(given, { io, createService }) {
    const outputs = readOutputs(given, reporters);
    const options = readAssessOptions(given);
    const [operand, ...others] = given.positionals;
    if (operand === undefined || others.length > 0)
      throw new UsageError("inspect takes one document: release-docs inspect r.md");
    const service = createService(readServiceSettings(given, io.cwd));
    for await (const outcome of assessInputs(service, given, options, io)) {
      if (outcome.is === "problem") throw new UsageError(outcome.message);
      if (outcome.is === "skipped") break;
      const report = inspectReport(outcome.input, outcome.assessment);
      await writeOutputs(report, outputs, { rules: service.rules }, given, io);
      return 0;
    }
    throw new UsageError(`${operand}: is no release document; release-docs explain ${operand} says why`);
  },
};
