import type { Directive } from "../model.ts";
import type { Part, Span, Text } from "../place.ts";
import { slug } from "../values/slug.ts";
import type { Heading, PartBlocks, Stretch } from "./blocks.ts";
import { githubSlug } from "./github-slug.ts";
import type { PartGate } from "./make-gate.ts";
import type { AnyPiece, PartField } from "./pieces.ts";
import { plain, textAt, unescapeMarkdown } from "./prose.ts";
import { blanksInFence, blanksInProse, type PartPlaceholder } from "./read-blanks.ts";
import { readBlocks } from "./read-blocks.ts";
import { readDirectives } from "./read-directives.ts";
import { readGates } from "./read-gates.ts";
import { type Link, linkTo, readLinks } from "./read-links.ts";
import { readPieces } from "./read-pieces.ts";
import { type RollbackReading, readRollback, type Topic } from "./read-rollback.ts";

/** A heading with all that its words tell. */
export interface PartHeading {
  readonly level: number;
  /** Without emphasis marks and numbering kept: as a reader sees it. */
  readonly title: string;
  readonly text: Text;
  /** Its whole line (or lines, with an underline). */
  readonly line: Span;
  /** Slugs that it may be known by: the whole title, and what stands before a colon, dash or parenthesis. */
  readonly slugs: readonly string[];
  readonly anchor: string;
}

/** One heading of a part with what stands under it; read once, whatever document it ends up in. */
export class Passage {
  readonly part: Part;
  readonly heading: PartHeading | undefined;
  readonly pieces: readonly AnyPiece[];
  readonly gates: readonly PartGate[];
  readonly fields: readonly PartField[];
  readonly links: readonly Link[];
  /** Nothing but blank lines, comments and rules. */
  readonly empty: boolean;
  readonly #rollback = new Map<Topic, RollbackReading>();

  constructor(part: Part, { heading, blocks }: Stretch, links: readonly Link[]) {
    this.part = part;
    this.heading = heading === undefined ? undefined : readHeading(part, heading);
    this.pieces = readPieces(part, blocks);
    this.gates = readGates(part, this.pieces);
    this.fields = fieldsOf(this.pieces);
    this.links = links;
    this.empty = !blocks.some((block) => block.type !== "rule" && (block.type !== "html" || says(part, block)));
  }

  /** What it says of a rollback when it stands under that topic. */
  rollback(topic: Topic): RollbackReading {
    let reading = this.#rollback.get(topic);
    if (reading === undefined) {
      reading = readRollback(this, topic);
      this.#rollback.set(topic, reading);
    }
    return reading;
  }
}

/** All that a part says by itself; places count from its start. */
export interface PartContent {
  readonly passages: readonly Passage[];
  readonly placeholders: readonly PartPlaceholder[];
  readonly links: readonly Link[];
  /** Labels of link reference definitions, normalised. */
  readonly definitions: readonly string[];
  readonly directives: readonly Directive[];
  /** Anchors besides its section headings: headings in lists and quotes, `<a id>`. */
  readonly anchors: readonly string[];
}

/** Reads a part of Markdown (no front matter) on its own. Never throws. */
export function readPart(part: Part): PartContent {
  const blocks = readBlocks(part.text);
  const definitions = blocks.definitions.map(({ target }) => linkTo(part, target));
  const inline = blocks.prose.flatMap((run) => readLinks(part, run));
  const links = [...inline, ...definitions].sort(byPlace);
  let taken = 0;
  const passages = blocks.stretches.map((stretch, index) => {
    const end = blocks.stretches[index + 1]?.heading?.line.start ?? part.text.length;
    const first = taken;
    while (taken < links.length && (links[taken]?.target.at.start ?? end) < end) taken++;
    return new Passage(part, stretch, links.slice(first, taken));
  });
  const fences = passages.flatMap(({ pieces }) => pieces.filter((piece) => piece.type === "fence"));
  return {
    passages,
    placeholders: [
      ...blocks.prose.flatMap((run) => blanksInProse(part, run)),
      ...fences.flatMap((fence) => blanksInFence(part, fence)),
    ].sort((a, b) => a.at.start - b.at.start),
    links,
    definitions: blocks.definitions.map(({ label }) => label),
    directives: commentsOf(part, blocks),
    anchors: anchorsOf(part, blocks),
  };
}

const byPlace = (a: Link, b: Link): number => a.target.at.start - b.target.at.start;

/** What makes one emoji of several characters; left behind when an emoji is dropped. */
const emojiJoiners = /\uFE0E|\uFE0F|\u200D|\u20E3/g;

function readHeading(part: Part, { level, text, line }: Heading): PartHeading {
  const source = part.text.slice(text.start, text.end);
  const title = plain(unescapeMarkdown(source));
  const shorter = [/[:：]/, /\s[–—-]\s/, /\(/].map((mark) => title.split(mark)[0] ?? "");
  const slugs = [title, ...shorter].map((text) => slug(text.replace(emojiJoiners, ""))).filter((key) => key !== "");
  return { level, title, text: textAt(part, text), line, slugs: [...new Set(slugs)], anchor: githubSlug(title) };
}

function fieldsOf(pieces: readonly AnyPiece[]): readonly PartField[] {
  return pieces.flatMap((piece) => {
    if (piece.type === "table") return tableFields(piece);
    return "field" in piece && piece.field !== undefined && piece.field.key !== "" ? [piece.field] : [];
  });
}

/** The rows of a two-column table are fields, but for those that hold a box. */
function tableFields(table: Extract<AnyPiece, { type: "table" }>): readonly PartField[] {
  if (table.columns.length !== 2) return [];
  return table.rows.flatMap(([label, value]) => {
    if (label === undefined || value === undefined || /^\[[ xX]\]/.test(value.value)) return [];
    const key = slug(plain(label.value));
    return key === "" ? [] : [{ key, label, value }];
  });
}

function says(part: Part, html: Span): boolean {
  const text = part.text.slice(html.start, html.end).replace(/<!--[\s\S]*?(?:-->|$)/g, "");
  return text.trim() !== "";
}

function commentsOf(part: Part, { stretches, prose }: PartBlocks): readonly Directive[] {
  if (!part.text.includes("release-docs-")) return [];
  const html = stretches.flatMap(({ blocks }) => blocks.filter((block) => block.type === "html"));
  return [...html, ...prose].flatMap((run) => readDirectives(part, run)).sort((a, b) => a.at.start - b.at.start);
}

function anchorsOf(part: Part, { stretches, innerHeadings, prose }: PartBlocks): readonly string[] {
  const inner = innerHeadings.map(({ start, end }) => githubSlug(plain(part.text.slice(start, end))));
  if (!/<[a-z][^>]{0,300}?\s(?:id|name)\s*=/i.test(part.text)) return inner;
  const html = stretches.flatMap(({ blocks }) => blocks.filter((block) => block.type === "html"));
  const named = [...html, ...prose].flatMap(({ start, end }) =>
    [...part.text.slice(start, end).matchAll(/\s(?:id|name)\s*=\s*["']?([^"'\s>]+)/gi)].map((match) => match[1] ?? ""),
  );
  return [...inner, ...named];
}
