import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { text as textOf } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import type { TemporaryFolder } from "../unit/cli/temporary-folder.ts";

const root = fileURLToPath(new URL("../../", import.meta.url)).replace(/\/$/, "");

/** What a step of the action did. */
export interface ActionRun {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly summary: string;
  readonly output: string;
}

/**
 * Runs the action's step in a folder as a runner does: its inputs with their defaults in the environment, beside what else is
 * there. The runner's own files are in `run/`.
 *
 * @param at Where the step works, in the folder.
 */
export async function actionIn(
  folder: TemporaryFolder,
  inputs: Readonly<Record<string, string>>,
  runner: Readonly<Record<string, string>> = {},
  at = ".",
): Promise<ActionRun> {
  const action = parse(readFileSync(join(root, "action.yml"), "utf8"));
  const [step] = action.runs.steps;
  const expressions: Record<string, string> = { "github.action_path": root };
  for (const [name, { default: value = "" }] of Object.entries<{ default?: string }>(action.inputs)) {
    expressions[`inputs.${name}`] = inputs[name] ?? value;
  }
  const environment = Object.fromEntries(
    Object.entries<string>(step.env).map(([name, value]) => {
      const expression = /^\$\{\{ (.+) \}\}$/.exec(value)?.[1] ?? "";
      if (!(expression in expressions)) throw new Error(`${name} asks for ${expression}`);
      return [name, expressions[expression] ?? ""];
    }),
  );
  folder.write({ "run/summary.md": "", "run/output.txt": "" });
  const path = (name: string): string => join(folder.path, "run", name);
  const child = spawn("/bin/bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", step.run], {
    stdio: ["ignore", "pipe", "pipe"],
    cwd: join(folder.path, at),
    env: {
      PATH: process.env.PATH,
      RUNNER_TEMP: path(""),
      GITHUB_STEP_SUMMARY: path("summary.md"),
      GITHUB_OUTPUT: path("output.txt"),
      ...runner,
      ...environment,
    },
  });
  const ended = new Promise<number | null>((done) => child.on("close", done));
  const [stdout, stderr, status] = await Promise.all([textOf(child.stdout), textOf(child.stderr), ended]);
  const text = (name: string): string => readFileSync(path(name), "utf8");
  return { status, stdout, stderr, summary: text("summary.md"), output: text("output.txt") };
}
