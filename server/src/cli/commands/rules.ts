import { largest, pageUrl, type RuleMetadata, type Severity, severityAt, stages } from "../../engine/index.ts";
import { json } from "../reporters/json.ts";
import { outputOptions, readOutputs, writeOutputs } from "../reporters/outputs.ts";
import type { Reporter } from "../reporters/reporter.ts";
import { UsageError } from "../terminal/usage-error.ts";
import type { Command } from "./command.ts";

/** The rules, in the shape of the JSON of `rules` (version 1). */
export interface RulesReport {
  readonly version: 1;
  readonly rules: readonly {
    readonly id: string;
    readonly title: string;
    readonly rationale: string;
    /** The severity at each stage. */
    readonly severity: Readonly<Record<string, Severity>>;
    readonly inTemplates: boolean;
    readonly declaredOnly: boolean;
    readonly url: string;
  }[];
}

const text: Reporter<RulesReport> = {
  name: "text",
  render({ rules }, { style }) {
    const width = largest(rules.map(({ id }) => id.length));
    return rules
      .map(
        ({ id, title, severity }) =>
          `${id.padEnd(width)}  ${style.faint(severityWords(severity).padEnd(20))}  ${title}\n`,
      )
      .join("");
  },
};

const reporters: readonly Reporter<RulesReport>[] = [text, json];

/** `release-docs rules`: what is checked. */
export const rules: Command = {
  name: "rules",
  summary: "List what is checked",
  operands: "",
  examples: [
    ["release-docs rules", "Every rule, with its severity"],
    ["release-docs rules --format json", "The same for a program, with reasons and pages"],
    ["release-docs explain rollback/missing-step", "One rule in full"],
  ],
  options: outputOptions(reporters),
  notes: ["Exit code: 0."],
  async run(given, { io, createService }) {
    const [operand] = given.positionals;
    if (operand !== undefined)
      throw new UsageError(`rules takes no paths; for one rule: release-docs explain ${operand}`);
    const outputs = readOutputs(given, reporters);
    const service = createService({});
    await writeOutputs({ version: 1, rules: service.rules.map(listed) }, outputs, { rules: service.rules }, given, io);
    return 0;
  },
};

function listed(rule: RuleMetadata): RulesReport["rules"][number] {
  const { id, title, rationale, inTemplates, declaredOnly } = rule;
  const severity = Object.fromEntries(stages.map((stage) => [stage, severityAt(rule, stage)]));
  return { id, title, rationale, severity, inTemplates, declaredOnly, url: pageUrl(id) };
}

function severityWords(severity: Readonly<Record<string, Severity>>): string {
  return [...new Set(Object.values(severity))].join(", ");
}
