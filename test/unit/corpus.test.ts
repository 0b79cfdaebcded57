import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Assessment, createReleaseDocsService } from "../../server/src/engine/service.ts";
import { memoryFiles } from "../support/memory-files.ts";

const shared = join(import.meta.dirname, "..", "..", "..", "shared");
const corpus = join(shared, "corpus");
const seeds = join(shared, "seeds");
const present = existsSync(corpus) && existsSync(seeds);
if (!present) console.log("corpus.test.ts: skipped, the shared inputs are not beside this checkout");

const assess = (name: string, text: string, kind?: string): Promise<Assessment | undefined> =>
  createReleaseDocsService({ files: memoryFiles({}), today: () => "2026-11-20" }).assess(
    `file:///w/${name}`,
    text,
    kind === undefined ? {} : { kind, as: "run" },
  );

function findings(assessment: Assessment): string {
  const counts = new Map<string, number>();
  for (const { rule } of assessment.findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return (
    [...counts]
      .sort()
      .map(([rule, count]) => `${rule}×${count}`)
      .join(" ") || "none"
  );
}

function row(assessment: Assessment | undefined): string {
  if (assessment === undefined) return "not ours";
  const { document, gates } = assessment;
  const { rollback } = document;
  const plan = rollback.present
    ? `rollback with ${rollback.steps.length} steps, ${rollback.triggers.length} triggers`
    : "no rollback";
  return `${document.kind}, ${document.declared ? "declared" : "recognised"}, ${document.template ? "template" : "run"}; ${gates.total} gates; ${plan}; findings: ${findings(assessment)}`;
}

function countForms(assessment: Assessment | undefined): Readonly<Record<string, number>> {
  const forms: Record<string, number> = {};
  for (const { form } of assessment?.document.gates ?? []) forms[form] = (forms[form] ?? 0) + 1;
  return forms;
}

describe.skipIf(!present)("real documents", () => {
  it("are judged as the table says, and every line of it was looked at", async () => {
    const lines: string[] = [];
    for (const name of readdirSync(corpus).sort()) {
      if (name === "README.md") continue;
      const text = readFileSync(join(corpus, name), "utf8");
      lines.push(name, `  by itself: ${row(await assess(name, text))}`);
      if (name.endsWith(".md")) lines.push(`  forced:    ${row(await assess(name, text, "ReleaseChecklist"))}`);
    }
    await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot("../fixtures/corpus.golden.txt");
  });

  it.each([
    ["000", "ReleaseManifest", 29],
    ["001", "ReleaseRunbook", 42],
    ["002_52419a29dde206c4.plan", "ReleasePlan", 32],
    ["003", "ReleaseManagementPlan", 56],
    ["004", "ReleaseChecklist", 66],
  ])("source document %s is a %s with %i gates", async (prefix, kind, gates) => {
    const name = readdirSync(seeds).find((candidate) => candidate.startsWith(prefix)) ?? "";
    const text = readFileSync(join(seeds, name), "utf8");
    const assessment = await assess(name, text);
    expect([assessment?.document.kind, assessment?.gates.total]).toEqual([kind, gates]);
    expect(assessment?.findings.map(({ rule }) => rule)).not.toContain("rollback/missing-plan");
    const forms = countForms(assessment);
    if (prefix === "001") expect(forms).toEqual({ task: 33, cell: 9 });
    if (prefix === "003") expect(forms).toEqual({ task: 26, fence: 30 });
  });

  it("has no word about the brief around the plan", async () => {
    const name = readdirSync(seeds).find((candidate) => candidate.includes("brief")) ?? "";
    expect(await assess(name, readFileSync(join(seeds, name), "utf8"))).toBeUndefined();
  });

  it("lists the blanks of the checklist when it is forced to be a run", async () => {
    const name = readdirSync(seeds).find((candidate) => candidate.startsWith("004")) ?? "";
    const assessment = await assess(name, readFileSync(join(seeds, name), "utf8"), "ReleaseChecklist");
    expect(assessment?.document.template).toBe(false);
    expect(assessment?.findings.some(({ rule }) => rule === "gates/unchecked")).toBe(true);
  });
});
