import { type Heading, headingNamed, headingsOf } from "../../document/markdown/compose/headings.ts";
import type { Gate, Reference, ReleaseDocument } from "../../document/model.ts";
import type { Span, Text } from "../../text/place.ts";
import { slug } from "../../text/values/slug.ts";
import { resolveLink } from "../../workspace/related.ts";
import type { KnownDocument } from "../feature.ts";
import type { Entity, EntityKind, Occurrence } from "./occurrence.ts";
import { sameUri } from "./same-release.ts";

/** Everything that a document defines or names by a value of its own, in no certain order. */
export function namedIn(known: KnownDocument): readonly Occurrence[] {
  const { document } = known;
  const at = (kind: EntityKind, key: string, name: string, span: Span, role: Occurrence["role"]): Occurrence => ({
    entity: { kind, key, name },
    known,
    span,
    role,
  });
  const defined = (kind: EntityKind, { value, at: place }: Text, key = value): readonly Occurrence[] =>
    value === "" || key === "" ? [] : [at(kind, key, value, unquoted(document, document.span(place)), "definition")];
  return [
    ...document.workItems.flatMap(({ id }) => defined("workItem", id)),
    ...document.migrations.flatMap(({ id }) => defined("migration", id)),
    ...document.phases.flatMap(({ name }) => defined("phase", name, slug(name.value))),
    ...document.gates.flatMap((gate) => {
      const span = gateText(document, gate);
      return span === undefined ? [] : [at("gate", gateKey(gate), gate.text, span, "definition")];
    }),
    ...document.references.flatMap((reference) => {
      const kind = kinds[reference.names ?? ""];
      if (reference.kind !== "id" || kind === undefined) return [];
      const key = kind === "phase" || kind === "gate" ? slug(reference.target) : reference.target;
      return [at(kind, key, reference.target, unquoted(document, document.span(reference.at)), "reference")];
    }),
    ...headingsOf(document).map(({ anchor, title, span }) =>
      at("section", `${sameUri(document.uri)}#${anchor}`, title, span, "definition"),
    ),
  ];
}

const kinds: Readonly<Partial<Record<string, EntityKind>>> = {
  migration: "migration",
  workItem: "workItem",
  gate: "gate",
  phase: "phase",
};

/** Links to headings of `targets`, which are found by URI. */
export function anchorsIn(known: KnownDocument, targets: ReadonlyMap<string, KnownDocument>): readonly Occurrence[] {
  const headings = new Map<string, readonly Heading[]>();
  return known.document.references.flatMap((reference): Occurrence[] => {
    const link = fragmentOf(known.document, reference);
    const target = link === undefined ? undefined : targets.get(link.uri);
    if (link === undefined || target === undefined) return [];
    const all = headings.get(link.uri) ?? headingsOf(target.document);
    headings.set(link.uri, all);
    const heading = headingNamed(all, link.fragment);
    if (heading === undefined) return [];
    const entity: Entity = { kind: "section", key: `${link.uri}#${heading.anchor}`, name: heading.title };
    return [{ entity, known, span: link.span, role: "anchor" }];
  });
}

/** Where the fragment of a link stands, and the file that it belongs to. */
export function fragmentOf(
  document: ReleaseDocument,
  { kind, target, at }: Reference,
): { readonly uri: string; readonly fragment: string; readonly span: Span } | undefined {
  if ((kind !== "anchor" && kind !== "file") || !target.includes("#")) return undefined;
  const uri = kind === "anchor" ? sameUri(document.uri) : resolveLink(document.uri, target);
  const { start, end } = unquoted(document, document.span(at));
  const hash = document.text.slice(start, end).indexOf("#");
  if (uri === undefined || hash === -1) return undefined;
  return { uri, fragment: target.slice(target.indexOf("#") + 1), span: { start: start + hash + 1, end } };
}

/** Words of a text that name a work item or a migration, wherever they stand; `taken` are the places already named. */
export function mentionsIn(
  known: KnownDocument,
  entities: readonly Entity[],
  taken: readonly Occurrence[],
): readonly Occurrence[] {
  const byName = new Map(entities.filter(isTelling).map((entity) => [entity.name, entity]));
  if (byName.size === 0) return [];
  const { text } = known.document;
  const lengths = [...new Set([...byName.keys()].map((name) => name.length))].sort((a, b) => b - a);
  const places = taken.map(({ span }) => span).sort((a, b) => a.start - b.start);
  const found: Occurrence[] = [];
  let [next, takenUpTo, end] = [0, 0, 0];
  for (const { index: start } of text.matchAll(/(?<![\w#/.-])\S/g)) {
    if (start < end) continue;
    const length = lengths.find((one) => byName.has(text.slice(start, start + one)) && endsWord(text, start + one));
    if (length === undefined) continue;
    end = start + length;
    const entity = byName.get(text.slice(start, end));
    for (let place = places[next]; place !== undefined && place.start <= start; place = places[++next]) {
      takenUpTo = Math.max(takenUpTo, place.end);
    }
    if (entity !== undefined && takenUpTo < end) found.push({ entity, known, span: { start, end }, role: "mention" });
  }
  return found;
}

const endsWord = (text: string, at: number): boolean => !/^(?:[\w/-]|\.\w)/.test(text.slice(at, at + 2));

/** Longer names are not looked for in prose. */
const longestName = 100;

/** A name that no ordinary word or number equals: `#1235`, `0016_partition_orders`, `PROJ-12`. */
const isTelling = ({ kind, name }: Entity): boolean =>
  (kind === "workItem" || kind === "migration") &&
  name.length <= longestName &&
  /^\S{2,}$/.test(name) &&
  /\d/.test(name) &&
  !/^[\d.]+$/.test(name);

const gateKey = ({ phase, text }: Gate): string => `${phase}/${slug(text)}`;

/** Where the words of a gate stand; `undefined` where its source says them in another way (escapes, several lines). */
export function gateText(document: ReleaseDocument, gate: Gate): Span | undefined {
  if (gate.text === "" || gate.form === "approval" || gate.form === "choice") return undefined;
  const { start, end } = document.span(gate.at);
  const index = document.text.slice(start, end).indexOf(gate.text);
  return index === -1 ? undefined : { start: start + index, end: start + index + gate.text.length };
}

/** A YAML scalar without its quotes. */
export function unquoted({ text, format }: ReleaseDocument, span: Span): Span {
  const quote = text.charAt(span.start);
  const isQuoted =
    (quote === '"' || quote === "'") && text.charAt(span.end - 1) === quote && span.end - span.start >= 2;
  return format === "yaml" && isQuoted ? { start: span.start + 1, end: span.end - 1 } : span;
}
