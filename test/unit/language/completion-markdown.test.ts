import { describe, expect, it } from "vitest";
import { completions, type Offered } from "./completion-support.ts";
import { release } from "./workspace.ts";

const head = "---\nkind: ReleaseRunbook\n---\n\n# Release Runbook: v1\n\n";
const inRunbook = (body: string): Promise<Offered> => completions({ "runbook.md": head + body });
/** The runbook of a release whose manifest stands beside it. */
const besideManifest = (body: string): Promise<Offered> => completions({ "guide.md": head + body, ...release });

describe("sections", () => {
  const some = "## 1. Release Information\n\n- **Version**: v1\n\n";

  it("that are missing come in order, the next one first, with their number and body", async () => {
    const found = await inRunbook(`${some}## ‸\n\n## 7. Post-Release Tasks\n\n- [ ] a\n`);
    expect(found.labels.slice(0, 3)).toEqual(["Pre-Release Checklist", "Build Steps", "Deployment Steps"]);
    expect(found.labels).not.toContain("Release Information");
    expect(found.labels).not.toContain("Post-Release Tasks");
    expect(found.items.filter(({ preselect }) => preselect).map(({ label }) => label)).toEqual([
      "Pre-Release Checklist",
    ]);
    expect(found.accept("Pre-Release Checklist")).toContain(
      "## 2. Pre-Release Checklist\n\n- [ ] [What must be confirmed]\n\n## 7.",
    );
  });

  it("take the place of a half-written heading", async () => {
    const found = await inRunbook(`${some}## Smo‸\n`);
    expect(found.accept("Smoke Tests")).toContain(
      "## 2. Smoke Tests\n\n| Test | Type | Expected Result | Pass |\n| ---- | ---- | --------------- | ---- |\n| [Test] |",
    );
  });

  it("are offered on an empty line, with their marks", async () => {
    expect((await inRunbook(`${some}‸\n`)).accept("Build Steps")).toContain("\n## 2. Build Steps\n");
  });

  it("below a section are its own", async () => {
    const found = await inRunbook("## 4. Deployment Steps\n\n### ‸\n");
    expect(found.labels).toEqual(["Staging Deployment", "Production Deployment"]);
    expect(found.accept("Staging Deployment")).toContain("### 4.1 Staging Deployment\n");
  });
});

describe("tables", () => {
  const table =
    "## Smoke Tests\n\n| Test | Type | Pass |\n|---|---|---|\n| A | Critical | [x] |\n| B | Major | [ ] |\n| C | Critical | [ ] |\n";

  it("get a row of their columns", async () => {
    for (const line of ["‸", "|‸", "| ‸"]) {
      expect((await inRunbook(`${table}${line}\n`)).accept("New row")).toContain(
        "| C | Critical | [ ] |\n| [Test] | Critical | [ ] |\n",
      );
    }
  });

  it("know the words of a column", async () => {
    expect((await inRunbook(`${table}| D | ‸ | |\n`)).labels).toEqual(["Critical", "Major"]);
    expect((await inRunbook(`${table}| D | Major | ‸ |\n`)).accept("[x]")).toContain("| D | Major | [x] |");
  });

  it("know owners, days and ids by their column", async () => {
    const columns = "| Migration | Owner | Due date |\n|---|---|---|\n";
    expect((await besideManifest(`${columns}| ‸ | | |\n`)).labels).toContain("0007_shard");
    expect((await besideManifest(`${columns}| x | @a‸ | |\n`)).labels).toContain("@alice");
    expect((await besideManifest(`${columns}| x | | ‸ |\n`)).labels).toContain("2026-11-20");
  });

  it("are offered where the section must have one", async () => {
    expect((await inRunbook("## Communication Plan\n\n‸\n")).accept("Table")).toContain(
      "| Audience | Channel | Timing | Message |\n",
    );
  });
});

describe("gates", () => {
  it.each(["- ‸", "-‸", "- [‸]", "- [ ]‸", "- [ ‸"])("%s", async (line) => {
    expect((await inRunbook(`## Pre-Release Checklist\n\n${line}\n`)).accept("Gate")).toContain(
      "\n- [ ] What must be confirmed\n",
    );
  });

  it("are checked by somebody who is known", async () => {
    expect((await besideManifest("- ‸\n")).accept("Gate, checked")).toContain(
      "- [x] What was confirmed (by @alice, 2026-11-20)\n",
    );
  });

  it("are answered at their end", async () => {
    const found = await besideManifest("- [ ] Load test repeated ‸\n");
    expect(found.accept("(waived by …)")).toContain("- [ ] Load test repeated (waived by @alice: reason)\n");
    expect((await besideManifest("- [x] Load test repeated (‸)\n")).accept("(by …)")).toContain(
      "repeated (by @alice, 2026-11-20)\n",
    );
  });

  it("can stand in a fence that is no code", async () => {
    expect((await inRunbook("```yaml\nCanary:\n  - ‸\n```\n")).labels).toContain("Gate");
    expect((await inRunbook("```bash\n- ‸\n```\n")).labels).toEqual([]);
  });
});

describe("fields", () => {
  it("know what stands for a status, a day, a person, a version", async () => {
    expect((await inRunbook("**Status:** ‸\n")).labels.slice(0, 3)).toEqual(["Draft", "In review", "Approved"]);
    expect((await inRunbook("- **Release Date**: ‸\n")).labels).toContain("2026-11-23");
    expect((await besideManifest("**Release Manager:** @‸\n")).labels).toContain("@bob");
    expect((await besideManifest("**Version:** ‸\n")).labels).toContain("v3.1.0");
    expect((await inRunbook("| Field | Value |\n|---|---|\n| Status | ‸ |\n")).labels).toContain("In progress");
  });

  it("of the section that are missing are offered", async () => {
    const found = await inRunbook("## Release Information\n\n- **Version**: v1\n**Prev‸**\n");
    expect(found.labels).toContain("Previous production ver.");
    expect(found.labels).not.toContain("Version");
  });
});

describe("links", () => {
  it("lead to headings and files", async () => {
    const found = await besideManifest("## 6. Rollback Procedure\n\nSee [‸]\n");
    expect(found.accept("6. Rollback Procedure")).toContain("See [6. Rollback Procedure](#6-rollback-procedure)\n");
    expect(found.accept("release-manifest.yaml")).toContain("See [release-manifest.yaml](release-manifest.yaml)\n");
  });

  it("are completed in their parentheses", async () => {
    expect((await besideManifest("## Go back\n\n[x](#‸)\n")).accept("#go-back")).toContain("[x](#go-back)\n");
    expect((await besideManifest("[x](ru‸)\n")).accept("runbook.md")).toContain("[x](runbook.md)\n");
    expect((await besideManifest("[x](runbook.md#‸)\n")).accept("runbook.md#rollback-procedure")).toContain(
      "(runbook.md#rollback-procedure)",
    );
  });
});

it("names people after an at sign", async () => {
  expect((await besideManifest("Ask @b‸ first\n")).accept("@bob")).toContain("Ask @bob first\n");
});

it("names ids in code", async () => {
  expect((await besideManifest("Run `00‸`\n")).accept("0007_shard")).toContain("Run `0007_shard`\n");
});

it("completes front matter", async () => {
  const keys = await completions({ "r.md": "---\nkind: ReleaseRunbook\nst‸\n---\n# Release Runbook\n" });
  expect(keys.accept("status")).toContain("status: draft\n---");
  expect(keys.labels).not.toContain("kind");
  const value = await completions({ "r.md": "---\nkind: ‸\n---\n# Release Runbook\n" });
  expect(value.labels).toContain("ReleaseChecklist");
  const fresh = await completions({ "r.md": "-‸\n# Release Runbook\n" });
  expect(fresh.accept("Front matter")).toBe("---\nkind: ReleaseRunbook\nstatus: draft\n---\n\n# Release Runbook\n");
});

it("names rules in comments", async () => {
  const found = await inRunbook("<!-- release-docs-disable-next-line str‸\n");
  expect(found.accept("structure/missing-section")).toContain(
    "<!-- release-docs-disable-next-line structure/missing-section -- reason -->\n",
  );
  expect((await inRunbook("<!-- release-docs-disable-next-line str‸ -->\n")).labels).toContain("structure/*");
});

it("is quiet in prose", async () => {
  expect((await inRunbook("We deploy the new ‸\n")).labels).toEqual([]);
});
