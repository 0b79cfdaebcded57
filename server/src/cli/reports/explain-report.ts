import { relative } from "node:path";
import { URI } from "vscode-uri";
import {
  type Assessment,
  append,
  type Configuration,
  type Declaration,
  declaredKind,
  discoveredBy,
  firstHeading,
  formatOf,
  frontMatterOf,
  type RuleMetadata,
  type Severity,
  settingsFor,
  severityAt,
} from "../../engine/index.ts";
import type { Input } from "../judge/input.ts";

/** One thing that was decided about a file, and why. */
export interface Decision {
  readonly what: string;
  readonly is: string;
  readonly why: string;
}

/** Why a file is treated as it is, in the shape of the JSON of `explain PATH` (version 1). */
export interface ExplainReport {
  readonly version: 1;
  readonly path: string;
  readonly decisions: readonly Decision[];
  /** Every rule with what it does here; empty for a file that is not ours. */
  readonly rules: readonly {
    readonly rule: string;
    readonly severity: Severity | "off" | "silent";
    readonly why: string;
  }[];
}

/** Retells the decisions that the engine took about one file. */
export function explainReport(
  input: Input,
  configuration: Configuration,
  assessment: Assessment | undefined,
  rules: readonly RuleMetadata[],
  cwd: string,
): ExplainReport {
  const declaration = declaredKind(input.uri, configuration);
  const decisions = [configurationDecision(configuration, cwd), discoveryDecision(input, configuration)];
  if (assessment === undefined) {
    decisions.push({ what: "kind", is: "not a release document", why: whyNotOurs(input, declaration) });
    return { version: 1, path: input.path, decisions, rules: [] };
  }
  append(decisions, documentDecisions(assessment, declaration));
  return { version: 1, path: input.path, decisions, rules: rules.map((rule) => ruleDecision(rule, assessment)) };
}

function configurationDecision({ uri, root }: Configuration, cwd: string): Decision {
  const shown = (address: string): string => relative(cwd, URI.parse(address).fsPath) || ".";
  return uri === undefined
    ? { what: "configuration", is: "the defaults", why: "there is no .release-docs.yaml in its folder or above" }
    : { what: "configuration", is: shown(uri), why: `the nearest one; its globs count from ${shown(root)}` };
}

function discoveryDecision({ uri }: Input, configuration: Configuration): Decision {
  return discoveredBy(configuration)(uri)
    ? { what: "discovered", is: "yes", why: "a glob of discovery or documents names it" }
    : {
        what: "discovered",
        is: "no",
        why: "no glob of discovery or documents names it: it is judged when named or open",
      };
}

function whyNotOurs({ uri, text }: Input, declaration: Declaration | undefined): string {
  if (declaration?.kind !== undefined)
    return `the configuration declares it as ${declaration.kind}, which no schema of its format describes`;
  const format = formatOf(uri);
  if (format === undefined) return "it is neither Markdown (.md) nor YAML (.yaml)";
  if (format === "yaml")
    return "its apiVersion does not start with release-docs/ or its kind is not ReleaseManifest, and no glob of documents names it";
  const title = firstHeading(text, frontMatterOf(text)?.end);
  const heading =
    title === undefined ? "it has no heading" : `its first heading, “${title}”, is not the title of a release document`;
  return `${heading}; declare it with kind: in its front matter, or by a glob of documents`;
}

function documentDecisions(assessment: Assessment, declaration: Declaration | undefined): readonly Decision[] {
  const { document, stage, verdict, gates } = assessment;
  const { facts } = document;
  const status = facts.status?.value ?? "";
  const stageWhy = {
    stated: `its status says “${status}”`,
    option: "--stage says so",
    assumed: status === "" ? "it states no status" : `its status, “${status}”, states no stage`,
  }[stage.source];
  return [
    { what: "kind", is: document.kind, why: kindWhy(assessment, declaration) },
    schemaDecision(assessment, declaration),
    document.template
      ? { what: "template", is: "yes", why: templateWhy(declaration, "it says so, is named so, or is still blank") }
      : {
          what: "template",
          is: "no",
          why: templateWhy(declaration, "its name and its values are those of one real release"),
        },
    { what: "stage", is: stage.stage, why: stageWhy },
    { what: "gates", is: `${gates.total}, of which ${gates.due} due and not answered`, why: `${gates.open} are open` },
    {
      what: "verdict",
      is: verdict.verdict,
      why: verdict.blockers.length === 1 ? "1 blocker" : `${verdict.blockers.length} blockers`,
    },
  ];
}

function kindWhy({ document }: Assessment, declaration: Declaration | undefined): string {
  if (declaration?.kind === document.kind) return "a glob of documents declares it";
  if (!document.declared)
    return `recognised by its title, “${document.title?.value ?? ""}”: judged for what every release needs`;
  return document.format === "yaml" ? "its apiVersion and kind declare it" : "its front matter, or --kind, declares it";
}

function schemaDecision({ document }: Assessment, declaration: Declaration | undefined): Decision {
  if (declaration?.schema !== undefined) {
    return { what: "schema", is: URI.parse(declaration.schema).fsPath, why: "a glob of documents names it" };
  }
  return document.declared
    ? { what: "schema", is: `ours for ${document.kind}`, why: "no glob of documents names another" }
    : { what: "schema", is: "none", why: "only declared documents are judged by the shape of a schema" };
}

function templateWhy(declaration: Declaration | undefined, otherwise: string): string {
  return declaration?.template === undefined ? otherwise : "a glob of documents says so";
}

function ruleDecision(
  rule: RuleMetadata,
  { document, configuration, stage }: Assessment,
): ExplainReport["rules"][number] {
  const setting = settingsFor(document.uri, configuration)(rule.id, stage.stage);
  if (setting === "off")
    return {
      rule: rule.id,
      severity: "off",
      why: "the configuration switches it off; what it finds blocks all the same",
    };
  if (document.template && !rule.inTemplates)
    return { rule: rule.id, severity: "silent", why: "it says nothing of templates" };
  if (!document.declared && rule.declaredOnly)
    return { rule: rule.id, severity: "silent", why: "it is for declared documents" };
  if (setting !== undefined) return { rule: rule.id, severity: setting, why: "the configuration says so" };
  return { rule: rule.id, severity: severityAt(rule, stage.stage), why: `its own severity at ${stage.stage}` };
}
