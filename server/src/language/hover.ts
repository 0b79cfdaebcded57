import type { Hover, Range } from "vscode-languageserver-types";
import type { FeatureContext, PositionFeature } from "./feature.ts";
import { findingText, ruleText } from "./hover/finding-text.ts";
import { gateText } from "./hover/gate-text.ts";
import { markdownText } from "./hover/markdown-text.ts";
import { schemaHover } from "./hover/schema-hover.ts";
import { targetText } from "./hover/target-text.ts";
import { wordsAt } from "./hover/words-at.ts";

/**
 * What is to be known of a position: what its key or section is for, when its gate is due, its threshold or duration in
 * words, what a reference leads to, and why the rule of a finding there matters. `undefined` where there is nothing to say.
 */
export const hover: PositionFeature<Hover | undefined> = async (context, asked) => {
  const { assessment, lines } = context;
  const position = lines.within(asked);
  const { document } = assessment;
  const offset = lines.offset(position);
  const { start, end } = lines.line(position.line);
  const line = document.text.slice(start, end);
  const described = document.format === "yaml" ? schemaHover(context, position) : markdownText(context, position);
  const parts = [
    described?.text ?? "",
    gateText(context, offset),
    wordsAt(line, offset - start, context.today),
    await targetText(context, offset),
    ruleText(context, line, offset - start),
    ...findingText(context, offset),
  ].filter((part) => part !== "");
  if (parts.length === 0) return undefined;
  return {
    contents: { kind: "markdown", value: parts.join("\n\n---\n\n") },
    ...(described !== undefined && { range: onLine(context, position.line, described) }),
  };
};

/** Columns of a line as a range. */
function onLine({ lines }: FeatureContext, line: number, { start, end }: { start: number; end: number }): Range {
  const length = lines.line(line).end - lines.line(line).start;
  return { start: { line, character: Math.min(start, length) }, end: { line, character: Math.min(end, length) } };
}
