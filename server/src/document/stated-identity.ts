import { type Document, isAlias, isMap, isScalar, type Node, parseAllDocuments, type YAMLMap } from "yaml";
import { refuseYaml } from "../text/guard.ts";

/** What a YAML document says that it is: each as its parser reads it. */
export interface StatedIdentity {
  readonly apiVersion?: string;
  readonly kind?: string;
}

const options = { logLevel: "silent", prettyErrors: false, uniqueKeys: false, strict: false, version: "1.2" } as const;
/** How many merges lead to one key at most. */
const deepestMerge = 8;

/**
 * `apiVersion` and `kind` of every document of a YAML text, whatever way they are written: quoted, tagged, as a complex key,
 * in flow style, by an alias or a merge. Never throws. Where the text is too deep or too long for the parser, what looks like it.
 */
export function statedIdentities(text: string): readonly StatedIdentity[] {
  if (refuseYaml(text) !== undefined) return [guessed(text)];
  return documentsOf(text).flatMap((document) => {
    if (!isMap(document.contents)) return [];
    const apiVersion = scalarOf(document, document.contents, "apiVersion", deepestMerge);
    const kind = scalarOf(document, document.contents, "kind", deepestMerge);
    return [{ ...(apiVersion === undefined ? {} : { apiVersion }), ...(kind === undefined ? {} : { kind }) }];
  });
}

function guessed(text: string): StatedIdentity {
  const apiVersion = /release-docs\/[\w.-]{0,40}/.exec(text)?.[0];
  const kind = /kind["']?[ \t]*:[ \t]*["']?([\w-]{1,100})/.exec(text)?.[1];
  return { ...(apiVersion === undefined ? {} : { apiVersion }), ...(kind === undefined ? {} : { kind }) };
}

function documentsOf(text: string): readonly Document[] {
  try {
    const documents = parseAllDocuments(text, options);
    return Array.isArray(documents) ? documents : [];
  } catch {
    // The parser promises not to throw; where it does, the text says nothing.
    return [];
  }
}

function scalarOf(document: Document, map: YAMLMap, name: string, merges: number): string | undefined {
  let merged: string | undefined;
  for (const { key, value } of map.items) {
    const said = textOf(resolved(document, key));
    if (said === name) return textOf(resolved(document, value));
    if (said !== "<<" || merges === 0 || merged !== undefined) continue;
    const other = resolved(document, value);
    if (isMap(other)) merged = scalarOf(document, other, name, merges - 1);
  }
  return merged;
}

function resolved(document: Document, node: unknown): unknown {
  if (!isAlias(node)) return node;
  const target: Node | undefined = node.resolve(document);
  return target;
}

const textOf = (node: unknown): string | undefined =>
  isScalar(node) && (typeof node.value === "string" || typeof node.value === "number")
    ? String(node.value).trim()
    : undefined;
