import { type CompletionItem, CompletionItemKind } from "vscode-languageserver-types";
import configuration from "../../../schemas/release-docs-config.schema.json" with { type: "json" };
import type { RuleMetadata } from "../rules/rule.ts";
import { createLineIndex, type LinePosition } from "../text/line-index.ts";
import { completeYaml } from "./completion/complete-yaml.ts";
import { knownNames } from "./completion/known-names.ts";
import type { BlockSuggestion } from "./completion/schema-keys.ts";
import { SnippetWriter } from "./completion/snippet.ts";
import type { Vocabulary } from "./completion/vocabulary.ts";

/** What completion in a configuration file knows besides its text. */
export interface ConfigurationSurroundings {
  /** `YYYY-MM-DD`, UTC; for freeze windows. */
  readonly today?: string;
  /** Keys of the sections of our kinds, for `sections:`. */
  readonly sections?: readonly string[];
  /** Relative paths of files that `extends` and `schema` may name. */
  paths?(): Promise<readonly string[]>;
}

/** Completes `.release-docs.yaml`: keys, values, rule ids and families. `text` need not parse. */
export function completeConfiguration(
  text: string,
  asked: LinePosition,
  rules: readonly RuleMetadata[],
  { today = "", sections = [], paths = async () => [] }: ConfigurationSurroundings = {},
): Promise<readonly CompletionItem[]> {
  const lines = createLineIndex(text);
  const vocabulary: Vocabulary = {
    today,
    rules,
    statuses: [],
    names: async () => knownNames(undefined, []),
    paths,
  };
  const openKeys = (pointer: readonly (string | number)[]): readonly BlockSuggestion[] => {
    if (pointer.at(-1) === "rules") return ruleKeys(rules);
    return pointer.join("/") === "sections" ? sections.map(sectionKey) : [];
  };
  return completeYaml({ text, lines, schema: configuration, vocabulary, openKeys }, lines.within(asked));
}

const severities = (): string => new SnippetWriter().choice(["off", "hint", "information", "warning", "error"]);

function ruleKeys(rules: readonly RuleMetadata[]): readonly BlockSuggestion[] {
  const families = [...new Set(rules.map(({ id }) => id.slice(0, id.indexOf("/"))))];
  return [
    ...rules.map(
      ({ id, title, rationale }): BlockSuggestion => ({
        label: id,
        detail: title,
        documentation: rationale,
        kind: CompletionItemKind.EnumMember,
        lines: [`${id}: ${severities()}`],
      }),
    ),
    ...families.map(
      (family): BlockSuggestion => ({
        label: `${family}/*`,
        detail: `All rules of ${family}`,
        kind: CompletionItemKind.EnumMember,
        lines: [`${family}/*: ${severities()}`],
      }),
    ),
  ];
}

const sectionKey = (key: string): BlockSuggestion => ({
  label: key,
  kind: CompletionItemKind.Property,
  lines: [`${key}: ["${new SnippetWriter().blank("[Title]")}"]`],
});
