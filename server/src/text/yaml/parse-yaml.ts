import { Composer, type CST, type Document, Parser, type YAMLError } from "yaml";
import type { Part, Place } from "../place.ts";
import { Conversion, type DuplicateKey } from "./conversion.ts";
import type { YamlNode } from "./node.ts";
import type { Shape } from "./shape.ts";

/** What the YAML parser makes of a text, as our own nodes. Offsets count from the start of the part. */
export interface ParsedYaml {
  /** The text as it was parsed, with its masks. */
  readonly text: string;
  /** Absent where the text holds nothing. */
  readonly node: YamlNode | undefined;
  /** The first error, with the span that the parser gives. */
  readonly error:
    | { readonly code: string; readonly message: string; readonly start: number; readonly end: number }
    | undefined;
  readonly duplicates: readonly DuplicateKey[];
  /** Aliases without an anchor before them. */
  readonly unresolved: readonly Place[];
  /** True when aliases would multiply the text beyond measure; their values are left empty. */
  readonly bomb: boolean;
  readonly anchored: boolean;
  /** Where a second document begins, which is not read. */
  readonly second: number | undefined;
  /** `#` of comments that touch their text and stand where a value is missing: `id: #1235`. */
  readonly touching: readonly number[];
  /** Characters that were put in place of others (see `traps.ts`) and stand in plain scalars. */
  readonly masked: readonly Place[];
}

const options = {
  prettyErrors: false,
  keepSourceTokens: false,
  uniqueKeys: false,
  strict: true,
  logLevel: "silent",
  schema: "core",
  resolveKnownTags: false,
} as const;

/**
 * Parses a text with the YAML parser and converts it; its documents are not kept. Never throws.
 *
 * `text` may differ from the part's in single characters (masks); values are taken from the part.
 */
export function parseYaml(part: Part, shape: Shape, text: string = part.text): ParsedYaml {
  const { documents, failure } = firstDocuments(new Parser().parse(text), text.length);
  const [first, next] = documents;
  const conversion = new Conversion(part, text);
  const contents = first?.contents ?? null;
  const node = contents === null ? undefined : conversion.node(contents, shape);
  const empty = node !== undefined && node.kind === "scalar" && node.style === "empty";
  return {
    text,
    node: empty ? undefined : node,
    error:
      failure === undefined
        ? firstError(first?.errors ?? [])
        : { code: "IMPOSSIBLE", message: failure, start: 0, end: 0 },
    duplicates: conversion.duplicates,
    unresolved: conversion.unresolved,
    bomb: conversion.bomb,
    anchored: conversion.anchored,
    second: next?.range[0],
    touching: conversion.touching,
    masked: conversion.masked,
  };
}

/**
 * The first two documents of the tokens of a text. The parser makes an `Error` of each slip: without stacks that costs little.
 */
export function firstDocuments(
  tokens: Iterable<CST.Token>,
  length: number,
): { readonly documents: readonly Document.Parsed[]; readonly failure?: string } {
  const documents: Document.Parsed[] = [];
  const depth = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    for (const document of new Composer(options).compose(tokens, true, length)) {
      documents.push(document);
      if (documents.length === 2) break;
    }
    return { documents };
  } catch (error) {
    return { documents, failure: error instanceof Error ? error.message : String(error) };
  } finally {
    Error.stackTraceLimit = depth;
  }
}

function firstError(errors: readonly YAMLError[]): ParsedYaml["error"] {
  let first: YAMLError | undefined;
  for (const error of errors) {
    // Some documents end before the second one begins: not an error of the first.
    if (error.code === "MULTIPLE_DOCS") continue;
    if (first === undefined || error.pos[0] < first.pos[0]) first = error;
  }
  return first && { code: first.code, message: first.message, start: first.pos[0], end: first.pos[1] };
}
