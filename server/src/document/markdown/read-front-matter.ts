import { isMap, isScalar, isSeq, type Node, parseDocument } from "yaml";
import { refuse } from "../guard.ts";
import type { JsonObject, JsonValue, Problem, ValuePlace } from "../model.ts";
import type { Part, Place, Text } from "../place.ts";
import { slug } from "../values/slug.ts";
import { PartField } from "./part-field.ts";
import { textAt } from "./prose.ts";

/** The YAML at the top of a document. */
export interface FrontMatter {
  /** Without prototypes; absent when it cannot be read. */
  readonly value?: JsonObject;
  /** Its scalars; those of a list are one field each. */
  readonly fields: readonly PartField[];
  readonly places: ReadonlyMap<string, ValuePlace>;
  readonly problems: readonly Problem[];
}

const deepestValue = 20;

/** Reads a front-matter part, its `---` lines included. Never throws; what is wrong is a problem. */
export function readFrontMatter(part: Part): FrontMatter {
  const start = part.text.indexOf("\n") + 1;
  const body = part.text.slice(start).replace(/(?:---|\.\.\.)[ \t]*\r?\n?$/, "");
  const whole = { part, start: 0, end: Math.max(3, part.text.trimEnd().length) };
  const refusal = refuse(body, "yaml");
  if (refusal !== undefined) {
    return { fields: [], places: new Map(), problems: [{ rule: "syntax/limit", message: refusal, at: whole }] };
  }
  try {
    return readBody(part, body, start, whole);
  } catch {
    return { fields: [], places: new Map(), problems: [problem(whole, "The front matter cannot be read")] };
  }
}

const problem = (at: Place, message: string): Problem => ({
  rule: "syntax/front-matter",
  message: `${message}: correct the YAML between the --- lines`,
  at,
});

function readBody(part: Part, body: string, start: number, whole: Place): FrontMatter {
  const document = parseDocument(body, { logLevel: "silent", prettyErrors: false, version: "1.2" });
  const fault = document.errors[0];
  if (fault !== undefined) {
    const from = Math.min(start + fault.pos[0], part.text.length);
    const to = Math.min(Math.max(start + fault.pos[1], from + 1), part.text.length);
    const message = `The front matter is no valid YAML (${fault.code.toLowerCase().replaceAll("_", " ")})`;
    return { fields: [], places: new Map(), problems: [problem({ part, start: from, end: to }, message)] };
  }
  const root = document.contents;
  if (root === null) return { value: Object.create(null), fields: [], places: new Map(), problems: [] };
  if (!isMap(root)) {
    return { fields: [], places: new Map(), problems: [problem(whole, "The front matter holds no keys with values")] };
  }
  const fields: PartField[] = [];
  const places = new Map<string, ValuePlace>();
  const value: Record<string, JsonValue> = Object.create(null);
  for (const { key, value: node } of root.items) {
    if (!isScalar(key) || !hasRange(key)) continue;
    const name = String(key.value);
    const label = scalarText(part, body, start, key);
    const text = hasRange(node) ? scalarText(part, body, start, node) : textOf(part, label.at.end, label.at.end);
    value[name] = jsonOf(node, 0);
    places.set(name, { key: label.at, value: text.at });
    for (const each of isSeq(node) ? node.items : [node]) {
      if (isScalar(each) && hasRange(each))
        fields.push(new PartField(slug(name), label, scalarText(part, body, start, each)));
    }
  }
  return { value, fields, places, problems: [] };
}

type Ranged = Node & { readonly range: readonly [number, number, number] };

const hasRange = (node: unknown): node is Ranged =>
  typeof node === "object" && node !== null && "range" in node && Array.isArray(node.range);

/** The source of a scalar without its quotes. */
function scalarText(part: Part, body: string, offset: number, node: Ranged): Text {
  const [from, to] = node.range;
  const source = body.slice(from, to);
  const quoted = source.length > 1 && /^(["']).*\1$/s.test(source);
  const end = from + source.trimEnd().length;
  return quoted ? textOf(part, offset + from + 1, offset + to - 1) : textOf(part, offset + from, offset + end);
}

const textOf = (part: Part, start: number, end: number): Text => textAt(part, { start, end });

/** A node as data; aliases, tags and deep nesting are left out. */
function jsonOf(node: unknown, depth: number): JsonValue {
  if (depth > deepestValue) return null;
  if (isScalar(node)) return scalarOf(node.value);
  if (isSeq(node)) return node.items.map((item) => jsonOf(item, depth + 1));
  if (!isMap(node)) return null;
  const value: Record<string, JsonValue> = Object.create(null);
  for (const pair of node.items) {
    if (isScalar(pair.key)) value[String(pair.key.value)] = jsonOf(pair.value, depth + 1);
  }
  return value;
}

const scalarOf = (value: unknown): JsonValue =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean" || value === null
    ? value
    : String(value);
