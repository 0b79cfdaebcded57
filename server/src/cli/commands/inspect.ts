import { assessOne } from "../judge/assess-one.ts";
import { assessOptions, readAssessOptions, readServiceSettings } from "../judge/assess-options.ts";
import { json } from "../reporters/json.ts";
import { outputOptions, readOutputs, writeOutputs } from "../reporters/outputs.ts";
import type { Reporter } from "../reporters/reporter.ts";
import { type InspectReport, inspectReport } from "../reports/inspect-report.ts";
import type { Command } from "./command.ts";

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
    const service = createService(readServiceSettings(given, io.cwd));
    const { input, assessment } = await assessOne(service, given, options, io, "release-docs inspect r.md");
    await writeOutputs(inspectReport(input, assessment), outputs, { rules: service.rules }, given, io);
    return 0;
  },
};
