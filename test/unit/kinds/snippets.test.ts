import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseDocument } from "yaml";
import { createReleaseDocsService } from "../../../server/src/engine/service.ts";
import { memoryFiles } from "../../support/memory-files.ts";

interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

const folder = join(import.meta.dirname, "..", "..", "..", "snippets");

function snippetsOf(file: string): readonly (readonly [string, Snippet])[] {
  const snippets: Readonly<Record<string, Snippet>> = JSON.parse(readFileSync(join(folder, file), "utf8"));
  return Object.entries(snippets);
}

/** The text that a snippet inserts when every field is left as it stands. */
function inserted({ body }: Snippet): string {
  return body
    .join("\n")
    .replace(/\$\{\d+\|((?:[^|\\]|\\.)*)\|\}/g, (_, choices: string) => choices.split(",")[0] ?? "")
    .replace(/\$\{\d+:([^{}]*)\}/g, "$1")
    .replace(/\$CURRENT_YEAR-\$CURRENT_MONTH-\$CURRENT_DATE/g, "2026-12-04")
    .replace(/\$(?:0|TM_SELECTED_TEXT)/g, "");
}

describe.each(["release-manifest.code-snippets.json", "markdown.json"])("%s", (file) => {
  const snippets = snippetsOf(file);

  it("has a prefix of its own for each snippet, and a description", () => {
    expect(new Set(snippets.map(([, { prefix }]) => prefix)).size).toBe(snippets.length);
    for (const [, { prefix, description }] of snippets) {
      expect(prefix).toMatch(/^rd-[a-z-]+$/);
      expect(description).toMatch(/^\p{Lu}.*[^.]$/u);
    }
  });

  it.each(snippets)("%s has fields in order and nothing that VS Code would insert as it is", (_name, snippet) => {
    const fields = [...snippet.body.join("\n").matchAll(/\$\{?(\d+)/g)].map((match) => Number(match[1]));
    const distinct = [...new Set(fields.filter((field) => field > 0))];
    expect(distinct).toEqual(distinct.map((_, index) => index + 1));
    expect(fields.filter((field) => field === 0)).toHaveLength(1);
    expect(inserted(snippet)).not.toMatch(/\$\{|\|\}/);
  });
});

describe("release-manifest.code-snippets.json", () => {
  it.each(snippetsOf("release-manifest.code-snippets.json"))("%s inserts YAML", (_name, snippet) => {
    expect(parseDocument(inserted(snippet)).errors).toEqual([]);
  });
});

/** Prefixes of the sections that make a whole document of a kind; a title stands for itself. */
const whole: Readonly<Record<string, readonly string[]>> = {
  ReleaseRunbook: [
    "# Release Runbook: [Project]",
    ...["metadata", "release-information", "pre-release", "build-steps", "deployment-steps", "smoke-tests", "rollback"],
    ...["post-release", "communication", "contacts", "approvals", "definition-of-done"],
  ],
  ReleasePlan: [
    "# Release Plan: [Project]",
    ...["release-fields", "release-scope", "pre-deployment", "strategy", "traffic", "migration-plan", "rollback"],
    ...["rollback-script", "flags", "smoke-list", "## Communication Plan", "announcement", "monitoring", "risks"],
    ...["go-no-go", "approvals"],
  ],
  ReleaseManagementPlan: [
    "# Release Management Plan: [Project]",
    ...["## Release Overview & Metadata", "plan-information", "objectives", "stakeholders"],
    ...["## Release Strategy & Channels", "channels", "phases-fence"],
    ...[
      "## Release Timeline & Milestones",
      "### Pre-Release Timeline",
      "gantt",
      "milestones",
      "communication-schedule",
    ],
    ...["## Deployment Architecture & Process", "infrastructure", "deployment-process", "blue-green"],
    ...["## Quality Gates & Validation", "quality-gates", "validation", "success-metrics"],
    ...["## Rollback Strategy & Emergency Procedures", "rollback-decider", "rollback-triggers-fence"],
    ...["### Rollback Procedures", "rollback-script", "rollback-database", "post-rollback"],
    ...["## Monitoring & Observability", "alerts", "logging"],
    ...["## Communication & Documentation", "documentation", "knowledge-transfer"],
    ...["post-release-activities", "issue-response", "governance", "approvals", "sign-off"],
  ],
  ReleaseChecklist: [
    "# Release Checklist: [Project]",
    ...["## Release Information", "status", "pre-release-phase", "deployment-phase", "post-release-phase"],
    ...["## Rollback Procedures", "rollback-decider", "when-to-rollback"],
    ...["rollback-checklist", "metrics"],
  ],
  ReleaseManifest: [
    "# Release Manifest: [Project]",
    ...[
      "overview",
      "scope",
      "testing",
      "migrations",
      "rollout",
      "rollback-plan",
      "observability",
      "notes",
      "approvals",
    ],
    ...["checklist"],
  ],
  DeploymentReport: ["report"],
  ReleaseNotes: ["notes-users"],
};

describe("the sections of markdown.json", () => {
  const byPrefix = new Map(snippetsOf("markdown.json").map(([, snippet]) => [snippet.prefix, snippet]));

  it.each(Object.entries(whole))("make a %s without a finding", async (kind, sections) => {
    const texts = sections.map((section) => {
      const snippet = byPrefix.get(`rd-${section}`);
      expect(snippet !== undefined || /^\W/.test(section), section).toBe(true);
      return snippet === undefined ? section : inserted(snippet).trimEnd();
    });
    const text = ["---", `kind: ${kind}`, "template: true", "---", "", texts.join("\n\n"), ""].join("\n");
    const service = createReleaseDocsService({ files: memoryFiles({}), today: () => "2026-11-20" });
    const assessment = await service.assess("file:///releases/v9.md", text);
    expect(assessment?.findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
  });
});
