import type { Range, TextEdit } from "vscode-languageserver-types";
import type { TextChange } from "../text/place.ts";
import { formatYaml } from "../text/yaml/format/format-yaml.ts";
import type { FeatureContext } from "./feature.ts";
import { formatTables } from "./format/format-tables.ts";
import { rangeOf } from "./range-of.ts";

/** How the editor indents; what it does not say is two spaces. */
export interface FormatOptions {
  readonly tabSize?: number;
}

/**
 * The edits that give a document its usual spacing: YAML indentation and blanks, aligned tables in Markdown. Comments, quotes
 * and values stay; where they might not, there are no edits.
 */
export function format(context: FeatureContext, options: FormatOptions = {}): readonly TextEdit[] {
  const { text, format: language } = context.assessment.document;
  return edits(context, language === "yaml" ? formatYaml(text, options.tabSize) : formatTables(text));
}

/** The same for the top-level entries, or the tables, that a range touches. */
export function formatRange(context: FeatureContext, range: Range, options: FormatOptions = {}): readonly TextEdit[] {
  const { text, format: language } = context.assessment.document;
  const within = { start: context.lines.offset(range.start), end: context.lines.offset(range.end) };
  return edits(context, language === "yaml" ? formatYaml(text, options.tabSize, within) : formatTables(text, within));
}

const edits = ({ lines }: FeatureContext, changes: readonly TextChange[]): readonly TextEdit[] =>
  changes.map(({ text, ...span }) => ({ range: rangeOf(lines, span), newText: text }));
