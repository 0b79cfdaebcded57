import { unreadMarkdown } from "../../../text/guard.ts";
import type { PartBlocks } from "../../../text/markdown/blocks.ts";
import { githubSlug } from "../../../text/markdown/github-slug.ts";
import { plain } from "../../../text/markdown/prose.ts";
import { readBlocks } from "../../../text/markdown/read-blocks.ts";
import type { Part, Span } from "../../../text/place.ts";
import type { Directive, Placeholder, Problem, Reference } from "../../model.ts";
import { Passage } from "./passage.ts";
import { blanksInFence, blanksInProse } from "./read-blanks.ts";
import { readDirectives } from "./read-directives.ts";
import { readHidden } from "./read-hidden.ts";
import { type Link, linkTo, readLinks } from "./read-links.ts";
import { unclosedIn } from "./read-unclosed.ts";

/** All that a part says by itself; places count from its start. */
export interface PartContent {
  readonly passages: readonly Passage[];
  readonly placeholders: readonly Placeholder[];
  /** Placeholders that are none where the document defines a link of their label, by the label. */
  readonly labels: ReadonlyMap<Placeholder, string>;
  readonly references: readonly Reference[];
  /** Labels of link reference definitions, normalised. */
  readonly definitions: readonly string[];
  readonly directives: readonly Directive[];
  /** Anchors besides its section headings: headings in lists and quotes, `<a id>`. */
  readonly anchors: readonly string[];
  readonly problems: readonly Problem[];
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
  const blanks = [
    ...blocks.prose.flatMap((run) => blanksInProse(part, withoutBox(part, run))),
    ...fences.flatMap((fence) => blanksInFence(part, fence)),
  ].sort((a, b) => a.placeholder.at.start - b.placeholder.at.start);
  return {
    passages,
    placeholders: blanks.map(({ placeholder }) => placeholder),
    labels: new Map(blanks.flatMap(({ placeholder, label }) => (label === undefined ? [] : [[placeholder, label]]))),
    references: links.map(({ kind, target }) => ({ kind, target: target.value, at: target.at })),
    definitions: blocks.definitions.map(({ label }) => label),
    directives: commentsOf(part, passages, blocks.prose),
    anchors: anchorsOf(part, passages, blocks),
    problems: [...unreadIn(part, blocks), ...unclosedIn(part, blocks), ...readHidden(part, passages, blocks.prose)],
  };
}

const unreadIn = (part: Part, { unread }: PartBlocks): readonly Problem[] =>
  unread === undefined ? [] : [{ rule: "syntax/limit", message: unreadMarkdown, at: { part, ...unread } }];

/** A task box needs no look: it is no placeholder. */
const withoutBox = ({ text }: Part, { start, end }: Span): Span =>
  text.charCodeAt(start) === 91 && text.charCodeAt(start + 2) === 93 ? { start: start + 3, end } : { start, end };

const byPlace = (a: Link, b: Link): number => a.target.at.start - b.target.at.start;

function commentsOf(part: Part, passages: readonly Passage[], prose: readonly Span[]): readonly Directive[] {
  if (!part.text.includes("release-docs-")) return [];
  const html = passages.flatMap((passage) => passage.html);
  return [...html, ...prose].flatMap((run) => readDirectives(part, run)).sort((a, b) => a.at.start - b.at.start);
}

function anchorsOf(part: Part, passages: readonly Passage[], { innerHeadings, prose }: PartBlocks): readonly string[] {
  const inner = innerHeadings.map(({ start, end }) => githubSlug(plain(part.text.slice(start, end))));
  if (!/<[a-z][^<>]*\s(?:id|name)\s*=/i.test(part.text)) return inner;
  const html = passages.flatMap((passage) => passage.html);
  const named = [...html, ...prose].flatMap(({ start, end }) =>
    [...part.text.slice(start, end).matchAll(/\s(?:id|name)\s*=\s*["']?([^"'\s>]+)/gi)].map((match) => match[1] ?? ""),
  );
  return [...inner, ...named];
}
