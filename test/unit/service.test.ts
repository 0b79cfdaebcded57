import { describe, expect, it } from "vitest";
import { Cancelled, createReleaseDocsService } from "../../server/src/engine/service.ts";
import { memoryFiles } from "../support/memory-files.ts";

const today = (): string => "2026-11-20";
const checklist = (status: string, body: string): string =>
  `---\nkind: ReleaseChecklist\nstatus: ${status}\n---\n# Release Checklist: v1.2.0\n\n## Pre-Release\n\n${body}\n\n## Rollback\n\n1. Redeploy v1.1.0 and verify with the smoke tests.\n`;

const service = (files: Readonly<Record<string, string>> = {}) =>
  createReleaseDocsService({ files: memoryFiles(files), today });

async function rulesOf(
  uri: string,
  text: string,
  files: Readonly<Record<string, string>> = {},
): Promise<readonly string[]> {
  const assessment = await service(files).assess(uri, text);
  return assessment?.findings.map(({ rule, severity }) => `${rule} ${severity}`) ?? [];
}

describe("the engine", () => {
  it("has no word about files that are not ours", async () => {
    expect(await service().assess("file:///w/README.md", "# Readme\n\n- [ ] todo\n")).toBeUndefined();
    expect(await service().assess("file:///w/deploy.yaml", "apiVersion: apps/v1\nkind: Deployment\n")).toBeUndefined();
  });

  it("judges by stage", async () => {
    const verdictAt = async (status: string) => {
      const assessment = await service().assess("file:///w/c.md", checklist(status, "- [ ] Backups verified"));
      const gate = assessment?.findings.find(({ rule }) => rule === "gates/unchecked");
      return [assessment?.verdict.verdict, assessment?.verdict.blockers.length, gate?.severity, assessment?.gates.due];
    };
    expect(await verdictAt("draft")).toEqual(["not-ready", 0, undefined, 0]);
    expect(await verdictAt("approved")).toEqual(["no-go", 1, "warning", 1]);
    expect(await verdictAt("in progress")).toEqual(["no-go", 1, "error", 1]);
    expect(await verdictAt("cancelled")).toEqual(["none", 0, undefined, 0]);
  });

  it("assumes approved where no status is stated, and then only informs about gates", async () => {
    const assessment = await service().assess("file:///w/c.md", checklist("", "- [ ] Backups verified"));
    expect(assessment?.stage).toEqual({ stage: "approved", source: "assumed" });
    expect(assessment?.findings.find(({ rule }) => rule === "gates/unchecked")?.severity).toBe("information");
    expect(assessment?.findings.some(({ rule }) => rule === "structure/no-status")).toBe(true);
    expect(assessment?.verdict.verdict).toBe("no-go");
  });

  it("says warning at most of documents that never declared themselves", async () => {
    const text = "# Release Checklist: v1.2.0\n\n**Status:** In progress\n\n## Pre-Release\n\n- [ ] Backups verified\n";
    const assessment = await service().assess("file:///w/c.md", text);
    expect(assessment?.document.declared).toBe(false);
    expect(assessment?.findings.every(({ severity }) => severity !== "error")).toBe(true);
    expect(assessment?.verdict.verdict).toBe("no-go");
  });

  it("is silent about gates and blanks of a template, and judges the run made from it", async () => {
    const text = checklist("approved", "- [ ] Tell [Name]");
    const rules = (as: "template" | "run") =>
      service()
        .assess("file:///w/c.md", text, { as })
        .then((assessment) =>
          assessment?.findings.map(({ rule }) => rule).filter((rule) => /^(?:gates|placeholders)/.test(rule)),
        );
    expect(await rules("template")).toEqual([]);
    expect(await rules("run")).toEqual(["gates/unchecked", "placeholders/unfilled"]);
  });

  it("reports what configuration wants, and still blocks", async () => {
    const files = { "file:///w/.release-docs.yaml": "rules: { gates/unchecked: off }\n" };
    const assessment = await service(files).assess(
      "file:///w/c.md",
      checklist("in progress", "- [ ] Backups verified"),
    );
    expect(assessment?.findings.some(({ rule }) => rule === "gates/unchecked")).toBe(false);
    expect(assessment?.verdict).toMatchObject({
      verdict: "no-go",
      blockers: [{ rule: "gates/unchecked" }],
      suppressed: [{ rule: "gates/unchecked" }],
    });
  });

  it("lets a comment silence a finding, never a blocker, and reports a comment that silences nothing", async () => {
    const silenced = checklist(
      "in progress",
      "<!-- release-docs-disable-next-line gates/unchecked -- agreed -->\n- [ ] Backups verified",
    );
    const assessment = await service().assess("file:///w/c.md", silenced);
    expect(assessment?.findings.map(({ rule }) => rule)).not.toContain("gates/unchecked");
    expect(assessment?.suppressed.map(({ rule }) => rule)).toEqual(["gates/unchecked"]);
    expect(assessment?.verdict.verdict).toBe("no-go");
    expect(await rulesOf("file:///w/c.md", silenced.replace("[ ]", "[x]"))).toContain("suppressions/unused warning");
  });

  it("compares manifest and runbook", async () => {
    const runbook = "---\nkind: ReleaseRunbook\n---\n# Release Runbook: v2.0.9\n\n**Version:** v2.0.9\n";
    const manifest =
      "apiVersion: release-docs/v1\nkind: ReleaseManifest\nrelease:\n  id: v2.1.0\n  date: 2026-12-04\n  status: draft\n  owners: ['@a']\n  runbook: ./runbook.md\n";
    expect(await rulesOf("file:///w/release-manifest.yaml", manifest, { "file:///w/runbook.md": runbook })).toContain(
      "references/runbook-mismatch warning",
    );
    expect(await rulesOf("file:///w/release-manifest.yaml", manifest)).toContain("references/broken-link warning");
  });

  it("gives no answer to a cancelled call", async () => {
    const call = service().assess("file:///w/c.md", checklist("draft", ""), {
      token: { isCancellationRequested: true },
    });
    await expect(call).rejects.toBeInstanceOf(Cancelled);
  });

  it("answers a toggle with one edit of the box", async () => {
    const engine = service();
    const text = checklist("in progress", "- [ ] Backups verified");
    const assessment = await engine.assess("file:///w/c.md", text);
    const gate = assessment?.document.gates[0];
    if (assessment === undefined || gate === undefined) throw new Error("no gate was read");
    const changes = engine.edit(assessment.document, { do: "answer-gate", gate: gate.id, state: "checked" });
    const blank = text.indexOf("[ ]") + 1;
    expect(changes).toEqual([{ start: blank, end: blank + 1, text: "x" }]);
  });

  it("loads no schema of the workspace where it is not trusted", async () => {
    const schema = { "x-release-docs": { kind: "ReadinessReview", titles: [], judged: true }, type: "object" };
    const files = memoryFiles({
      "file:///w/.release-docs.yaml": 'documents: [{ files: "*.md", kind: ReadinessReview, schema: ./review.json }]\n',
      "file:///w/review.json": JSON.stringify(schema),
    });
    const kindWith = async (teamSchemas: boolean) =>
      (await createReleaseDocsService({ files, today }, { teamSchemas }).assess("file:///w/r.md", "# Review\n"))?.kind
        .name;
    expect([await kindWith(true), await kindWith(false)]).toEqual(["ReadinessReview", undefined]);
  });
});
