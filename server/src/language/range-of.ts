import type { Range } from "vscode-languageserver-types";
import type { LineIndex } from "../text/line-index.ts";
import type { Span } from "../text/place.ts";

/** A span of offsets as an LSP range. `lines` must index the text that the span counts in. */
export function rangeOf(lines: LineIndex, { start, end }: Span): Range {
  return { start: lines.position(start), end: lines.position(end) };
}
