import type { TextChange } from "./place.ts";

/** Two neighbouring runs of lines: the first from `start` to `middle`, the second from there to `end`. */
export interface Neighbours {
  readonly start: number;
  readonly middle: number;
  readonly end: number;
}

/**
 * Puts the second of two neighbouring runs of lines before the first. What sets runs apart stays where it is: the blank
 * lines at the end of each, and a line that `isRule` says is only a rule between blank lines; so the last of a text ends as
 * the last did before.
 */
export function swapBlocks(
  text: string,
  { start, middle, end }: Neighbours,
  isRule: (line: string) => boolean = () => false,
): TextChange {
  const first = text.slice(start, middle);
  const second = text.slice(middle, end);
  const [own, other] = [bodyLength(first, isRule), bodyLength(second, isRule)];
  const swapped = second.slice(0, other) + first.slice(own) + first.slice(0, own) + second.slice(other);
  return { start, end, text: swapped };
}

/** How much of a run is no separation. */
function bodyLength(run: string, isRule: (line: string) => boolean): number {
  const body = run.trimEnd();
  const line = body.slice(body.lastIndexOf("\n") + 1);
  const above = body.slice(0, body.length - line.length);
  return isRule(line) && /\n[ \t]*\r?\n$/.test(above) ? above.trimEnd().length : body.length;
}
