import type { CompletionItem } from "vscode-languageserver-types";
import { completeMarkdown } from "./completion/complete-markdown.ts";
import { completeYaml } from "./completion/complete-yaml.ts";
import { vocabularyOf } from "./completion/vocabulary.ts";
import type { PositionFeature } from "./feature.ts";

/** Characters at which an editor asks by itself. */
export const completionTriggers: readonly string[] = ["[", "(", "#", "@", '"', "'", "|", " ", ":", "-", "/"];

/**
 * What can be written at a position: keys, values, whole items, names and files in a manifest; sections, rows, gates, fields
 * and links in Markdown. Reads the text around the position, so that it also answers where nothing parses.
 */
export const complete: PositionFeature<readonly CompletionItem[]> = (context, asked) => {
  const position = context.lines.within(asked);
  const { document, kind } = context.assessment;
  const vocabulary = vocabularyOf(context);
  if (document.format === "markdown") return completeMarkdown(context, position, vocabulary);
  return completeYaml({ text: document.text, lines: context.lines, schema: kind.schema, vocabulary }, position);
};
