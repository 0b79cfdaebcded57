import { slug } from "../../../text/values/slug.ts";
import type { KindDefinition, SectionDefinition } from "../../kind.ts";

/** How the kind knows a heading. */
export interface SectionMatch {
  /** Canonical key. */
  readonly key: string;
  /** Absent when only the configuration names the key. */
  readonly definition?: SectionDefinition;
  /** True at the place that the kind gives it; false when it is known from elsewhere in the tree. */
  readonly inPlace: boolean;
}

/** Finds the sections of a kind by their titles and aliases. Made once for a kind and its configured aliases. */
export interface SectionMatcher {
  /** `parent` is the definition of the section around the heading; `undefined` at the top. `slugs` from best to worst. */
  match(slugs: readonly string[], parent: SectionDefinition | undefined): SectionMatch | undefined;
}

/** Prepares the titles of a kind for comparison. `aliases`: section key → more titles, from the configuration. */
export function createSectionMatcher(
  kind: KindDefinition,
  aliases: Readonly<Record<string, readonly string[]>> = {},
): SectionMatcher {
  const slugs = new Map<string, string>();
  const slugOf = (title: string): string => {
    const known = slugs.get(title) ?? slug(title);
    slugs.set(title, known);
    return known;
  };
  const levels = new Map<SectionDefinition | undefined, ReadonlyMap<string, SectionDefinition>>();
  const anywhere = new Map<string, SectionDefinition>();
  const level = (parent: SectionDefinition | undefined, definitions: readonly SectionDefinition[]): void => {
    const known = new Map<string, SectionDefinition>();
    const add = (title: string, definition: SectionDefinition): void => {
      const name = slugOf(title);
      if (!known.has(name)) known.set(name, definition);
      if (!anywhere.has(name)) anywhere.set(name, definition);
    };
    for (const definition of definitions) for (const title of aliases[definition.key] ?? []) add(title, definition);
    for (const definition of definitions) add(definition.title, definition);
    for (const definition of definitions) add(definition.key, definition);
    for (const definition of definitions) for (const title of definition.aliases) add(title, definition);
    levels.set(parent, known);
    for (const definition of definitions) level(definition, definition.sections);
  };
  level(undefined, kind.sections);
  const keys = new Map(Object.entries(aliases).flatMap(([key, titles]) => titles.map((title) => [slugOf(title), key])));
  return {
    match(candidates, parent) {
      for (const candidate of candidates) {
        const definition = levels.get(parent)?.get(candidate);
        if (definition !== undefined) return { key: definition.key, definition, inPlace: true };
      }
      for (const candidate of candidates) {
        const definition = anywhere.get(candidate);
        if (definition !== undefined) return { key: definition.key, definition, inPlace: false };
        const key = keys.get(candidate);
        if (key !== undefined) return { key, inPlace: false };
      }
      return undefined;
    },
  };
}
