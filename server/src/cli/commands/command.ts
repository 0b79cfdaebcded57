import type { FileSystem, ReleaseDocsService, ServiceSettings } from "../../engine/index.ts";
import type { Arguments } from "../terminal/arguments.ts";
import type { ExitCode } from "../terminal/exit-code.ts";
import type { Io } from "../terminal/io.ts";
import type { OptionDefinitions } from "../terminal/options.ts";

/** What a command runs with. */
export interface CommandContext {
  readonly io: Io;
  readonly files: FileSystem;
  /** Makes the engine over `files`. */
  createService(settings: ServiceSettings): ReleaseDocsService;
  /** Names this very program, with its rules and schemas: two that answer differently have different names. */
  build(): string;
  /** The program that worker threads load, for its `judge`; absent where there are no threads. */
  readonly script?: string;
}

/** One subcommand: what it takes, how it explains itself, and what it does. */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What follows the name: `[paths…]`. */
  readonly operands: string;
  /** Calls with what they do, to learn from. */
  readonly examples: readonly (readonly [call: string, does: string])[];
  readonly options: OptionDefinitions;
  /** What else is to say, at the end of the help: exit codes. */
  readonly notes: readonly string[];
  /** @throws UsageError for what the caller got wrong. */
  run(given: Arguments, context: CommandContext): Promise<ExitCode>;
}
