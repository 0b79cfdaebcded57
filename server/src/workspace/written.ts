import type { PartialConfiguration } from "./partial-configuration.ts";

/** The settings that a configuration may hold. */
export type SettingName = "discovery" | "documents" | "rules" | "overrides" | "sections" | "statuses" | "freeze";

/** A setting as somebody wrote it: what is said beside a verdict that it shaped. */
export interface Written {
  readonly setting: SettingName;
  /** A status, a rule, the key of a section; the glob of an entry of `documents` or `overrides`; empty for the others. */
  readonly name: string;
  /** URI of the file; absent for a person's own settings. */
  readonly uri?: string;
  /** From 1. */
  readonly line?: number;
}

/** What a person's own settings say, which stand in no file. */
export function writtenInSettings(settings: PartialConfiguration): readonly Written[] {
  const { discovery, documents = [], rules = {}, overrides = [], sections = {}, statuses = {}, freeze } = settings;
  const named = (setting: SettingName, names: readonly string[]): readonly Written[] =>
    names.map((name) => ({ setting, name }));
  return [
    ...named("discovery", discovery === undefined ? [] : [""]),
    ...named(
      "documents",
      documents.map(({ files }) => files),
    ),
    ...named("rules", Object.keys(rules)),
    ...named(
      "overrides",
      overrides.map(({ files }) => files),
    ),
    ...named("sections", Object.keys(sections)),
    ...named("statuses", Object.keys(statuses)),
    ...named("freeze", freeze === undefined ? [] : [""]),
  ];
}

/** Where a setting was said that holds: the last to say it. */
export function whereWritten(written: readonly Written[], setting: SettingName, name = ""): Written | undefined {
  return written.findLast((entry) => entry.setting === setting && entry.name === name);
}
