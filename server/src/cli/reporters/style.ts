import type { Arguments } from "../terminal/arguments.ts";
import type { Io, Output } from "../terminal/io.ts";

/** How a text is set off on a terminal; each function answers its text unchanged where colour is not wanted. */
export interface Style {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly green: (text: string) => string;
  readonly blue: (text: string) => string;
}

const same = (text: string): string => text;

/** No colour at all. */
export const plain: Style = { strong: same, faint: same, red: same, yellow: same, green: same, blue: same };

const start = "\u001B[";
const code =
  (on: number, off: number) =>
  (text: string): string =>
    text === "" ? "" : `${start}${on}m${text}${start}${off}m`;

/** The colours of ANSI terminals. */
export const coloured: Style = {
  strong: code(1, 22),
  faint: code(2, 22),
  red: code(31, 39),
  yellow: code(33, 39),
  green: code(32, 39),
  blue: code(34, 39),
};

/** `--color` and `--no-color` decide, then NO_COLOR and FORCE_COLOR (when not empty), then whether it is a terminal. */
export function styleFor(output: Output, { environment }: Io, given: Arguments): Style {
  if (given.flag("no-color")) return plain;
  if (given.flag("color")) return coloured;
  if ((environment.NO_COLOR ?? "") !== "") return plain;
  const forced = environment.FORCE_COLOR ?? "";
  if (forced !== "") return forced === "0" ? plain : coloured;
  return output.isTerminal && environment.TERM !== "dumb" ? coloured : plain;
}
