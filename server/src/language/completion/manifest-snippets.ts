import snippets from "../../../../snippets/release-manifest.code-snippets.json" with { type: "json" };
import type { Pointer } from "../../text/json.ts";
import { type JsonSchema, knownProperties, schemasAt } from "../../text/json-schema.ts";
import { createLineIndex } from "../../text/line-index.ts";
import { readYamlLine } from "../../text/yaml/cursor/yaml-line.ts";
import { YamlScan } from "../../text/yaml/cursor/yaml-scan.ts";
import { plainText } from "./snippet.ts";

/** A whole piece of a manifest: one of the snippets that the extension also offers by its prefix. */
export interface ManifestSnippet {
  readonly title: string;
  readonly description: string;
  /** Lines in snippet syntax, the first at no indentation, without the dash of an item. */
  readonly lines: readonly string[];
  /** The key that it begins with. */
  readonly key: string;
  /** Number of keys that it brings to its map. */
  readonly keys: number;
}

const all: readonly (ManifestSnippet & { readonly item: boolean; readonly plain: readonly string[] })[] = Object.values(
  snippets,
).flatMap(({ body, prefix, description }) => {
  const lines = body.filter((line) => line !== "$0");
  const item = lines[0]?.startsWith("- ") ?? false;
  const own = item ? lines.map((line) => line.slice(2)) : lines;
  const plain = own.map(plainText);
  const read = readYamlLine(plain[0] ?? "");
  if (read.key === undefined) return [];
  const keys = plain.filter((line) => /^\S[^#]*:(?:\s|$)/.test(line)).length;
  return [{ title: titleOf(prefix), description, lines: own, key: read.key.name, keys, item, plain }];
});

/** The name of a snippet in `snippets`. */
function titleOf(prefix: string): string {
  return Object.entries(snippets).find(([, snippet]) => snippet.prefix === prefix)?.[0] ?? prefix;
}

/** The whole manifest that an empty file can begin with. */
export function manifestSkeleton(today: string): ManifestSnippet | undefined {
  const whole = all.find(({ key }) => key === "apiVersion");
  return whole && dated(whole, today);
}

/** Snippets whose keys the schema knows in an item of the list at `pointer` (which ends with an index). */
export function itemSnippets(root: JsonSchema, pointer: Pointer, today: string): readonly ManifestSnippet[] {
  return all.filter((snippet) => snippet.item && fits(root, pointer, snippet)).map((snippet) => dated(snippet, today));
}

/** Snippets that bring one key or more to the map at `pointer`. */
export function keySnippets(root: JsonSchema, pointer: Pointer, today: string): readonly ManifestSnippet[] {
  return all
    .filter((snippet) => !snippet.item && snippet.key !== "apiVersion" && fits(root, pointer, snippet))
    .map((snippet) => dated(snippet, today));
}

function fits(root: JsonSchema, pointer: Pointer, { key, plain }: (typeof all)[number]): boolean {
  if (!knownProperties(schemasAt(root, pointer)).includes(key)) return false;
  const text = plain.join("\n");
  const scan = new YamlScan(text, createLineIndex(text));
  return plain.every((line, row) => {
    const read = readYamlLine(line);
    if (read.key === undefined) return true;
    const place = scan.placeOf(row, read.column, read.dashes, true);
    return knownProperties(schemasAt(root, [...pointer, ...place.pointer])).includes(read.key.name);
  });
}

function dated(snippet: ManifestSnippet, today: string): ManifestSnippet {
  const lines = snippet.lines.map((line) => line.replace(/\$CURRENT_YEAR-\$CURRENT_MONTH-\$CURRENT_DATE/g, today));
  return { ...snippet, lines };
}
