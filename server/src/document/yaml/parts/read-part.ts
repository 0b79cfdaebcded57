import { tooDeep } from "../../../text/guard.ts";
import type { Part, Place, Span } from "../../../text/place.ts";
import type { DuplicateKey } from "../../../text/yaml/conversion.ts";
import { emptyNode, type MapEntry, type YamlNode } from "../../../text/yaml/node.ts";
import { type ParsedYaml, parseYaml } from "../../../text/yaml/parse-yaml.ts";
import { sentenceFor } from "../../../text/yaml/problem-sentences.ts";
import { readPlain } from "../../../text/yaml/read-plain.ts";
import type { Shape } from "../../../text/yaml/shape.ts";
import type { Leaf } from "../../../text/yaml/split-parts.ts";
import { maskTraps, trapsIn } from "../../../text/yaml/traps.ts";
import type { Directive, Problem } from "../../model.ts";
import { findDirectives } from "./directives.ts";
import { type Harvest, harvest } from "./harvest.ts";
import { hiddenInYaml } from "./hidden-in-yaml.ts";
import { contentOf, lineFrom, syntaxProblem, unquoted } from "./problems.ts";

/** A part that was read; it holds as long as its text, form and shape do. */
export interface PartReading extends Harvest {
  readonly part: Part;
  readonly form: Leaf["form"] | "header";
  /** The shape of the map or list that the part belongs to. */
  readonly shape: Shape;
  /** Forms `entry` and `header`: the key; of a header, its value stands in other parts. */
  readonly entry: MapEntry | undefined;
  /** Forms `item` and `whole`. */
  readonly node: YamlNode | undefined;
  readonly problems: readonly Problem[];
  readonly duplicates: readonly DuplicateKey[];
  readonly directives: readonly Directive[];
  /** Where its content begins: its key, its dash. */
  readonly contentStart: number;
  readonly unreadable: boolean;
  readonly anchored: boolean;
  /** The part is not what the split took it for: the text must be read as a whole. */
  readonly uncertain: boolean;
}

/** Reads the value of a part. */
interface TextReading {
  /** As the parser read it. */
  readonly text: string;
  readonly node: YamlNode | undefined;
  readonly problems: readonly Problem[];
  readonly duplicates: readonly DuplicateKey[];
  readonly unreadable: boolean;
  readonly anchored: boolean;
}

/** Reads a part that is no header. Never throws. `key`: what the items of its list are named by, as far as known. */
export function readPart(part: Part, form: Leaf["form"], shape: Shape, keyText: string, keyPlace?: Place): PartReading {
  const read = readText(part, shape);
  const only = form === "entry" ? entryIn(read.node, keyPlace) : undefined;
  const node = form === "item" ? itemIn(read.node) : form === "whole" ? read.node : undefined;
  const unreadable = read.unreadable || form === "stray";
  const broken = keyPlace === undefined ? undefined : entryWithoutValue(keyText, keyPlace);
  const found = unreadable ? undefined : harvest(only?.node ?? node, keyText);
  const content = contentOf(part);
  return {
    part,
    form,
    shape,
    entry: unreadable ? broken : only,
    node: unreadable && form === "item" ? { ...emptyNode(part, content.start), end: content.end } : node,
    problems: [...(form === "stray" ? strayProblems(part, read) : read.problems), ...hiddenInYaml(part)],
    duplicates: unreadable ? [] : read.duplicates,
    directives: findDirectives(part, read.text),
    placeholders: found?.placeholders ?? [],
    references: found?.references ?? [],
    contentStart: only?.key.start ?? read.node?.start ?? content.start,
    unreadable,
    anchored: read.anchored,
    uncertain: isUncertain(form, read, only ?? node),
  };
}

/** Reads the header of a branch, whose form the split made certain. `key` counts from the start of the part. */
export function readHeader(part: Part, shape: Shape, key: Span): PartReading {
  const source = part.text.slice(key.start, key.end);
  const keyText = /^["']/.test(source) ? source.slice(1, -1) : source;
  const place = { part, start: key.start, end: key.end };
  return {
    part,
    form: "header",
    shape,
    entry: entryWithoutValue(keyText, place),
    node: undefined,
    problems: [],
    duplicates: [],
    directives: findDirectives(part),
    placeholders: [],
    references: [],
    contentStart: key.start,
    unreadable: false,
    anchored: false,
    uncertain: false,
  };
}

/** Whether a part holds something else than the split took it for. */
function isUncertain(form: Leaf["form"], read: TextReading, found: MapEntry | YamlNode | undefined): boolean {
  if (read.unreadable || form === "whole") return false;
  return form === "stray" ? read.node?.kind === "map" : found === undefined;
}

/** An entry without a value of its own. */
const entryWithoutValue = (keyText: string, key: Place): MapEntry => ({
  keyText,
  key,
  node: emptyNode(key.part, key.end),
});

function entryIn(node: YamlNode | undefined, key: Place | undefined): MapEntry | undefined {
  if (node?.kind !== "map" || node.flow || node.entries.length !== 1) return undefined;
  const entry = node.entries[0];
  return entry !== undefined && entry.key.start === key?.start ? entry : undefined;
}

function itemIn(node: YamlNode | undefined): YamlNode | undefined {
  return node?.kind === "sequence" && !node.flow && node.items.length === 1 ? node.items[0] : undefined;
}

function readText(part: Part, shape: Shape): TextReading {
  const plain = readPlain(part, shape);
  if (plain !== undefined) {
    return { text: part.text, node: plain, problems: [], duplicates: [], unreadable: false, anchored: false };
  }
  return concluded(part, recovered(part, shape));
}

/** Parses a text; where one of YAML's traps is in the way, it is covered, and the text parsed again. */
function recovered(part: Part, shape: Shape): ParsedYaml {
  const parsed = parseYaml(part, shape);
  let best = parsed;
  let traps: readonly number[] = parsed.error === undefined ? slips(parsed) : trapsIn(part.text);
  for (let round = 0; round < 3 && traps.length > 0; round++) {
    const masked = maskTraps(part.text, traps);
    // A mask may take away what kept brackets and dashes from counting.
    if (masked === undefined || tooDeep(masked) !== undefined) return best;
    const next = parseYaml(part, shape, masked);
    if (next.error !== undefined) return best;
    best = { ...next, anchored: next.anchored || parsed.anchored };
    const more = slips(next);
    if (more.length === 0) return best;
    traps = [...traps, ...more];
  }
  return best;
}

/** Traps that are no errors to the parser. */
const slips = (parsed: ParsedYaml): readonly number[] => [
  ...parsed.touching,
  ...parsed.unresolved.map((place) => place.start),
];

function concluded(part: Part, parsed: ParsedYaml): TextReading {
  const failed = { text: parsed.text, node: undefined, duplicates: [], unreadable: true, anchored: parsed.anchored };
  if (parsed.error !== undefined) return { ...failed, problems: [syntaxProblem(part, parsed, parsed.error)] };
  if (parsed.bomb) {
    const message =
      "The aliases of this document unfold to far more text than a release document holds: write their values out";
    return { ...failed, problems: [{ rule: "syntax/yaml", message, at: contentOf(part) }] };
  }
  const problems: Problem[] = parsed.masked.map((at) => unquoted(at));
  for (const at of parsed.unresolved) {
    if (!parsed.masked.some((masked) => masked.start === at.start)) problems.push(unquoted(at));
  }
  for (const start of parsed.touching) problems.push(unquoted(lineFrom(part, start)));
  problems.sort((a, b) => a.at.start - b.at.start);
  if (parsed.second !== undefined) {
    const message = "Only the first document of this file is read: move what follows into a file of its own";
    problems.push({ rule: "syntax/limit", message, at: lineFrom(part, parsed.second) });
  }
  const { text, node, duplicates, anchored } = parsed;
  return { text, node, problems, duplicates, unreadable: false, anchored };
}

function strayProblems(part: Part, read: TextReading): readonly Problem[] {
  if (read.unreadable && read.problems.length > 0) return read.problems;
  const sentence = sentenceFor("MISSING_CHAR", "Implicit map keys need to be followed by map values");
  return [{ rule: "syntax/yaml", message: sentence.message, at: contentOf(part) }];
}
