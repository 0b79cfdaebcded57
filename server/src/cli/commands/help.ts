import { largest } from "../../engine/index.ts";
import { globalOptions, type OptionDefinitions } from "../terminal/options.ts";
import type { Command } from "./command.ts";

/** The help of the whole command: what there is, shown by example. */
export function overview(commands: readonly Command[]): string {
  return lines([
    "Tells whether a release is Go or No-Go, from the documents you keep in Git.",
    "",
    "Usage: release-docs <command> [options] [paths…]",
    "",
    "Commands:",
    ...table(commands.map(({ name, summary }) => [name, summary])),
    "",
    "Examples:",
    ...table(commands.flatMap(({ examples }) => examples.slice(0, 1)).map(([call, does]) => [call, does])),
    "",
    "`release-docs <command> --help` explains one command.",
  ]);
}

/** The help of one command. */
export function helpOf(command: Command): string {
  return lines([
    `${command.summary}.`,
    "",
    `Usage: release-docs ${command.name} [options] ${command.operands}`.trimEnd(),
    "",
    "Examples:",
    ...table(command.examples.map(([call, does]) => [call, does])),
    "",
    "Options:",
    ...table([...optionRows(command.options), ...optionRows(globalOptions)]),
    ...(command.notes.length > 0 ? ["", ...command.notes] : []),
  ]);
}

function optionRows(options: OptionDefinitions): readonly (readonly [string, string])[] {
  return Object.entries(options).map(([name, { short, type, placeholder, choices, description }]) => {
    const value = type === "flag" ? "" : ` ${placeholder ?? "VALUE"}`;
    const allowed = choices === undefined ? "" : `: ${choices.join(", ")}`;
    return [`${short === undefined ? "    " : `-${short}, `}--${name}${value}`, `${description}${allowed}`];
  });
}

const widest = 52;

function table(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.min(widest, largest(rows.map(([left]) => left.length)));
  return rows.flatMap(([left, right]) =>
    left.length > width ? [`  ${left}`, `  ${" ".repeat(width)}  ${right}`] : [`  ${left.padEnd(width)}  ${right}`],
  );
}

function lines(all: readonly string[]): string {
  return `${all.join("\n")}\n`;
}
