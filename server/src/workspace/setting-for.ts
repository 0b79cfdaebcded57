import type { Stage } from "../stage/stage.ts";
import type { Configuration, RuleSetting, RuleSettings } from "./configuration.ts";
import { globMatcher } from "./glob.ts";
import { relativePath } from "./relative-path.ts";
import type { Written } from "./written.ts";

/** What the configuration says of a rule at a stage; `undefined`: nothing, the rule's own severity holds. */
export type SettingAt = (rule: string, stage: Stage) => RuleSetting | undefined;

/**
 * The settings that hold for one document, with its globs matched once; ask it for each rule.
 *
 * The last override whose glob matches and that says something wins, then `rules`. Within one of them the exact id beats
 * `family/*`, which beats `*`; a map by stage says nothing of the stages it does not name.
 *
 * @param uri URI of the document.
 */
export function settingsFor(uri: string, configuration: Configuration): SettingAt {
  const sourceOf = sourceOfSettings(uri, configuration);
  return (rule, stage) => sourceOf(rule, stage)?.setting;
}

/** A setting with what said it: an entry of `overrides`, by its glob, or one of `rules`, by its rule. */
export interface SettingSource {
  readonly setting: RuleSetting;
  readonly written: Pick<Written, "setting" | "name">;
}

/** The same, with what said it. */
export function sourceOfSettings(
  uri: string,
  configuration: Configuration,
): (rule: string, stage: Stage) => SettingSource | undefined {
  const path = relativePath(configuration.root, uri);
  const layers = configuration.overrides
    .filter((override) => path !== undefined && globMatcher([override.files])(path))
    .reverse();
  return (rule, stage) => {
    for (const { files, rules } of layers) {
      const said = settingIn(rules, rule, stage);
      if (said !== undefined) return { setting: said.setting, written: { setting: "overrides", name: files } };
    }
    const said = settingIn(configuration.rules, rule, stage);
    return said && { setting: said.setting, written: { setting: "rules", name: said.pattern } };
  };
}

/** One setting; see `settingsFor`, which is the way to ask for many. */
export function settingFor(
  rule: string,
  uri: string,
  stage: Stage,
  configuration: Configuration,
): RuleSetting | undefined {
  return settingsFor(uri, configuration)(rule, stage);
}

function settingIn(
  settings: RuleSettings,
  rule: string,
  stage: Stage,
): { readonly setting: RuleSetting; readonly pattern: string } | undefined {
  const family = `${rule.split("/", 1)[0] ?? rule}/*`;
  for (const pattern of [rule, family, "*"]) {
    if (!Object.hasOwn(settings, pattern)) continue;
    const setting = settings[pattern];
    const said = typeof setting === "object" ? setting[stage] : setting;
    if (said !== undefined) return { setting: said, pattern };
  }
  return undefined;
}
