import { pageUrl, type RuleMetadata, rulePage, type Severity } from "../../engine/index.ts";
import { shapedText, shared } from "../../render/index.ts";
import { version } from "../commands/version.ts";
import type { CheckedDocument, CheckReport, ReportedFinding } from "../reports/check-report.ts";
import { fingerprints } from "../reports/fingerprint.ts";
import { jsonText } from "./json.ts";
import { encodePath } from "./markdown-text.ts";
import type { ReportContext, Reporter } from "./reporter.ts";

const levels: Readonly<Record<Severity, "error" | "warning" | "note">> = {
  error: "error",
  warning: "warning",
  information: "note",
  hint: "note",
};

/** SARIF 2.1.0, for code scanning: rules with their help, and fingerprints that survive moved lines. */
export const sarif: Reporter<CheckReport> = {
  name: "sarif",
  render({ documents, shaped }, context) {
    const driver = {
      name: "release-docs",
      semanticVersion: version,
      informationUri: "https://github.com/release-docs/release-docs",
      rules: context.rules.map(descriptor),
    };
    const log = {
      $schema: "https://json.schemastore.org/sarif-2.1.0.json",
      version: "2.1.0",
      runs: [
        {
          tool: { driver },
          columnKind: "utf16CodeUnits",
          results: documents.flatMap((document) => results(document, context)),
          properties: { shaped: shared(documents, shaped).map((entry) => shapedText(entry)) },
        },
      ],
    };
    return `${jsonText(log)}\n`;
  },
};

function descriptor(rule: RuleMetadata): object {
  const { id, title, rationale, severity } = rule;
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: rationale },
    helpUri: pageUrl(id),
    help: { text: rationale, markdown: rulePage(rule) },
    defaultConfiguration: { level: levels[typeof severity === "string" ? severity : severity.default] },
    properties: { tags: [id.split("/", 1)[0]] },
  };
}

function results(document: CheckedDocument, context: ReportContext): readonly object[] {
  const uri = encodePath(context.repositoryPath(document.path));
  const prints = fingerprints(document, context.sourceLine);
  return document.findings.map((finding, index) => result(finding, uri, prints[index], context.rules));
}

function result(
  { rule, severity, message, line, column, endLine, endColumn }: ReportedFinding,
  uri: string,
  fingerprint: string | undefined,
  rules: readonly RuleMetadata[],
): object {
  const ruleIndex = rules.findIndex(({ id }) => id === rule);
  const region = { startLine: line, startColumn: column, endLine, endColumn };
  return {
    ruleId: rule,
    ...(ruleIndex >= 0 && { ruleIndex }),
    level: levels[severity],
    message: { text: withoutLinks(message) },
    locations: [{ physicalLocation: { artifactLocation: { uri, uriBaseId: "%SRCROOT%" }, region } }],
    partialFingerprints: { "releaseDocs/v1": fingerprint },
  };
}

/** In a message of SARIF `[words](target)` is a link. */
const withoutLinks = (message: string): string => message.replace(/\](?=\()/g, "\\]");
