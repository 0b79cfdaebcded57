import { type CompletionItem, CompletionItemKind } from "vscode-languageserver-types";
import { declaresManifest, formatOf } from "../document/identity.ts";
import { createKindRegistry } from "../schema/registry.ts";
import type { Format } from "../text/format.ts";
import { createLineIndex, type LinePosition } from "../text/line-index.ts";
import { runStart } from "../text/values/text-end.ts";
import { completeYaml } from "./completion/complete-yaml.ts";
import { documentSkeleton } from "./completion/document-skeleton.ts";
import { knownNames } from "./completion/known-names.ts";
import { manifestSkeleton } from "./completion/manifest-snippets.ts";
import { type Suggestion, toCompletionItems } from "./completion/suggestion.ts";
import type { Vocabulary } from "./completion/vocabulary.ts";

/** Names that say which kind a new Markdown file will be. */
const names: Readonly<Record<string, string>> = {
  "release-manifest": "ReleaseManifest",
  "release-runbook": "ReleaseRunbook",
  "release-plan": "ReleasePlan",
  "release-management-plan": "ReleaseManagementPlan",
  "release-checklist": "ReleaseChecklist",
};

/**
 * Completes a file that is not ours yet but is named like one: the whole document while it is empty, and in YAML the keys
 * of a manifest until it is declared. Empty for every other file, and for a file that says it is something else.
 */
export async function completeUndeclared(
  uri: string,
  text: string,
  asked: LinePosition,
  { today = "" }: { readonly today?: string } = {},
): Promise<readonly CompletionItem[]> {
  const kind = kindNamed(uri);
  const format = formatOf(uri);
  if (kind === undefined || format === undefined) return [];
  const lines = createLineIndex(text);
  const position = lines.within(asked);
  if (format === "markdown") return isFresh(text, format) ? [...documentItems(kind, text, position)] : [];
  if (kind !== "ReleaseManifest" || declaresManifest(text) || isForeign(text)) return [];
  const schema = createKindRegistry().find(kind, "yaml")?.schema;
  if (schema === undefined) return [];
  const vocabulary: Vocabulary = {
    today,
    rules: [],
    statuses: [],
    names: async () => knownNames(undefined, []),
    paths: async () => [],
  };
  const keys = await completeYaml({ text, lines, schema, vocabulary }, position);
  return isFresh(text, format) ? [...manifestItems(text, position, today), ...keys] : keys;
}

/** The kind that a file is named for: `release-runbook.md`, `v2.release-manifest.yaml`. */
function kindNamed(uri: string): string | undefined {
  const file = uri.slice(uri.lastIndexOf("/") + 1).toLowerCase();
  const name = /^(.+)\.(?:ya?ml|md)$/.exec(file)?.[1] ?? "";
  return names[name.slice(name.lastIndexOf(".") + 1)];
}

/** Nothing is written yet but a word, blank lines, and in YAML comments. */
const isFresh = (text: string, format: Format): boolean =>
  /^[\w-]*$/.test((format === "yaml" ? text.replace(/^[ \t]*#.*$/gm, "") : text).replace(/^\uFEFF/, "").trim());

/** It has an `apiVersion` or a `kind` of somebody else. */
function isForeign(text: string): boolean {
  for (const [, key, rest = ""] of text.matchAll(/^(apiVersion|kind):(.*)/gm)) {
    const value = /^["']?([^\s#"'].*)/.exec(rest.trim())?.[1];
    if (value === undefined) continue;
    const isOurs = key === "kind" ? isBegun(value, "ReleaseManifest") : isBegun(value, "release-docs");
    if (!isOurs && !(key === "apiVersion" && value.startsWith("release-docs/"))) return true;
  }
  return false;
}

/** A word that is being typed: letters of the whole, in order. */
function isBegun(value: string, whole: string): boolean {
  const typed = value.replace(/["']?[ \t]{0,9}$/, "");
  let at = 0;
  for (const character of whole) if (typed.charAt(at) === character) at++;
  return at === typed.length;
}

function manifestItems(text: string, position: LinePosition, today: string): readonly CompletionItem[] {
  const whole = manifestSkeleton(today);
  if (whole === undefined) return [];
  return wholeDocument(text, position, {
    label: whole.title,
    detail: whole.description,
    text: `${whole.lines.join("\n")}\n`,
    filter: `apiVersion ${whole.title}`,
    kind: CompletionItemKind.Snippet,
  });
}

function documentItems(name: string, text: string, position: LinePosition): readonly CompletionItem[] {
  const kind = createKindRegistry().find(name, "markdown");
  if (kind === undefined) return [];
  return wholeDocument(text, position, {
    label: kind.title,
    detail: "The whole document, declared, with its sections in order",
    text: documentSkeleton(kind),
    kind: CompletionItemKind.Snippet,
  });
}

function wholeDocument(
  text: string,
  { line, character }: LinePosition,
  suggestion: Suggestion,
): readonly CompletionItem[] {
  const span = createLineIndex(text).line(line);
  const written = text.slice(span.start, span.end);
  const start = runStart(written, /[\w-]/, Math.min(written.length, character));
  if (written.slice(0, start).trim() !== "") return [];
  const range = { start: { line, character: start }, end: { line, character: Math.min(written.length, character) } };
  return toCompletionItems([{ ...suggestion, snippet: true, preselect: true }], range);
}
