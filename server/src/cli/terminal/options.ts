/** How an option is written, checked and explained. */
export interface OptionDefinition {
  readonly type: "flag" | "value";
  readonly short?: string;
  /** May be given more than once. */
  readonly multiple?: boolean;
  /** What stands for the value in the help: `F`, `N`. */
  readonly placeholder?: string;
  /** The only values it takes. */
  readonly choices?: readonly string[];
  readonly description: string;
}

export type OptionDefinitions = Readonly<Record<string, OptionDefinition>>;

/** What every command takes. */
export const globalOptions = {
  quiet: { type: "flag", short: "q", description: "Tell errors only, without a summary (text)" },
  color: { type: "flag", description: "Colour, also when not on a terminal" },
  "no-color": { type: "flag", description: "No colour (NO_COLOR=1 does the same)" },
  debug: { type: "flag", description: "Show the stack trace when the command itself fails" },
  help: { type: "flag", short: "h", description: "Explain the command" },
  version: { type: "flag", short: "v", description: "Print the version" },
} satisfies OptionDefinitions;
