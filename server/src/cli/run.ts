import { nearestName } from "../engine/index.ts";
import type { Command, CommandContext } from "./commands/command.ts";
import { commands } from "./commands/commands.ts";
import { helpOf, overview } from "./commands/help.ts";
import { version } from "./commands/version.ts";
import { parseArguments } from "./terminal/arguments.ts";
import { complain } from "./terminal/complain.ts";
import type { ExitCode } from "./terminal/exit-code.ts";
import { globalOptions } from "./terminal/options.ts";
import { UsageError } from "./terminal/usage-error.ts";

/** Runs one call of `release-docs`; `words` is what follows the program's name. Never throws: what fails becomes a line and code 2. */
export async function run(words: readonly string[], context: CommandContext): Promise<ExitCode> {
  try {
    return await dispatch(words, context);
  } catch (error) {
    const expected = error instanceof UsageError;
    const message = error instanceof Error ? error.message : String(error);
    complain(context.io, expected ? message : `internal error: ${message} (--debug shows where)`);
    if (words.includes("--debug") && error instanceof Error) context.io.stderr.write(`${error.stack ?? ""}\n`);
    return 2;
  }
}

async function dispatch(words: readonly string[], context: CommandContext): Promise<ExitCode> {
  const { io } = context;
  const at = words.findIndex((word) => !word.startsWith("-") || word === "-");
  const name = at === -1 ? undefined : words[at];
  if (name === undefined) return withoutCommand(words, context);
  if (name === "help") return helpAbout(words[at + 1], context);
  const command = commands.find((candidate) => candidate.name === name);
  if (command === undefined) throw new UsageError(lateCommand(words, at) ?? unknownCommand(name));
  const rest = [...words.slice(0, at), ...words.slice(at + 1)];
  const given = parseArguments(rest, { ...command.options, ...globalOptions });
  if (given.flag("help")) io.stdout.write(helpOf(command));
  else if (given.flag("version")) io.stdout.write(`${version}\n`);
  else return command.run(given, context);
  return 0;
}

function withoutCommand(words: readonly string[], { io }: CommandContext): ExitCode {
  const given = parseArguments(words, globalOptions);
  if (given.flag("version")) {
    io.stdout.write(`${version}\n`);
    return 0;
  }
  if (given.flag("help")) {
    io.stdout.write(overview(commands));
    return 0;
  }
  io.stderr.write(overview(commands));
  return 2;
}

function helpAbout(name: string | undefined, { io }: CommandContext): ExitCode {
  const command: Command | undefined = commands.find((candidate) => candidate.name === name);
  if (name !== undefined && command === undefined) throw new UsageError(unknownCommand(name));
  io.stdout.write(command === undefined ? overview(commands) : helpOf(command));
  return 0;
}

/** The value of an option was taken for the command, which comes later. */
function lateCommand(words: readonly string[], at: number): string | undefined {
  const late = words.findIndex((word, index) => index > at && commands.some(({ name }) => name === word));
  if (at === 0 || late === -1) return undefined;
  const call = [words[late], ...words.slice(0, late), ...words.slice(late + 1)];
  return `Options stand after the command: release-docs ${call.join(" ")}`;
}

function unknownCommand(name: string): string {
  const near = nearestName(
    name,
    commands.map((command) => command.name),
  );
  if (near !== undefined) return `There is no command "${name}"; did you mean ${near}?`;
  const isPath = /[./\\*]/.test(name);
  return `There is no command "${name}"; ${isPath ? `to check a file: release-docs check ${name}` : "release-docs --help lists them"}`;
}
