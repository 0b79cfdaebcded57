import { check } from "./check.ts";
import type { Command } from "./command.ts";
import { completionOf } from "./completion.ts";
import { convert } from "./convert.ts";
import { explain } from "./explain.ts";
import { inspect } from "./inspect.ts";
import { newDocument } from "./new-document.ts";
import { render } from "./render.ts";
import { rules } from "./rules.ts";
import { verdict } from "./verdict.ts";

const completed: readonly Command[] = [check, verdict, inspect, newDocument, render, convert, explain, rules];

/** Every subcommand, in the order of the help. */
export const commands: readonly Command[] = [...completed, completionOf(completed)];
