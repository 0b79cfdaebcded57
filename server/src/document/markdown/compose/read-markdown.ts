import { commonEnds } from "../../../text/common-ends.ts";
import { withLineFeeds } from "../../../text/line-feeds.ts";
import type { PartField } from "../../../text/markdown/pieces/part-field.ts";
import { splitParts } from "../../../text/markdown/split-parts.ts";
import type { Part, Place, Span } from "../../../text/place.ts";
import { frontMatterOf } from "../../identity.ts";
import type { KindDefinition } from "../../kind.ts";
import type { Field, ReleaseDocument } from "../../model.ts";
import { templateSource } from "../../template.ts";
import { MarkdownPart } from "../parts/markdown-part.ts";
import { problemsOf } from "../parts/problems-of.ts";
import type { FrontMatter } from "../parts/read-front-matter.ts";
import { type Anchors, composeAnchors } from "./compose-anchors.ts";
import { composeMilestones, composeSignOffs, composeTests, composeWorkItems } from "./compose-by-role.ts";
import { composeDates, composeFacts, type FactFields } from "./compose-facts.ts";
import { type ComposedGates, composeGates } from "./compose-gates.ts";
import { composeMigrations, migrationsStated } from "./compose-migrations.ts";
import { composeRollback } from "./compose-rollback.ts";
import { composeRollout } from "./compose-rollout.ts";
import { type DocumentValue, documentValue } from "./document-value.ts";
import { gatherParts } from "./gather-parts.ts";
import { type Outline, outlineOf } from "./outline.ts";
import type { Node } from "./outline-node.ts";
import { createSectionMatcher, type SectionMatcher } from "./section-matcher.ts";

/** What the caller has decided before a Markdown text is read. */
export interface MarkdownReadOptions {
  readonly kind: KindDefinition;
  readonly declared: boolean;
  /** `undecided`: the text itself tells whether it is a blank to be copied. */
  readonly template: boolean | "undecided";
  /** More titles for sections, from the configuration: section key → titles. */
  readonly sectionAliases?: Readonly<Record<string, readonly string[]>>;
  /** `createSectionMatcher(kind, sectionAliases)`, for callers that read many documents of a kind; made when absent. */
  readonly matcher?: SectionMatcher;
}

/** Where a document keeps what its writer and its next reading need; no part of the model. */
export const reading = Symbol("reading");

/** How a document was read. */
export interface Reading {
  readonly options: MarkdownReadOptions;
  readonly matcher: SectionMatcher;
  readonly parts: readonly MarkdownPart[];
  readonly outline: Outline;
  readonly frontMatter: FrontMatter | undefined;
  readonly gates: ComposedGates;
  readonly anchors: Anchors;
  readonly data: DocumentValue;
}

export interface MarkdownDocument extends ReleaseDocument {
  readonly [reading]: Reading;
}

export const isMarkdownDocument = (document: ReleaseDocument): document is MarkdownDocument => reading in document;

/**
 * Reads a Markdown text as a release document of a kind. Never throws.
 *
 * With `previous`, an earlier reading of the same file, parts whose text still stands (counted from the front and from the
 * back) are not read again, and sections in which nothing changed keep their gates and data; the result is the same as
 * without it.
 */
export function readMarkdown(
  uri: string,
  text: string,
  options: MarkdownReadOptions,
  previous?: ReleaseDocument,
): ReleaseDocument {
  const earlier = previous !== undefined && isMarkdownDocument(previous) ? previous[reading] : undefined;
  const parts = partsOf(text, earlier?.parts ?? []);
  const sameTitles =
    earlier?.options.kind === options.kind && earlier.options.sectionAliases === options.sectionAliases;
  const known = options.matcher ?? (sameTitles ? earlier.matcher : undefined);
  const matcher = known ?? createSectionMatcher(options.kind, options.sectionAliases);
  return compose(uri, text, options, matcher, parts, earlier);
}

/** Reads another text of a document as the document was read. */
export function readAgain({ uri, [reading]: earlier }: MarkdownDocument, text: string): MarkdownDocument {
  const { options, matcher, parts } = earlier;
  return compose(uri, text, options, matcher, partsOf(text, parts), earlier);
}

/** Cuts a text into parts and takes those of an earlier reading that still stand. */
function partsOf(text: string, earlier: readonly MarkdownPart[]): readonly MarkdownPart[] {
  const found = splitParts(withLineFeeds(text), frontMatterOf);
  const runs: typeof found = found.length > 0 ? found : [{ kind: "body", text: "" }];
  const { front, back } = commonEnds(
    earlier,
    runs,
    (part, run) => part?.text === run?.text && part?.kind === run?.kind,
  );
  return runs.map((run, index) => {
    const fromEnd = runs.length - index;
    const kept = index < front ? earlier[index] : fromEnd <= back ? earlier[earlier.length - fromEnd] : undefined;
    return kept ?? new MarkdownPart(run);
  });
}

function compose(
  uri: string,
  text: string,
  options: MarkdownReadOptions,
  matcher: SectionMatcher,
  parts: readonly MarkdownPart[],
  earlier: Reading | undefined,
): MarkdownDocument {
  const { kind, declared } = options;
  const { passages, placeholders, references, directives, problems } = gatherParts(parts);
  const outline = outlineOf(passages, kind, matcher, earlier?.outline);
  const { nodes, sections, title } = outline;
  const frontMatter = parts.find((part) => part.kind === "front-matter")?.frontMatter;
  const rollout = composeRollout(outline);
  const gates = composeGates(outline, rollout.phaseOf, earlier?.gates);
  const fields = composeFields(nodes, frontMatter);
  const facts = composeFacts(fields, title, kind);
  const milestones = composeMilestones(nodes);
  const stated = migrationsStated(fields.all);
  const rollback = composeRollback(nodes, stated);
  const anchors = composeAnchors(parts, earlier);
  const start: Place = { part: parts[0] ?? { text: "" }, start: 0, end: 0 };
  const data = documentValue({ outline, frontMatter, gates, start }, earlier?.data);
  const evidence = { uri, title: title?.value, facts, gates: gates.gates, stated: statedTemplate(frontMatter) };
  const decided = options.template ? ("configuration" as const) : undefined;
  const template = options.template === "undecided" ? templateSource(evidence) : decided;
  return {
    uri,
    format: "markdown",
    text,
    kind: kind.name,
    declared,
    template: template !== undefined,
    ...(template === undefined ? {} : { templateSource: template }),
    ...(title === undefined ? {} : { title }),
    facts,
    fields: fields.fields,
    sections,
    gates: gates.gates,
    workItems: composeWorkItems(nodes),
    migrations: composeMigrations(nodes, rollback),
    migrationOrder: [],
    ...(stated === undefined ? {} : { migrationsStated: stated }),
    phases: rollout.phases,
    abortRules: rollout.abortRules,
    rollback,
    tests: composeTests(nodes),
    milestones,
    noGoTriggers: gates.noGoTriggers,
    signOffs: composeSignOffs(nodes),
    dates: composeDates(fields.all, milestones, kind),
    placeholders,
    references,
    get anchors() {
      return anchors();
    },
    problems: [...problemsOf(text, parts), ...problems],
    directives,
    get value() {
      return data.value;
    },
    unreadable: frontMatter !== undefined && frontMatter.value === undefined ? [["frontMatter"]] : [],
    parts,
    span: spansOf(parts),
    placeOf: data.placeOf,
    [reading]: { options, matcher, parts, outline, frontMatter, gates, anchors, data },
  };
}

const metadataRoles = new Set(["metadata", "approvals", "sign-off", "go-no-go"]);

/** The fields of a document: as the model has them, as their parts have them, and those that speak of the release. */
interface ComposedFields extends FactFields {
  readonly fields: readonly Field[];
  readonly all: readonly PartField[];
}

function composeFields(nodes: readonly Node[], frontMatter: FrontMatter | undefined): ComposedFields {
  const top = frontMatter?.fields ?? [];
  const near: PartField[] = [...top];
  const far: PartField[] = [];
  const all: PartField[] = [...top];
  const fields: Field[] = top.map(({ key, label, value }) => ({ key, label, value }));
  for (const { passage, section, role, topic } of nodes) {
    if (passage.fields.length === 0) continue;
    const isNear = section === undefined || role === "metadata";
    const isFar = topic === "none" && (role === undefined || metadataRoles.has(role));
    for (const field of passage.fields) {
      const { key, label, value } = field;
      fields.push(section === undefined ? { key, label, value } : { key, label, value, section });
      all.push(field);
      if (isNear) near.push(field);
      else if (isFar) far.push(field);
    }
  }
  return { near, far, all, fields };
}

function statedTemplate(frontMatter: FrontMatter | undefined): boolean | undefined {
  const stated = frontMatter?.value?.template;
  return typeof stated === "boolean" ? stated : undefined;
}

/** Makes places absolute; the offsets of the parts are counted when a place is first asked for. */
function spansOf(parts: readonly Part[]): (place: Place) => Span {
  let offsets: Map<Part, number> | undefined;
  return (place) => {
    if (offsets === undefined) {
      offsets = new Map();
      let offset = 0;
      for (const part of parts) {
        offsets.set(part, offset);
        offset += part.text.length;
      }
    }
    const offset = offsets.get(place.part);
    if (offset === undefined) throw new RangeError("The place belongs to another document");
    return { start: offset + place.start, end: offset + place.end };
  };
}
