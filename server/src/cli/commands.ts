import { check } from "./check.ts";
import type { Command } from "./command.ts";
import { completionOf } from "./completion.ts";
import { explain } from "./explain.ts";
import { inspect } from "./inspect.ts";
import { rules } from "./rules.ts";
import { verdict } from "./verdict.ts";

const judging: readonly Command[] = [check, verdict, inspect, explain, rules];

/** Every subcommand, in the order of the help. */
export const commands: readonly Command[] = [...judging, completionOf(judging)];
