import { CompletionItemKind } from "vscode-languageserver-types";
import type { ValueSuggestion } from "./value-suggestion.ts";

/** Files that are never what a release document points to. */
const foreign = /(?:^|\/)(?:node_modules|\.git)\//;

/**
 * Relative paths as values: those with the ending of the examples first; folders where an example is one. What is typed
 * decides whether they begin with `./`.
 */
export function suggestPaths(
  paths: readonly string[],
  typed: string,
  examples: readonly string[] = [],
): readonly ValueSuggestion[] {
  const lead = typed.startsWith("./") ? "./" : "";
  const endings = new Set(examples.map(endingOf).filter((ending) => ending !== ""));
  const files = paths.filter((path) => !foreign.test(path));
  const wanted = files.filter((path) => endings.has(endingOf(path)));
  const others = files.filter((path) => !endings.has(endingOf(path)));
  const folders = examples.some((example) => example.endsWith("/")) ? foldersOf(files) : [];
  return [
    ...folders.map((path) => ({ value: lead + path, kind: CompletionItemKind.Folder })),
    ...[...wanted, ...others].map((path) => ({ value: lead + path, kind: CompletionItemKind.File })),
  ];
}

const endingOf = (path: string): string => /\.\w+$/.exec(path)?.[0].toLowerCase() ?? "";

function foldersOf(paths: readonly string[]): readonly string[] {
  const folders = new Set<string>();
  for (const path of paths) {
    for (let slash = path.indexOf("/"); slash !== -1; slash = path.indexOf("/", slash + 1)) {
      folders.add(path.slice(0, slash + 1));
    }
  }
  return [...folders].sort();
}
