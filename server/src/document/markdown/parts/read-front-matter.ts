import { refuseFrontMatter } from "../../../text/guard.ts";
import type { JsonObject } from "../../../text/json.ts";
import { edgesOf } from "../../../text/markdown/front-matter-span.ts";
import type { PartField } from "../../../text/markdown/pieces/part-field.ts";
import { textAt } from "../../../text/markdown/prose.ts";
import type { Part, Place, Span, Text } from "../../../text/place.ts";
import { isSeen } from "../../../text/values/invisible.ts";
import { slug } from "../../../text/values/slug.ts";
import type { MapEntry } from "../../../text/yaml/node.ts";
import { Shape } from "../../../text/yaml/shape.ts";
import type { Problem, ValuePlace } from "../../model.ts";
import { readPart } from "../../yaml/parts/read-part.ts";

/** The YAML at the top of a document. */
export interface FrontMatter {
  /** Without prototypes; absent when it cannot be read. */
  readonly value?: JsonObject;
  /** Its scalars; those of a list are one field each. */
  readonly fields: readonly PartField[];
  readonly places: ReadonlyMap<string, ValuePlace>;
  readonly problems: readonly Problem[];
}

/** Problems that keep their names; all others are those of the front matter. */
const kept: ReadonlySet<Problem["rule"]> = new Set<Problem["rule"]>(["syntax/limit", "syntax/hidden"]);

/** The only version of the format. */
const ours = "release-docs/v1";

/** Nothing is known of what teams write there. */
const anything = new Shape({});

/** Reads a front-matter part, its `---` lines included. Never throws; what is wrong is a problem. */
export function readFrontMatter(part: Part): FrontMatter {
  const { start, end } = edgesOf(part.text).yaml;
  const body = part.text.slice(start, end);
  const whole = { part, start: 0, end: Math.max(3, part.text.trimEnd().length) };
  const refusal = refuseFrontMatter(body);
  if (refusal !== undefined) return unread({ rule: "syntax/limit", message: refusal, at: whole });
  const { node, problems: found } = readPart({ text: body }, "whole", anything, "");
  const here = (at: Span): Place => ({ part, start: start + at.start, end: start + at.end });
  const problems = found.map(
    (problem): Problem => ({
      ...problem,
      rule: kept.has(problem.rule) ? problem.rule : "syntax/front-matter",
      at: here(problem.at),
    }),
  );
  if (node === undefined)
    return problems.length > 0 ? { ...unread(), problems } : { ...unread(), value: Object.create(null) };
  if (node.kind !== "map") {
    const message = "The front matter holds no keys with values: write each as `key: value` between the --- lines";
    return unread({ rule: "syntax/front-matter", message, at: whole });
  }
  const version = otherVersion(node.entries, here);
  const all = version === undefined ? problems : [...problems, version];
  return { value: node.value, ...entriesOf(node.entries, here), problems: all };
}

/** `apiVersion:` of a format that is ours, in a version that is not known. */
function otherVersion(entries: readonly MapEntry[], here: (at: Span) => Place): Problem | undefined {
  const entry = entries.find(({ keyText }) => keyText === "apiVersion");
  const value = entry?.node.value;
  if (entry === undefined || typeof value !== "string") return undefined;
  if (value === ours || !/^release-docs(?:\/|$)/i.test(value)) return undefined;
  const message = `${value.slice(0, 60)} is no version of the format that is known here: write ${ours}`;
  return { rule: "syntax/front-matter", message, at: here(entry.node), replacement: ours };
}

const unread = (...problems: readonly Problem[]): FrontMatter => ({ fields: [], places: new Map(), problems });

/** Scalars as fields, and where every key and value stands. */
function entriesOf(entries: readonly MapEntry[], here: (at: Span) => Place): Pick<FrontMatter, "fields" | "places"> {
  const fields: PartField[] = [];
  const places = new Map<string, ValuePlace>();
  for (const { keyText, key, node } of entries) {
    const label = sourceAt(here(key));
    const text = sourceAt(here(node));
    places.set(keyText, { key: label.at, value: text.at });
    for (const each of node.kind === "sequence" ? node.items : [node]) {
      if (each.kind !== "scalar") continue;
      const value = sourceAt(here(each));
      // An escape shows nothing in the text, and is written out in the source.
      fields.push({ key: slug(keyText), label, value: isSeen(each.text) ? value : { ...value, value: "" } });
    }
  }
  return { fields, places };
}

/** The source of a scalar without its quotes. */
function sourceAt({ part, start, end }: Place): Text {
  const quoted = /^(["']).*\1$/s.test(part.text.slice(start, end)) && end - start > 1;
  return textAt(part, quoted ? { start: start + 1, end: end - 1 } : { start, end });
}
