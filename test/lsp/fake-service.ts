import { emptyDocument } from "../../server/src/document/empty-document.ts";
import type { Gate, ReleaseDocument } from "../../server/src/document/model.ts";
import type { Assessment, Ports, ReleaseDocsService } from "../../server/src/engine/service.ts";
import type { Finding } from "../../server/src/rules/rule.ts";
import type { Part } from "../../server/src/text/place.ts";
import { defaultConfiguration } from "../../server/src/workspace/default-configuration.ts";
import { someKind } from "../support/some-kind.ts";

/** Lets a test hold an assessment back. */
export interface Gatekeeper {
  /** Called before each assessment; the assessment waits for it. */
  before(uri: string, text: string): Promise<void>;
}

/**
 * An engine of few words: a text is ours when it starts with `ours`; each `FAULT` in it is a finding, each `[ ]` a gate.
 * A line `see URI` looks at another file. Where `BREAK` stands, whoever asks for the sections breaks.
 */
export function fakeService(keeper: Gatekeeper): (ports: Ports) => ReleaseDocsService {
  return (ports) => ({
    rules: [],
    async assess(uri, text, options) {
      await keeper.before(uri, text);
      if (options?.token?.isCancellationRequested) throw new Error("cancelled");
      if (text.includes("EXPLODE")) throw new Error("the engine broke");
      if (!text.startsWith("ours")) return undefined;
      const seen = /^see (.+)$/m.exec(text)?.[1];
      const other = seen === undefined ? undefined : await ports.files.readText(seen);
      return assessmentOf(uri, text, other);
    },
    edit(document, intention) {
      const gate =
        intention.do === "answer-gate" &&
        intention.state === "checked" &&
        document.gates.find(({ id }) => id === intention.gate);
      if (!gate) return undefined;
      return [{ ...document.span(gate.box), text: "[x]" }];
    },
    configurationFor: (uri) => Promise.resolve(defaultConfiguration(uri.slice(0, uri.lastIndexOf("/")))),
    configurationChanged: () => undefined,
    filesChanged: () => undefined,
    close: () => undefined,
  });
}

function assessmentOf(uri: string, text: string, other: string | undefined): Assessment {
  const document = documentOf(uri, text);
  const part: Part = { text };
  const findings: Finding[] = [...text.matchAll(/FAULT/g)].map(({ index }) => ({
    rule: "fake/fault",
    severity: "error",
    message: other === undefined ? "This is a fault" : `This is a fault; the other says ${other}`,
    at: { part, start: index, end: index + 5 },
    fixes: [],
    blocks: true,
  }));
  return {
    document,
    kind: someKind,
    configuration: defaultConfiguration("file:///workspace"),
    stage: { stage: "approved", source: "stated" },
    gates: { total: 0, checked: 0, failed: 0, waived: 0, notApplicable: 0, open: 0, due: 0 },
    due: new Set(),
    findings,
    suppressed: [],
    shaped: [],
    verdict: {
      verdict: findings.length > 0 ? "no-go" : "go",
      blockers: findings.map(({ rule, message, at }) => ({ rule, message, at })),
      waivers: [],
      suppressed: [],
    },
  };
}

function documentOf(uri: string, text: string): ReleaseDocument {
  const part: Part = { text };
  const gates = [...text.matchAll(/\[ \] (.*)/g)].map((match, ordinal): Gate => {
    const at = { part, start: match.index, end: match.index + match[0].length };
    return {
      id: `gate-${ordinal}`,
      text: match[1] ?? "",
      state: "open",
      form: "task",
      phase: "pre-release",
      critical: false,
      required: true,
      box: { ...at, end: match.index + 3 },
      at,
    };
  });
  const document = { ...emptyDocument({ uri, format: "markdown", text, kind: "ReleaseRunbook" }), gates };
  if (!text.includes("BREAK")) return document;
  return Object.defineProperty(document, "sections", {
    get() {
      throw new Error("the feature broke");
    },
  });
}
