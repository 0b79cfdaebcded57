import type { PartialConfiguration } from "./partial-configuration.ts";
import type { SettingName, Written } from "./written.ts";

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
