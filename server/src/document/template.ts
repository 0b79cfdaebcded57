import { seenOnly } from "../text/markdown/seen-only.ts";
import { isOptionList } from "../text/values/option-list.ts";
import { textHas } from "../words/lists.ts";
import { isPlaceholder } from "../words/placeholder.ts";
import type { Gate, ReleaseFacts, TemplateSource } from "./model.ts";

/** What tells a blank to be copied from one real release. */
export interface TemplateEvidence {
  readonly uri: string;
  readonly title: string | undefined;
  readonly facts: ReleaseFacts;
  readonly gates: readonly Gate[];
  /** `template:` of the front matter. */
  readonly stated: boolean | undefined;
}

const hasWord = textHas("template");
const saysTemplate = (name: string): boolean => hasWord(name.replaceAll("_", " "));
const segment = /(?:^|\/)(?:templates?|ISSUE_TEMPLATE)\//i;

/**
 * What makes a document a template (design: *Template or run*): it says so, is named so, or is still blank: its version, date
 * or owner stands as a placeholder, none of them is filled, nothing is ticked. `undefined`: it is a run. Of a title counts
 * what its reader sees.
 */
export function templateSource({ uri, title, facts, gates, stated }: TemplateEvidence): TemplateSource | undefined {
  if (stated !== undefined) return stated ? "front matter" : undefined;
  const path = decodePath(uri);
  if (segment.test(path) || saysTemplate(path.slice(path.lastIndexOf("/") + 1))) return "path";
  if (title !== undefined && saysTemplate(seenOnly(title))) return "title";
  const values = [facts.version, facts.date, ...facts.owners].filter((text) => text !== undefined && text.value !== "");
  const blank = (value: string): boolean => isPlaceholder(value) || isOptionList(value);
  if (values.length === 0 || !values.every((text) => text !== undefined && blank(text.value))) return undefined;
  return gates.every((gate) => gate.state === "open") ? "blank" : undefined;
}

function decodePath(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
