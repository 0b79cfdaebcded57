import { describe, expect, it } from "vitest";
import { type AssessOptions, createReleaseDocsService } from "../../../server/src/engine/service.ts";
import type { Rule, RuleContext } from "../../../server/src/rules/rule.ts";
import { type RuleRun, runRules } from "../../../server/src/rules/run-rules.ts";
import { dueAt } from "../../../server/src/stage/due.ts";
import { plainAssessment } from "../../fuzz/plain-assessment.ts";
import { memoryFiles } from "../../support/memory-files.ts";

const uri = "file:///w/release-manifest.yaml";
const today = (): string => "2026-11-20";
const gates = (...names: readonly string[]): string =>
  names.map((name) => `    - gate: ${name}\n      checked: false\n`).join("");
const manifest = (status: string, active: string, names: readonly string[]): string => `apiVersion: release-docs/v1
kind: ReleaseManifest
release:
  id: v1
  status: ${status}
  runbook: ./runbook.md
scope:
  - id: "1"
    title: Change
    rollback: { script: ./undo.sql }
  - id: "2"
    title: Another
rollout:
  phases:
    - name: Canary
      status: done
      gates:
        - gate: Healthy
    - name: Region
      status: ${active}
      gates:
        - gate: Still healthy
    - name: Everyone
checklist:
  preRelease:
${gates(...names)}`;
const names = ["Backups verified", "Load tested", "Tickets closed", "Docs written", "Room booked", "Keys rotated"];
const text = manifest("in-progress", "pending", names);

/** What a service says that has seen another state before, what it said then, and what one says that sees this one first. */
async function told(
  before: { readonly text?: string; readonly files?: Record<string, string>; readonly options?: AssessOptions },
  after: typeof before,
) {
  const files: Record<string, string> = { ...before.files };
  const service = createReleaseDocsService({ files: memoryFiles(files), today });
  const earlier = plainAssessment(await service.assess(uri, before.text ?? text, before.options));
  for (const name of Object.keys(files)) delete files[name];
  Object.assign(files, after.files);
  if ("file:///w/.release-docs.yaml" in files) service.configurationChanged();
  else if (after.files !== undefined) service.filesChanged();
  const next = plainAssessment(await service.assess(uri, after.text ?? text, after.options));
  const first = createReleaseDocsService({ files: memoryFiles(files), today });
  return { earlier, next, first: plainAssessment(await first.assess(uri, after.text ?? text, after.options)) };
}

describe("findings that are kept", () => {
  const configured = (rules: string) => ({ "file:///w/.release-docs.yaml": rules });
  it.each([
    ["the stage that is asked for", { options: { stage: "draft" } }, { options: { stage: "completed" } }],
    ["the status", { text: manifest("draft", "pending", names) }, {}],
    ["the phase that is asked for", { options: { phase: "release" } }, { options: { phase: "pre-release" } }],
    ["the active rollout phase", {}, { text: manifest("in-progress", "done", names) }],
    ["whether it is a template", { options: { as: "template" } }, { options: { as: "run" } }],
    ["the file that is linked", { files: { "file:///w/undo.sql": "" } }, { files: {} }],
    ["today", { options: { today: "2026-11-20" } }, { text: `${text}# later\n`, options: { today: "2027-01-02" } }],
    [
      "the configuration",
      { files: configured("statuses: { in-progress: draft }") },
      { files: configured("statuses: { in-progress: approved }") },
    ],
    [
      "a gate in the middle",
      {},
      { text: text.replace("Tickets closed\n      checked: false", "Done\n      checked: true") },
    ],
    ["a gate less", {}, { text: manifest("in-progress", "pending", names.slice(1)) }],
    ["a gate more", {}, { text: manifest("in-progress", "pending", ["First", ...names]) }],
    ["a work item more", {}, { text: text.replace("scope:\n", 'scope:\n  - id: "0"\n') }],
  ] as const)("do not outlive %s", async (_, before, after) => {
    const { earlier, next, first } = await told(before, after);
    expect(next).toEqual(first);
    expect(next).not.toEqual(earlier);
  });
});

describe("a run of the rules", () => {
  /** A rule that says of each gate in what light it was seen, and which gates it was shown. */
  function watching(): { readonly rule: Rule; readonly seen: string[] } {
    const seen: string[] = [];
    const rule: Rule = {
      id: "gates/watched",
      title: "",
      rationale: "",
      severity: { default: "warning", draft: "hint" },
      bad: "",
      good: "",
      inTemplates: true,
      declaredOnly: false,
      each: {
        gates({ text: name, box }, { today: day }, report) {
          seen.push(name);
          report({ at: box, message: `${name} on ${day}` });
        },
      },
    };
    return { rule, seen };
  }

  async function contexts(): Promise<(text: string) => Promise<RuleContext>> {
    const service = createReleaseDocsService({ files: memoryFiles({}), today });
    const related = { links: new Map(), rollbackElsewhere: false };
    return async (now) => {
      const assessment = await service.assess(uri, now);
      if (assessment === undefined) throw new Error("no release document");
      const { document, kind, configuration: config } = assessment;
      const stage = { stage: "approved", source: "stated" } as const;
      const isDue = dueAt(document, stage.stage);
      return { document, kind, stage, isDue, config, today: today(), related, schemaErrors: [] };
    };
  }

  it("looks again at the gates that changed, and at no others", async () => {
    const contextOf = await contexts();
    const { rule, seen } = watching();
    const first = runRules([rule], await contextOf(text));
    expect(seen.splice(0)).toHaveLength(8);
    const second = runRules([rule], await contextOf(text.replace("Tickets", "All tickets")), first);
    expect(seen.splice(0)).toEqual(["All tickets closed"]);
    const third = runRules([rule], await contextOf(text.replace(gates("Docs written"), "")), second);
    expect(seen.splice(0)).toEqual(["Tickets closed"]);
    expect(third.findings.map(({ message }) => message.replace(/ on .*/, ""))).toEqual([
      "Healthy",
      "Still healthy",
      ...names.filter((name) => name !== "Docs written"),
    ]);
  });

  it.each([
    ["today", { today: "2026-12-24" }],
    ["the stage", { stage: { stage: "draft", source: "stated" } }],
    ["where the stage comes from", { stage: { stage: "approved", source: "assumed" } }],
    ["what is due", { isDue: Object.assign(() => false, { key: "nothing" }) }],
    ["what other files say", { related: { links: new Map(), rollbackElsewhere: false } }],
    ["whether the plan stands elsewhere", { related: { links: new Map(), rollbackElsewhere: true } }],
  ] as const)("looks again at all when %s changes", async (_, change) => {
    const contextOf = await contexts();
    const { rule, seen } = watching();
    const context = await contextOf(text);
    const first: RuleRun = runRules([rule], context);
    const again = runRules([rule], { ...context }, first);
    expect(seen.splice(0)).toHaveLength(8);
    expect(again.findings).toEqual(first.findings);
    const changed = runRules([rule], { ...context, ...change }, again);
    expect(seen).toHaveLength(8);
    expect(changed.findings).toEqual(runRules([rule], { ...context, ...change }).findings);
  });

  it("looks again at all when the configuration or the kind is another", async () => {
    const contextOf = await contexts();
    const { rule, seen } = watching();
    const context = await contextOf(text);
    const first = runRules([rule], context);
    seen.splice(0);
    runRules([rule], { ...context, config: { ...context.config } }, first);
    expect(seen.splice(0)).toHaveLength(8);
    runRules([rule], { ...context, kind: { ...context.kind } }, first);
    expect(seen).toHaveLength(8);
  });
});
