import type { Shaping } from "../../engine/index.ts";
import type { FoundFile } from "../files/find-files.ts";
import { changedSince } from "../files/git-changes.ts";
import { assessOptions, readAssessOptions } from "../judge/assess-options.ts";
import { cacheOptions } from "../judge/cache-options.ts";
import { judgeAll } from "../judge/judge-all.ts";
import { checkWork } from "../judge/work.ts";
import { github } from "../reporters/github.ts";
import { json } from "../reporters/json.ts";
import { junit } from "../reporters/junit.ts";
import { markdown } from "../reporters/markdown.ts";
import { outputOptions, readOutputs, writeOutputs } from "../reporters/outputs.ts";
import { plural } from "../reporters/plural.ts";
import type { Reporter } from "../reporters/reporter.ts";
import { sarif } from "../reporters/sarif.ts";
import { text } from "../reporters/text.ts";
import { Baseline } from "../reports/baseline.ts";
import { type CheckedDocument, type CheckReport, checkReport } from "../reports/check-report.ts";
import type { Arguments } from "../terminal/arguments.ts";
import { complain } from "../terminal/complain.ts";
import type { ExitCode } from "../terminal/exit-code.ts";
import type { Io } from "../terminal/io.ts";
import type { OptionDefinitions } from "../terminal/options.ts";
import { printablePath } from "../terminal/printable.ts";
import { UsageError } from "../terminal/usage-error.ts";
import type { Command } from "./command.ts";

const reporters: readonly Reporter<CheckReport>[] = [text, json, sarif, github, junit, markdown];

const checkOptions = {
  "max-warnings": { type: "value", placeholder: "N", description: "Fail with more warnings than this" },
  "changed-since": {
    type: "value",
    placeholder: "REF",
    description: "Only files that changed since this branch left REF (Git)",
  },
  fix: { type: "flag", description: "Repair what can be repaired for certain, and write the files" },
  baseline: { type: "value", placeholder: "F", description: "Report only what this file does not know" },
  "update-baseline": { type: "flag", description: "Accept everything that is found: write it to --baseline" },
} satisfies OptionDefinitions;

/** `release-docs check`: what is wrong with the documents. */
export const check: Command = {
  name: "check",
  summary: "Find what is wrong with release documents",
  operands: "[paths, globs or folders…]",
  examples: [
    ["release-docs check", "Check what the configuration discovers below this folder"],
    ["release-docs check ops/v2.1.0.runbook.md", "Check one document"],
    ['release-docs check "releases/**/*.md" "!releases/old/**"', "Check what a glob matches, without some"],
    ["release-docs check --stage completed ops", "Check as if the releases were over"],
    ["release-docs check --fix ops", "Repair what is certain, report the rest"],
    ["release-docs check --changed-since main --max-warnings 0", "Guard a pull request"],
    ["release-docs check --format github --format sarif -o out.sarif", "Annotate, and write a file for code scanning"],
    [
      "release-docs check --baseline known.json --update-baseline",
      "Accept what is there, to fail only for what is new",
    ],
    ["git show HEAD:r.md | release-docs check - --stdin-filepath r.md", "Check standard input"],
  ],
  options: { ...assessOptions, ...checkOptions, ...cacheOptions, ...outputOptions(reporters) },
  notes: ["Exit code: 0 no errors, 1 errors or too many warnings, 2 wrong usage or unreadable input."],
  async run(given, context) {
    const { io } = context;
    const outputs = readOutputs(given, reporters);
    const most = readMaxWarnings(given);
    const baseline = readBaseline(given, io);
    const judging = { work: checkWork, options: readAssessOptions(given), fix: given.flag("fix") };
    const judged = await judgeAll({ ...judging, keep: await keptFiles(given, io) }, given, context);
    const { service, told, skipped, byOptions, leftOut, unreadable } = judged;
    if (judged.nothingRead && skipped === 0) return 2;
    const lines = new Map(told.map(({ document, lines }) => [document.path, new Map(lines)]));
    const sourceLine = (path: string, line: number): string | undefined => lines.get(path)?.get(line);
    const documents = told.map(({ document }) => document);
    const compared = await applyBaseline(documents, baseline, given, sourceLine, io);
    const report = checkReport(compared.documents, skipped, [...byOptions, ...compared.shaped, ...leftOut]);
    await writeOutputs(report, outputs, { rules: service.rules, sourceLine }, given, io);
    return unreadable ? 2 : exitCode(report, most, io);
  },
};

/** Which files are to be checked: all, or those that `--changed-since` leaves. */
async function keptFiles(given: Arguments, io: Io): Promise<(file: FoundFile) => boolean> {
  const ref = given.value("changed-since");
  const changed = ref === undefined ? undefined : await changedSince(ref, io.cwd);
  return ({ absolute }) => changed === undefined || changed.has(absolute);
}

async function applyBaseline(
  documents: readonly CheckedDocument[],
  baseline: Baseline | undefined,
  given: Arguments,
  sourceLine: (path: string, line: number) => string | undefined,
  io: Io,
): Promise<Pick<CheckReport, "documents" | "shaped">> {
  if (baseline === undefined) return { documents, shaped: [] };
  if (given.flag("update-baseline")) {
    const count = await baseline.update(documents, sourceLine);
    io.stderr.write(`${plural(count, "finding")} accepted in ${printablePath(given.value("baseline") ?? "")}\n`);
  }
  const compared = await baseline.compare(documents, sourceLine);
  for (const { path, rule } of compared.stale) {
    complain(io, `${given.value("baseline")}: ${path} no longer has ${rule}; --update-baseline forgets it`);
  }
  const sentence = `${plural(compared.known, "finding")} not told, for --baseline holds them`;
  const shaped: readonly Shaping[] =
    compared.known === 0 ? [] : [{ what: "baseline", sentence, at: { file: given.value("baseline") ?? "" } }];
  return { documents: compared.documents, shaped };
}

function readBaseline(given: Arguments, io: Io): Baseline | undefined {
  const file = given.value("baseline");
  if (file !== undefined) return new Baseline(file, io.cwd);
  if (given.flag("update-baseline")) throw new UsageError("--update-baseline needs --baseline F, the file to write");
  return undefined;
}

function readMaxWarnings(given: Arguments): number {
  const text = given.value("max-warnings");
  if (text === undefined) return Number.POSITIVE_INFINITY;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new UsageError(`--max-warnings must be a number, not "${text}"`);
}

function exitCode({ summary }: CheckReport, most: number, io: Io): ExitCode {
  if (summary.errors > 0) return 1;
  if (summary.warnings <= most) return 0;
  complain(io, `too many warnings: ${summary.warnings}, and --max-warnings allows ${most}`);
  return 1;
}
