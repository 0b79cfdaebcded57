import { emptyDocument } from "../../../server/src/document/empty-document.ts";
import type { Gate, ReleaseDocument } from "../../../server/src/document/model.ts";
import type { Assessment, AssessOptions, ReleaseDocsService } from "../../../server/src/engine/service.ts";
import type { Finding, Severity } from "../../../server/src/rules/rule.ts";
import type { VerdictName } from "../../../server/src/verdict/verdict.ts";
import type { Configuration } from "../../../server/src/workspace/configuration.ts";
import { defaultConfiguration } from "../../../server/src/workspace/default-configuration.ts";
import { someKind } from "../../support/some-kind.ts";

/**
 * An engine that knows one thing: a text that starts with `# Release` is a release document, each `error`, `warning`,
 * `information` or `hint` in it is such a finding, each `waived` a waived gate; errors block.
 */
export function fakeService(
  configuration: Configuration = defaultConfiguration("file:///"),
  seen: { uri: string; options: AssessOptions }[] = [],
): ReleaseDocsService {
  return {
    assess: async (uri, text, options = {}) => {
      seen.push({ uri, options });
      return text.startsWith("# Release") ? assessment(uri, text, configuration) : undefined;
    },
    edit: () => undefined,
    configurationFor: async () => configuration,
    configurationChanged: () => {},
    filesChanged: () => {},
    close: () => {},
    rules: [],
  };
}

function assessment(uri: string, text: string, configuration: Configuration): Assessment {
  const part = { text };
  const at = (match: RegExpMatchArray) => ({
    part,
    start: match.index ?? 0,
    end: (match.index ?? 0) + match[0].length,
  });
  const findings = [...text.matchAll(/\b(?:error|warning|information|hint)\b/g)].map((match): Finding => {
    const severity = severityOf(match[0]);
    const rule = `test/${severity}`;
    return { rule, severity, message: `This is ${match[0]}`, at: at(match), fixes: [], blocks: severity === "error" };
  });
  const waivers = [...text.matchAll(/\bwaived\b/g)].map(
    (match): Gate => ({
      id: `gate ${match.index}`,
      text: "Load test",
      state: "waived",
      form: "task",
      phase: "pre-release",
      critical: false,
      required: true,
      box: at(match),
      at: at(match),
      by: "@bob",
      reason: "Low risk",
    }),
  );
  const blockers = findings.filter(({ blocks }) => blocks);
  const verdict: VerdictName = text.includes("template") ? "none" : blockers.length > 0 ? "no-go" : "go";
  return {
    document: document(uri, text, waivers),
    kind: someKind,
    configuration,
    stage: { stage: "approved", source: "stated" },
    gates: { total: waivers.length, checked: 0, failed: 0, waived: waivers.length, notApplicable: 0, open: 0, due: 0 },
    due: new Set(),
    findings,
    suppressed: [],
    shaped: [],
    verdict: { verdict, blockers, waivers, suppressed: [] },
  };
}

function severityOf(word: string): Severity {
  return word === "error" || word === "warning" || word === "hint" ? word : "information";
}

function document(uri: string, text: string, gates: readonly Gate[]): ReleaseDocument {
  const part = { text };
  const all = { part, start: 0, end: text.length };
  const empty = emptyDocument({ uri, format: "markdown", text, kind: "ReleaseRunbook" });
  return {
    ...empty,
    template: text.includes("template"),
    facts: { owners: [{ value: "@alice", at: all }], version: { value: "2.1.0", at: all }, statusStated: true },
    gates,
    rollback: { ...empty.rollback, present: true, headings: [all] },
    placeholders: [{ text: "[Name]", at: all }],
    parts: [part],
    placeOf: () => ({ value: all }),
  };
}
