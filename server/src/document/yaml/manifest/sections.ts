import type { Text } from "../../../text/place.ts";
import { slug } from "../../../text/values/slug.ts";
import type { MapEntry, MapNode } from "../../../text/yaml/node.ts";
import type { GatePhase, SectionRole } from "../../../words/terms.ts";
import type { KindDefinition, SectionDefinition } from "../../kind.ts";
import type { Field, Section } from "../../model.ts";
import type { KeyReading, ManifestMemory } from "./memory.ts";
import { isEmpty, keyOf, textOf } from "./texts.ts";

const roles: Readonly<Partial<Record<string, SectionRole>>> = {
  release: "metadata",
  approvals: "approvals",
  scope: "scope",
  testing: "testing",
  migrations: "migrations",
  rollout: "rollout",
  rollback: "rollback",
  observability: "monitoring",
};

const phases: Readonly<Partial<Record<string, GatePhase>>> = {
  migrations: "release",
  rollout: "release",
  rollback: "rollback",
};

/** The top-level keys of a manifest, and the fields that stand in them. */
export function keysOf(root: MapNode, kind: KindDefinition, memory: ManifestMemory): readonly KeyReading[] {
  return root.entries.map((entry): KeyReading => {
    const kept = memory.keys.get(entry);
    if (kept !== undefined) return kept;
    const section = sectionOf(entry, kind, memory);
    const reading = { section, fields: fieldsOf(entry, section) };
    memory.keys.set(entry, reading);
    return reading;
  });
}

function sectionOf(entry: MapEntry, kind: KindDefinition, memory: ManifestMemory): Section {
  const properties: unknown = kind.schema.properties;
  const definition =
    kind.sections.find((candidate) => candidate.key === entry.keyText) ??
    (isOwn(properties, entry.keyText) ? undefined : sectionNamed(entry.keyText, kind, memory));
  const key = definition?.key ?? entry.keyText;
  const role = definition?.role ?? roles[key];
  return {
    key,
    title: entry.keyText,
    at: entry.key,
    level: 1,
    path: [key],
    ...(role === undefined ? {} : { role }),
    gatePhase: definition?.gatePhase ?? phases[key] ?? "pre-release",
    known: definition !== undefined || isOwn(properties, entry.keyText),
    empty: isEmpty(entry.node),
  };
}

const isOwn = (properties: unknown, key: string): boolean =>
  typeof properties === "object" && properties !== null && Object.hasOwn(properties, key);

/** The section whose title or alias a key says. */
function sectionNamed(keyText: string, kind: KindDefinition, memory: ManifestMemory): SectionDefinition | undefined {
  const titles = memory.titles.get(kind) ?? titlesOf(kind);
  memory.titles.set(kind, titles);
  return titles.get(slug(wordsOf(keyText)));
}

/** The sections of a kind by the slugs of their titles and aliases; of two with one title the first. */
function titlesOf({ sections }: KindDefinition): ReadonlyMap<string, SectionDefinition> {
  const titles = sections.flatMap((section) =>
    [section.title, ...section.aliases].map((title): [string, SectionDefinition] => [slug(title), section]),
  );
  return new Map(titles.filter(([title]) => title !== "").reverse());
}

/** `previousVersion` → `previous version`. */
export const wordsOf = (key: string): string => key.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2").toLowerCase();

/** A scalar of the top level, or the scalars of a map there and the first text of its lists. */
function fieldsOf(entry: MapEntry, section: Section): readonly Field[] {
  if (entry.node.kind === "scalar") return [field(entry, textOf(entry.node), undefined)];
  if (entry.node.kind !== "map") return [];
  return entry.node.entries.flatMap((inner) => {
    if (inner.node.kind === "scalar") return [field(inner, textOf(inner.node), section)];
    const first = inner.node.kind === "sequence" ? inner.node.items.find((item) => item.kind === "scalar") : undefined;
    return first === undefined ? [] : [field(inner, textOf(first), section)];
  });
}

function field(entry: MapEntry, value: Text | undefined, section: Section | undefined): Field {
  return {
    key: /^[a-z]+$/i.test(entry.keyText) ? wordsOf(entry.keyText).replaceAll(" ", "-") : slug(wordsOf(entry.keyText)),
    label: keyOf(entry),
    value: value ?? { value: "", at: entry.node },
    ...(section === undefined ? {} : { section }),
  };
}
