import { isMarkdownDocument, reading } from "../document/markdown/compose/read-markdown.ts";
import type { Passage } from "../document/markdown/parts/passage.ts";
import type { ReleaseDocument, RolloutPhase, Section } from "../document/model.ts";
import type { JsonObject, JsonValue } from "../text/json.ts";
import { createLineIndex } from "../text/line-index.ts";
import { readBlocks } from "../text/markdown/read-blocks.ts";
import { lineAt } from "../text/markdown/source-lines.ts";
import { closingNote } from "../text/values/text-end.ts";
import { expression } from "../words/lists.ts";
import { type Body, bodyOf, type Entry } from "./body.ts";
import { type Comment, readComments, type ValuePath } from "./comment.ts";
import { noAnswer } from "./gate-text.ts";
import { splitOutside, unescapeText } from "./inline-text.ts";
import { isList, isObject, textOf } from "./json.ts";
import { layout, type Place } from "./layout.ts";
import { type Leftover, Leftovers } from "./leftovers.ts";
import { manifestKeys } from "./manifest-keys.ts";
import { readListedGate, readPhase } from "./phase-form.ts";

const inOrder = expression((either) => `→|->|,?\\s{1,9}${either("thenNext")}\\s`, "g");

export type { Leftover } from "./leftovers.ts";

/** What a Markdown manifest is as data, and what of it has no place there. */
export interface ReadManifest {
  readonly manifest: JsonObject;
  /** HTML comments, at the values that they name, or that their section is about. */
  readonly comments: readonly Comment[];
  readonly leftovers: readonly Leftover[];
}

/** Reads a manifest in its Markdown form as the data of the YAML form. */
export function markdownToManifest(document: ReleaseDocument): ReadManifest {
  return new ManifestReader(document).read();
}

interface Stretch {
  readonly section: Section;
  readonly line: number;
  /** The heading as written. */
  readonly title: string;
  readonly body: Body;
}

class ManifestReader {
  readonly #document: ReleaseDocument;
  /** Phases by the offset at which they begin. */
  readonly #phases: ReadonlyMap<number, RolloutPhase>;
  readonly #left = new Leftovers();
  readonly #manifest: Record<string, JsonValue> = { apiVersion: "release-docs/v1", kind: "ReleaseManifest" };

  constructor(document: ReleaseDocument) {
    this.#document = document;
    this.#phases = new Map(document.phases.map((phase) => [document.span(phase.at).start, phase]));
  }

  read(): ReadManifest {
    const { top, stretches } = this.#stretches();
    for (const place of layout) this.#place(place, stretches);
    this.#rollout(stretches);
    this.#order(stretches);
    const comments = [
      ...this.#comments(top, []),
      ...stretches.flatMap((one) => this.#comments(one.body, this.#about(one))),
    ];
    this.#left.leave(top);
    for (const { section, line, title, body } of stretches) {
      if (!this.#isKnown(section)) this.#left.drop(line, "heading", title);
      this.#left.leave(body);
    }
    this.#title();
    return { manifest: this.#manifest, comments, leftovers: this.#left.all };
  }

  #stretches(): { readonly top: Body; readonly stretches: readonly Stretch[] } {
    const document = this.#document;
    if (!isMarkdownDocument(document)) return { top: joined([]), stretches: [] };
    const index = createLineIndex(document.text);
    const read = new Map<Passage, { readonly title: string; readonly body: Body }>();
    for (const part of document[reading].parts) {
      if (part.kind !== "body") continue;
      const { start: offset } = document.span({ part, start: 0, end: 0 });
      const lineOf = (at: number): number => index.position(offset + at).line + 1;
      const { stretches: found, definitions } = readBlocks(part.text);
      for (const { target } of definitions) {
        const { start, end } = lineAt(part.text, target.start);
        this.#left.drop(lineOf(start), "link definition", part.text.slice(start, end));
      }
      found.forEach(({ heading, blocks }, at) => {
        const passage = part.content.passages[at];
        if (passage === undefined) return;
        const title = heading === undefined ? "" : part.text.slice(heading.text.start, heading.text.end);
        read.set(passage, { title, body: bodyOf({ text: part.text, blocks, gates: passage.gates, lineOf }) });
      });
    }
    const above: Body[] = [];
    const stretches: Stretch[] = [];
    for (const { section, passage } of document[reading].outline.nodes) {
      const { title, body } = read.get(passage) ?? { title: "", body: joined([]) };
      if (section === undefined) above.push(body);
      else stretches.push({ section, line: index.position(document.span(section.at).start).line + 1, title, body });
    }
    return { top: joined(above), stretches };
  }

  #place(place: Place, stretches: readonly Stretch[]): void {
    const { path, form } = place;
    if (form === undefined) return;
    const found = stretches.filter((stretch) => matches(stretch.section, place));
    if (found.length === 0) return;
    const value = form.read(joined(found.map(({ body }) => body)), this.#left);
    if (value !== undefined) put(this.#manifest, path, value);
  }

  /** Phases have headings of their own; gates may stand in a list that names them. */
  #rollout(stretches: readonly Stretch[]): void {
    const inRollout = stretches.filter(({ section }) => section.path.includes("staged-rollout-plan"));
    const phases = inRollout
      .filter(({ section }) => !section.known && this.#phaseAt(section) !== undefined)
      .map(({ section, title, body }): JsonObject => {
        const traffic = this.#phaseAt(section)?.traffic;
        const inTitle = traffic !== undefined && this.#isWithin(traffic.at, section.at);
        return readPhase(title, inTitle ? traffic.value : undefined, body, this.#left);
      });
    if (phases.length === 0) return;
    for (const { body } of inRollout.filter(({ section }) => section.key === "rollout-gates")) {
      for (const entry of body.entries) {
        const { phase, gate } = readListedGate(entry, this.#left);
        const at = Math.min(phases.length, phase ?? phases.length) - 1;
        const holder = phases[at];
        if (holder !== undefined)
          phases[at] = { ...holder, gates: [...(isList(holder.gates) ? holder.gates : []), gate] };
      }
    }
    put(this.#manifest, ["rollout", "phases"], phases);
  }

  /** `1 → 2 → 3 (because …)` names migrations by their numbers in the list. */
  #order(stretches: readonly Stretch[]): void {
    const migrations = this.#manifest.migrations;
    if (!isObject(migrations) || !isList(migrations.order)) return;
    const [only, second] = migrations.order;
    if (typeof only !== "string" || second !== undefined) return;
    const closing = closingNote(only.trim());
    const steps = splitOutside(only.trim().slice(0, closing?.start).replace(/â†’/g, "→"), inOrder());
    if (steps.length < 2) return;
    const ids = isList(migrations.database)
      ? migrations.database.map((one) => (isObject(one) ? textOf(one.id) : undefined))
      : [];
    const note = closing?.text;
    const line = stretches
      .flatMap(({ body }) => body.entries)
      .find(({ label }) => /^migration order$/i.test(label ?? ""))?.line;
    if (note !== undefined) this.#left.drop(line ?? 1, "note", note);
    put(
      this.#manifest,
      ["migrations", "order"],
      steps.map((step) => (/^\d+$/.test(step) ? (ids[Number(step) - 1] ?? step) : step)),
    );
  }

  /** The HTML comments of a body, which is about the value at `path`. */
  #comments({ entries, loose }: Body, path: ValuePath): readonly Comment[] {
    const free = loose.filter(({ text }) => /^<!--.*-->$/s.test(text));
    this.#left.use(free);
    const texts = free.flatMap(({ text }) => text.slice("<!--".length, -"-->".length).split(/-->\s*<!--/));
    const nested = entries.flatMap(commentsBelow).filter((text) => text !== noAnswer);
    return [...texts, ...nested].flatMap((text) => readComments(text, path, manifestKeys));
  }

  /** The value that a section is about. */
  #about({ section, title }: Stretch): ValuePath {
    const place = layout.find((one) => matches(section, one));
    if (place !== undefined || !section.path.includes("staged-rollout-plan")) return place?.path ?? [];
    const number = Number(/^phase\s+(\d+)/i.exec(title)?.[1] ?? 0);
    return number > 0 ? ["rollout", "phases", number - 1] : ["rollout"];
  }

  #isKnown(section: Section): boolean {
    if (section.level === 1 || section.key === "rollout-gates") return true;
    if (layout.some((place) => matches(section, place))) return true;
    return this.#phaseAt(section) !== undefined;
  }

  /** The phase of the rollout that a heading announces. */
  #phaseAt({ at }: Section): RolloutPhase | undefined {
    return this.#phases.get(this.#document.span(at).start);
  }

  #isWithin(inner: Section["at"], outer: Section["at"]): boolean {
    return inner.part === outer.part && outer.start <= inner.start && inner.end <= outer.end;
  }

  #title(): void {
    const { title } = this.#document;
    const release = this.#manifest.release;
    if (title === undefined) return;
    const known = isObject(release) ? [release.id, release.name].map((value) => textOf(value) ?? "") : [];
    const words = unescapeText(title.value).replace(/^release manifest/i, "");
    const said = known
      .filter((word) => word !== "")
      .reduce((rest, word) => rest.replace(word, ""), words)
      .replace(/[\s:–—-]+/g, " ")
      .trim();
    if (said !== "")
      this.#left.drop(
        createLineIndex(this.#document.text).position(this.#document.span(title.at).start).line + 1,
        "title",
        title.value,
      );
  }
}

const commentsBelow = ({ comments, children }: Entry): readonly string[] => [
  ...comments,
  ...children.flatMap(commentsBelow),
];

/** Whether a section is the one that a place names, whatever stands around both. */
function matches({ path }: Section, { section, also = [] }: Place): boolean {
  const around = section.slice(0, -1);
  return [section.at(-1), ...also].some((key) =>
    [...around, key].every((part, index) => path.at(index - section.length) === part),
  );
}

function joined(bodies: readonly Body[]): Body {
  return {
    entries: bodies.flatMap(({ entries }) => entries),
    tables: bodies.flatMap(({ tables }) => tables),
    loose: bodies.flatMap(({ loose }) => loose),
  };
}

/** Puts a value at a path; a record joins the one that stands there. */
function put(root: Record<string, JsonValue>, path: readonly string[], value: JsonValue): void {
  const [key = "", ...rest] = path;
  const before = root[key];
  if (rest.length === 0) {
    root[key] = isObject(before) && isObject(value) ? { ...before, ...value } : value;
    return;
  }
  const inner: Record<string, JsonValue> = isObject(before) ? { ...before } : {};
  put(inner, rest, value);
  root[key] = inner;
}
