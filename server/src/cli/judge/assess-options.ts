import { resolve } from "node:path";
import { URI } from "vscode-uri";
import { type AssessOptions, createKindRegistry, readDate, type ServiceSettings, stages } from "../../engine/index.ts";
import { type Arguments, notOneOf } from "../terminal/arguments.ts";
import type { OptionDefinitions } from "../terminal/options.ts";
import { UsageError } from "../terminal/usage-error.ts";

/** The options of every command that judges documents. */
export const assessOptions = {
  stage: {
    type: "value",
    placeholder: "S",
    choices: stages,
    description: "Judge as if the release stood at this stage",
  },
  as: {
    type: "value",
    placeholder: "A",
    choices: ["template", "run"],
    description: "Judge as a blank or as one real release",
  },
  kind: {
    type: "value",
    placeholder: "K",
    description: "Declare the files as this kind: ReleaseRunbook, ReleaseManifest …",
  },
  now: { type: "value", placeholder: "DATE", description: "Today, as YYYY-MM-DD" },
  config: {
    type: "value",
    placeholder: "F",
    description: "Use this configuration instead of the nearest .release-docs.yaml",
  },
  "stdin-filepath": { type: "value", placeholder: "F", description: "The path that standard input (-) is judged as" },
} satisfies OptionDefinitions;

/** How the given options want documents judged. @throws UsageError */
export function readAssessOptions(given: Arguments): AssessOptions {
  const stage = given.choice("stage", stages);
  const as = given.choice("as", ["template", "run"] as const);
  const kind = readKind(given.value("kind"));
  const today = readNow(given.value("now"));
  return {
    ...(stage !== undefined && { stage }),
    ...(as !== undefined && { as }),
    ...(kind !== undefined && { kind }),
    ...(today !== undefined && { today }),
  };
}

/** Where configuration comes from. A named file holds for all, with globs relative to the working directory. */
export function readServiceSettings(given: Arguments, cwd: string): ServiceSettings {
  const file = given.value("config");
  if (file === undefined) return {};
  const uri = URI.file(resolve(cwd, file)).toString();
  return { bounds: { file: { uri, root: URI.file(cwd).toString() } } };
}

function readKind(kind: string | undefined): string | undefined {
  if (kind === undefined) return undefined;
  const kinds = [...new Set(createKindRegistry().kinds.map(({ name }) => name))];
  if (!kinds.includes(kind)) throw new UsageError(notOneOf("--kind", kind, kinds));
  return kind;
}

function readNow(now: string | undefined): string | undefined {
  if (now === undefined) return undefined;
  const date = /^\d{4}-\d\d-\d\d$/.test(now) ? readDate(now) : undefined;
  if (date?.kind === "date") return date.iso;
  throw new UsageError(`--now must be a date like 2026-12-04, not "${now}"`);
}
