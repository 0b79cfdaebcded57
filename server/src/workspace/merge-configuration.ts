import type { Configuration } from "./configuration.ts";
import type { PartialConfiguration } from "./partial-configuration.ts";

/**
 * Lays what one source says over a configuration. `discovery` replaces; lists are appended (later entries win where they are
 * used); `rules` and `statuses` replace entry by entry; titles of `sections` add up.
 */
export function mergeConfiguration(base: Configuration, over: PartialConfiguration): Configuration {
  return {
    ...base,
    discovery: over.discovery ?? base.discovery,
    documents: [...base.documents, ...(over.documents ?? [])],
    rules: { ...base.rules, ...over.rules },
    overrides: [...base.overrides, ...(over.overrides ?? [])],
    sections: mergeTitles(base.sections, over.sections ?? {}),
    statuses: { ...base.statuses, ...over.statuses },
    freeze: [...base.freeze, ...(over.freeze ?? [])],
    written: [...base.written, ...(over.written ?? [])],
  };
}

type Titles = Configuration["sections"];

function mergeTitles(base: Titles, over: Titles): Titles {
  const merged = new Map(Object.entries(base));
  for (const [key, titles] of Object.entries(over))
    merged.set(key, [...new Set([...(merged.get(key) ?? []), ...titles])]);
  return Object.fromEntries(merged);
}
