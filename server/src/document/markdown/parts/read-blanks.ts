import { codeSpans, withoutCode } from "../../../text/markdown/code-spans.ts";
import type { FencePiece } from "../../../text/markdown/pieces/pieces.ts";
import { normaliseLabel } from "../../../text/markdown/read-blocks.ts";
import type { Part, Span } from "../../../text/place.ts";
import { findPlaceholders } from "../../../words/placeholder.ts";
import type { Placeholder } from "../../model.ts";
import { isProseFence } from "../gates/fence-gates.ts";

/** A placeholder, unless the document defines a link of its label. */
export interface PartPlaceholder {
  readonly placeholder: Placeholder;
  readonly label?: string;
}

const neverBlank = new Set(["mermaid", "markdown", "md", "json", "jsonc", "json5", "html", "xml", "svg", "diff"]);

/** A longer line is no prose that anybody wrote, and would only cost time. */
const longestLine = 5000;

/** The placeholders of a run of prose. */
export function blanksInProse(part: Part, run: Span): readonly PartPlaceholder[] {
  return blanksIn(part, run, "prose");
}

/** The placeholders of a fence: as in prose where it is no code. */
export function blanksInFence(part: Part, fence: FencePiece): readonly PartPlaceholder[] {
  if (neverBlank.has(fence.language)) return [];
  const prose = isProseFence(fence.language) && !/^ya?ml$/.test(fence.language);
  return fence.lines.flatMap((line) => blanksIn(part, line, prose ? "prose" : "code"));
}

function blanksIn(part: Part, run: Span, mode: "prose" | "code"): readonly PartPlaceholder[] {
  const source = part.text.slice(run.start, run.end);
  if (source.length > longestLine && source.split("\n").some((line) => line.length >= longestLine)) return [];
  return spansIn(source, mode).map(({ start, end }) => {
    const text = source.slice(start, end);
    const bracket = mode === "prose" ? /^\[([^\][]*)\]$/.exec(text)?.[1] : undefined;
    return {
      placeholder: { text, at: { part, start: run.start + start, end: run.start + end } },
      ...(bracket === undefined ? {} : { label: normaliseLabel(bracket) }),
    };
  });
}

/** Long runs of backticks are paired here, in linear time, before the text is searched. */
function spansIn(source: string, mode: "prose" | "code"): readonly Span[] {
  if (mode === "code" || !source.includes("```")) return findPlaceholders(source, mode);
  const inCode = codeSpans(source).flatMap(({ start, end }) =>
    findPlaceholders(source.slice(start, end), "code").map((span) => ({
      start: start + span.start,
      end: start + span.end,
    })),
  );
  const inProse = findPlaceholders(withoutCode(source).replaceAll("`", " "), "prose");
  return [...inCode, ...inProse].sort((one, other) => one.start - other.start);
}
