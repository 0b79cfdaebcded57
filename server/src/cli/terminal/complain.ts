import type { Io } from "./io.ts";
import { printable } from "./printable.ts";

/** Says what went wrong on standard error, a line each, with the command's name before it. */
export function complain(io: Io, message: string): void {
  for (const line of message.split("\n")) io.stderr.write(`release-docs: ${printable(line)}\n`);
}
