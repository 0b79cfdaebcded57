import { parseDocument } from "yaml";
import { stages } from "../stage/stage.ts";
import { refuseYaml } from "../text/guard.ts";
import { readDate } from "../text/values/date.ts";
import type { Configuration, RuleSetting, RuleSettings } from "./configuration.ts";
import { ConfigurationNode, type Offsets } from "./configuration-node.ts";
import type { ConfigurationProblem } from "./configuration-problem.ts";
import type { PartialConfiguration } from "./partial-configuration.ts";
import { repeatedKeys } from "./repeated-keys.ts";
import type { SettingName, Written } from "./written.ts";
import { writtenInFile } from "./written-in-file.ts";

/** One configuration file as it stands, before `extends` and defaults. */
export interface ConfigurationFile {
  readonly settings: PartialConfiguration;
  /** The file that it builds on, as written. */
  readonly extends?: { readonly path: string; readonly at: Offsets };
  readonly problems: readonly ConfigurationProblem[];
  /** Where each setting stands. */
  readonly written: readonly Omit<Written, "uri">[];
}

const ruleSettings: readonly RuleSetting[] = ["off", "error", "warning", "information", "hint"];
const settingNames = [
  "discovery",
  "documents",
  "rules",
  "overrides",
  "sections",
  "statuses",
  "freeze",
] as const satisfies readonly SettingName[];
const names = ["extends", ...settingNames] as const;

/**
 * Reads the text of a `.release-docs.yaml`. What is wrong becomes a problem and is left out; the rest holds. Never throws.
 */
export function readConfiguration(text: string): ConfigurationFile {
  const refused = refuseYaml(text);
  if (refused !== undefined) return { settings: {}, problems: [{ message: refused, start: 0, end: 0 }], written: [] };
  const document = parseDocument(text, { prettyErrors: false, uniqueKeys: false });
  if (document.errors.length > 0) {
    const problems = document.errors.map(({ message, pos }) => ({
      message: sentence(message),
      start: pos[0],
      end: pos[1],
    }));
    return { settings: {}, problems, written: [] };
  }
  const repeated = repeatedKeys(document.contents);
  if (repeated.length > 0) return { settings: {}, problems: repeated, written: [] };
  const problems: ConfigurationProblem[] = [];
  const rootFor = (report: (problem: ConfigurationProblem) => void): ConfigurationNode =>
    new ConfigurationNode(document.contents, document, report, { start: 0, end: 0 });
  const root = rootFor((found) => problems.push(found));
  const properties = root.properties("The configuration", names);
  const base = properties.get("extends");
  const path = base?.text("extends");
  return {
    settings: settingsOf(properties),
    ...(base !== undefined && path !== undefined && { extends: { path, at: base.at } }),
    problems,
    written: writtenInFile(
      text,
      rootFor(() => {}),
      settingNames,
    ),
  };
}

type Properties = ReadonlyMap<(typeof names)[number], ConfigurationNode>;

function settingsOf(properties: Properties): PartialConfiguration {
  const discovery = properties.get("discovery");
  const documents = properties.get("documents");
  const rules = properties.get("rules");
  const overrides = properties.get("overrides");
  const sections = properties.get("sections");
  const statuses = properties.get("statuses");
  const freeze = properties.get("freeze");
  return {
    ...(discovery && { discovery: discovery.globs("discovery") }),
    ...(documents && { documents: readEach(documents, "documents", readDeclaration) }),
    ...(rules && { rules: readRules(rules, "rules") }),
    ...(overrides && { overrides: readEach(overrides, "overrides", readOverride) }),
    ...(sections && { sections: readSections(sections) }),
    ...(statuses && { statuses: readStatuses(statuses) }),
    ...(freeze && { freeze: readEach(freeze, "freeze", readFreeze) }),
  };
}

function readEach<T>(
  list: ConfigurationNode,
  what: string,
  read: (node: ConfigurationNode) => T | undefined,
): readonly T[] {
  return list
    .items(what)
    .map(read)
    .filter((entry) => entry !== undefined);
}

function readDeclaration(node: ConfigurationNode): Configuration["documents"][number] | undefined {
  const properties = node.properties("An entry of documents", ["files", "kind", "schema", "template"]);
  const files = requiredGlob(node, properties.get("files"), "An entry of documents");
  const kind = properties.get("kind")?.text("kind");
  const schema = properties.get("schema")?.text("schema");
  const template = properties.get("template")?.flag("template");
  if (files === undefined) return undefined;
  return {
    files,
    ...(kind !== undefined && { kind }),
    ...(schema !== undefined && { schema }),
    ...(template !== undefined && { template }),
  };
}

function readOverride(node: ConfigurationNode): Configuration["overrides"][number] | undefined {
  const properties = node.properties("An entry of overrides", ["files", "rules"]);
  const files = requiredGlob(node, properties.get("files"), "An entry of overrides");
  const rules = properties.get("rules");
  if (rules === undefined) return node.problem("An entry of overrides needs rules");
  const settings = readRules(rules, "rules");
  return files === undefined ? undefined : { files, rules: settings };
}

function readRules(node: ConfigurationNode, what: string): RuleSettings {
  const settings = new Map<string, RuleSettings[string]>();
  for (const { name, at, value } of node.entries(what)) {
    if (!/^(?:\*|[a-z-]+\/(?:\*|[a-z-]+))$/.test(name)) {
      value.problem(`"${name}" is no rule: write family/name, family/* or *`, at);
      continue;
    }
    const setting = value.isMapping ? readByStage(value, name) : value.choice(name, ruleSettings);
    if (setting !== undefined) settings.set(name, setting);
  }
  return Object.fromEntries(settings);
}

function readByStage(node: ConfigurationNode, rule: string): RuleSettings[string] {
  const settings = new Map<string, RuleSetting>();
  for (const [stage, value] of node.properties(rule, stages)) {
    const setting = value.choice(`${rule} at ${stage}`, ruleSettings);
    if (setting !== undefined) settings.set(stage, setting);
  }
  return Object.fromEntries(settings);
}

function readSections(node: ConfigurationNode): Configuration["sections"] {
  return Object.fromEntries(
    node.entries("sections").map(({ name, value }) => [name, value.texts(`the titles of ${name}`)]),
  );
}

function readStatuses(node: ConfigurationNode): Configuration["statuses"] {
  const statuses = new Map<string, Configuration["statuses"][string]>();
  for (const { name, value } of node.entries("statuses")) {
    const stage = value.choice(`The stage of "${name}"`, stages);
    if (stage !== undefined) statuses.set(name, stage);
  }
  return Object.fromEntries(statuses);
}

function readFreeze(node: ConfigurationNode): Configuration["freeze"][number] | undefined {
  const properties = node.properties("An entry of freeze", ["from", "to", "reason"]);
  const from = requiredDate(node, properties.get("from"), "from");
  const to = requiredDate(node, properties.get("to"), "to");
  const reason = properties.get("reason")?.text("reason");
  if (from === undefined || to === undefined) return undefined;
  if (from > to) return node.problem(`This freeze ends (${to}) before it begins (${from})`);
  return { from, to, ...(reason !== undefined && { reason }) };
}

function requiredText(
  owner: ConfigurationNode,
  node: ConfigurationNode | undefined,
  what: string,
  name: string,
): string | undefined {
  return node === undefined ? owner.problem(`${what} needs ${name}`) : node.text(name);
}

function requiredGlob(owner: ConfigurationNode, node: ConfigurationNode | undefined, what: string): string | undefined {
  return node === undefined ? owner.problem(`${what} needs files`) : node.glob("files");
}

function requiredDate(owner: ConfigurationNode, node: ConfigurationNode | undefined, name: string): string | undefined {
  const text = requiredText(owner, node, "An entry of freeze", name);
  if (node === undefined || text === undefined) return undefined;
  const date = readDate(text);
  if (date.kind === "date") return date.iso;
  const reason = date.kind === "invalid" ? `: ${date.reason}` : "; write YYYY-MM-DD";
  return node.problem(`${name} is no date${reason}`);
}

function sentence(message: string): string {
  const line = message.split("\n", 1)[0] ?? message;
  return line.replace(/[.:]$/, "");
}
