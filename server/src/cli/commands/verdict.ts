import type { GatePhase } from "../../engine/index.ts";
import { assessOptions, readAssessOptions } from "../judge/assess-options.ts";
import { cacheOptions } from "../judge/cache-options.ts";
import { judgeAll } from "../judge/judge-all.ts";
import { compareRequired, readRequired } from "../judge/require.ts";
import { verdictWork } from "../judge/work.ts";
import { json } from "../reporters/json.ts";
import { outputOptions, readOutputs, writeOutputs } from "../reporters/outputs.ts";
import type { Reporter } from "../reporters/reporter.ts";
import { type VerdictPage, verdictMarkdown } from "../reporters/verdict-markdown.ts";
import { verdictText } from "../reporters/verdict-text.ts";
import { type VerdictReport, verdictReport } from "../reports/verdict-report.ts";
import { complain } from "../terminal/complain.ts";
import type { ExitCode } from "../terminal/exit-code.ts";
import type { Command } from "./command.ts";

type VerdictRun = VerdictPage & { readonly report: VerdictReport };

const reporters: readonly Reporter<VerdictRun>[] = [ofReport(verdictText), ofReport(json), verdictMarkdown];

const phases: readonly GatePhase[] = ["pre-release", "release", "post-release", "rollback"];

const nothingToJudge = "nothing to judge: every document is a template, a report, notes or cancelled, or there is none";

/** `release-docs verdict`: Go or No-Go. */
export const verdict: Command = {
  name: "verdict",
  summary: "Say Go or No-Go, and what keeps the release from Go",
  operands: "[paths, globs or folders…]",
  examples: [
    ["release-docs verdict releases/v2.1.0", "The verdict of one release, by its documents"],
    [
      "release-docs verdict --phase pre-release releases/v2.1.0",
      "Before the deploy: is everything answered that comes before it?",
    ],
    ['release-docs verdict --format markdown >> "$GITHUB_STEP_SUMMARY"', "The Go/No-Go page, for a job summary"],
    [
      'release-docs verdict --require "services/*/runbook.md"',
      "No Go without these: none is missing, left out or a blank",
    ],
    ["release-docs verdict --stage completed releases/v2.1.0", "Can the release be closed?"],
  ],
  options: {
    ...assessOptions,
    phase: {
      type: "value",
      placeholder: "P",
      choices: phases,
      description: "Ask for the gates of this phase, whatever the stage",
    },
    require: {
      type: "value",
      multiple: true,
      placeholder: "GLOB",
      description: "Fail where a document that this names is missing or not judged; may be repeated",
    },
    ...cacheOptions,
    ...outputOptions(reporters),
  },
  notes: [
    "Exit code: 0 Go, 1 No-Go, not ready or a required document not judged, 2 nothing to judge, wrong usage or unreadable input.",
  ],
  async run(given, context) {
    const { io } = context;
    const outputs = readOutputs(given, reporters);
    const phase = given.choice("phase", phases);
    const options = { ...readAssessOptions(given), ...(phase !== undefined && { phase }) };
    const globs = readRequired(given);
    const judged = await judgeAll({ work: verdictWork, options }, given, context);
    const { service, told, byOptions, leftOut, unreadable } = judged;
    if (judged.nothingRead) return 2;
    const shaped = [...byOptions, ...leftOut];
    const documents = told.map((source) => source.judged);
    const configurationFor = (uri: string) => service.configurationFor(uri);
    const required = await compareRequired(globs, documents, shaped, { cwd: io.cwd, configurationFor });
    const report = verdictReport(documents, { required, shaped });
    const page = { documents: told.map((source) => source.page), today: options.today ?? io.today() };
    await writeOutputs({ report, ...page }, outputs, { rules: service.rules }, given, io);
    if (report.verdict === "none" && !unreadable) complain(io, nothingToJudge);
    return unreadable ? 2 : exitCode(report);
  },
};

function ofReport({ name, render }: Reporter<VerdictReport>): Reporter<VerdictRun> {
  return { name, render: ({ report }, context) => render(report, context) };
}

function exitCode({ verdict }: VerdictReport): ExitCode {
  switch (verdict) {
    case "go":
      return 0;
    case "no-go":
    case "not-ready":
      return 1;
    case "none":
      return 2;
  }
}
