import { describe, expect, test } from "vitest";
import type { RollbackPlan } from "../../../server/src/document/rollback.ts";
import { read, source } from "./dump.fixture.ts";

const plan = (body: string): RollbackPlan => read(`# Release X\n\n## Rollback Plan\n\n${body}\n`).rollback;
const triggers = (body: string): readonly string[] => plan(body).triggers.map(({ value }) => value);

describe("triggers", () => {
  test.each([
    ["Trigger: error rate over 5%", "error rate over 5%"],
    ["Triggers - the queue stands still", "the queue stands still"],
    ["Roll back if parcels are lost.", "Roll back if parcels are lost."],
    ["We roll back when labels are blank.", "We roll back when labels are blank."],
    ["If labels are blank, roll back.", "If labels are blank, roll back."],
    ["If a printer catches fire, redeploy 1.2.", "If a printer catches fire, redeploy 1.2."],
    ["Undo all. When parcels go astray, we revert.", "When parcels go astray, we revert."],
    ["If a critical issue is found before noon:\n\n1. Redeploy 1.2", "If a critical issue is found before noon:"],
    ["### Scenario 2: failed upload\n\n1. Upload again", "Scenario 2: failed upload"],
    ["**Symptoms:** labels are blank", "labels are blank"],
    ["Rollback triggers:\n\n- labels are blank", "labels are blank"],
  ])("%j", (body, trigger) => {
    expect(triggers(body)).toEqual([trigger]);
  });

  test.each([
    "1. Redeploy 1.2",
    "If you need help, redeploy with @ops.",
    "If the database was migrated, restore the backup.",
    "When done:\n\n1. Redeploy 1.2",
    "If a rollback is needed, run the job.",
  ])("none in %j", (body) => {
    expect(triggers(body)).toEqual([]);
  });

  test("a lead-in reaches to the end of its list, and what follows is what the section is", () => {
    const { triggers: found, steps } = plan("**Triggers:**\n\n- labels are blank\n\nThen:\n\n1. Redeploy 1.2");
    expect(found.map(({ value }) => value)).toEqual(["labels are blank"]);
    expect(steps.map(({ text }) => text)).toEqual(["Redeploy 1.2"]);
  });

  test.each([
    "**Triggers**\n\n- labels are blank\n\n1. Redeploy 1.2\n2. Print one",
    "**Triggers:**\n- labels are blank\n1. Redeploy 1.2\n2. Print one",
    "Roll back if:\n\n- labels are blank\n\n1. Redeploy 1.2\n2. Print one",
    "**Triggers**\n\n* labels are blank\n\n- [ ] Redeploy 1.2\n- [ ] Print one",
    "**Triggers**\n\n- [ ] labels are blank\n\n1. Redeploy 1.2\n2. Print one",
  ])("a list of steps right after it is no part of it: %j", (body) => {
    const { triggers: found, steps } = plan(body);
    expect(found.map(({ value }) => value)).toContain("labels are blank");
    expect(found.map(({ value }) => value)).not.toContain("Print one");
    expect(steps.map(({ text }) => text)).toEqual(["Redeploy 1.2", "Print one"]);
  });

  test.each([
    "**Triggers**\n\n1. labels are blank\n2. parcels are lost",
    "**Triggers**\n\n- labels are blank\n\n1. parcels are lost",
    "**Triggers**\n\n- labels are blank\n  1. redeploy fails\n\nparcels are lost",
    "### Triggers\n\n- labels are blank\n\n1. parcels are lost",
  ])("a numbered list of triggers stays one: %j", (body) => {
    const { triggers: found, steps } = plan(body);
    expect(found.length).toBeGreaterThan(0);
    expect(steps).toEqual([]);
  });
});

describe("verification", () => {
  test.each(["Rollback Plan", "Rollback Procedure", "Rollback Steps"])("is read from its label in %s", (heading) => {
    const { rollback } = read(
      `# Release X\n\n## ${heading}\n\n1. Redeploy 1.2\n\n**Verification:** Labels are printed\n`,
    );
    expect(rollback.verification?.value).toBe("Labels are printed");
  });

  test("is not there where its label says nothing", () => {
    const { rollback } = read("# Release X\n\n## Rollback Procedure\n\n1. Redeploy 1.2\n\n**Verification:** none\n");
    expect(rollback.verification).toBeUndefined();
  });
});

describe("without a section of its own", () => {
  const { rollback } = read(
    "# Release X\n\n## Deploy\n\n**Rollback:**\n\n```sh\nshipctl up 1.2\n```\n\nThen verify it:\n\n```sh\nshipctl check\n```\n\nThe crew goes home:\n\n1. Lights off\n",
  );

  test("a lead-in goes on while it speaks of the same", () => {
    expect(rollback.steps.map(({ text }) => text)).toEqual(["shipctl up 1.2", "shipctl check"]);
    expect(rollback.verification?.value).toBe("Then verify it");
  });

  test("a line without marks announces it too", () => {
    const plain = read("# Release X\n\n## Deploy\n\nRollback: redeploy 1.2\n").rollback;
    expect([plain.present, plain.steps.map(({ text }) => text)]).toEqual([true, ["redeploy 1.2"]]);
  });

  test("a time alone is no plan", () => {
    const { present, estimate } = read("# Release X\n\n## Flags\n\n**Rollback Time:** 2 minutes\n").rollback;
    expect([present, estimate?.value]).toEqual([false, "2 minutes"]);
  });

  test("trigger conditions of something else are no plan", () => {
    expect(read("# Release X\n\n## Alarms\n\n### Trigger Conditions\n\n- smoke\n").rollback.present).toBe(false);
    expect(read("# Release X\n\n## Rollback Triggers\n\n- smoke\n").rollback.present).toBe(true);
  });
});

describe("who decides, and how long it takes", () => {
  test.each([
    ["Decision: @alice", "@alice"],
    ["Owner - Alice", "Alice"],
    ["@alice decides.", "@alice decides."],
    ["The release manager decides", "The release manager decides"],
    ["The decision is made by Alice.", "The decision is made by Alice."],
    ["```\nWho may:\n  authorized:\n    - Alice\n```", "Alice"],
    ["```\nStep 1 - Stop:\n  owner: Alice\n```", "Alice"],
  ])("%j", (body, owner) => {
    expect(plan(body).owner?.value).toBe(owner);
  });

  test.each([
    ["It takes about 15 minutes.", "15 minutes"],
    ["The old version is back within 10 minutes.", "10 minutes"],
    ["Time: 15 minutes", "15 minutes"],
    ["**Quick rollback (5 minutes):**\n\n1. Redeploy", "5 minutes"],
    ["Redeploy takes 3 minutes.\n\n**Estimated time:** 20 minutes", "20 minutes"],
  ])("%j", (body, estimate) => {
    expect(plan(body).estimate?.value).toBe(estimate);
  });

  test("a deadline in a trigger is no estimate, nor is how long one watches", () => {
    expect(plan("**Watch it (2 hours):**\n\n1. Look").estimate).toBeUndefined();
    expect(plan("If errors do not stop within 10 minutes, roll back.").estimate).toBeUndefined();
  });
});

describe("robustness", () => {
  test.each([
    `If ${"a".repeat(50_000)}`,
    `If ${"a ".repeat(25_000)}`,
    `Takes${" ".repeat(50_000)}x`,
    `Redeploy. ${"Takes ".repeat(10_000)}`,
    `${"Owner: a\n".repeat(5_000)}`,
    `${"migrate ".repeat(10_000)}`,
    `${"A. ".repeat(20_000)}`,
    `${"psql ".repeat(10_000)}`,
    `${"passed ".repeat(10_000)}x`,
  ])("a long text costs no more than its length (%#)", (body) => {
    expect(plan(body).present).toBe(true);
    expect(read(`# X\n\n## Testing\n\n- **Load test results**: ✅ ${body}\n`).tests.length).toBeLessThan(2);
  });
});

describe("migrations", () => {
  test.each([
    "1. Undo the data change\n   - `psql -f migrations/rollback/0016.sql`",
    "1. Undo the change\n\n   ```sh\n   alembic downgrade -1\n   ```",
    "1. `migrate down 1`",
    "1. `flyway undo`",
    "1. Restore from backup",
    "Migrations are backward compatible.",
    "The schema change needs no rollback.",
    "The migration is irreversible; fix forward with 0017.",
  ])("%j undoes them, or says why not", (body) => {
    expect(plan(body).undoesMigrations).toBe(true);
  });

  test.each(["1. Redeploy 1.2", "**Triggers:** a migration fails", "The migration is irreversible."])(
    "%j does not",
    (body) => {
      expect(plan(body).undoesMigrations).toBe(false);
    },
  );

  test("a sentence anywhere counts where the document says that there are migrations", () => {
    const text = "# Release X\n\n**Database Migrations:** Yes\n\n## Scope\n\nAll migrations are additive.\n";
    expect(read(text).rollback.undoesMigrations).toBe(true);
    expect(read(text.replace("Yes", "No")).rollback.undoesMigrations).toBe(false);
    expect(read("# X\n\n**Database Migrations:** Yes (backward compatible)\n").rollback.undoesMigrations).toBe(true);
  });
});

describe("what else the reader takes", () => {
  test("no-go triggers end with their list", () => {
    const { noGoTriggers, gates } = read(
      "# Release X\n\n**Automatic No-Go Triggers:**\n\nAny of these.\n\n- [ ] a\n- b\n\nAfterwards:\n\n- [x] c\n- d\n",
    );
    expect(noGoTriggers.map(({ text }) => text)).toEqual(["b", "a"]);
    expect(gates.map(({ text }) => text)).toEqual(["c"]);
  });

  test("the runbook is where its link leads", () => {
    const linked = read("# Release X\n\n- **Runbook**: [v2.1.2](../x.md)\n");
    expect(linked.facts.runbook?.value).toBe("../x.md");
    expect(linked.facts.runbook === undefined ? "" : source(linked, linked.facts.runbook.at)).toBe("../x.md");
    expect(read("# Release X\n\n- **Runbook**: ./x.md\n").facts.runbook?.value).toBe("./x.md");
  });

  test("N/A without a reason leaves a gate open, and a ticked one ticked", () => {
    const { gates } = read("# Release X\n\n- [ ] scan (N/A)\n- [x] load (N/A)\n- [ ] docs (N/A: none)\n");
    expect(gates.map(({ text, state, waiverIncomplete }) => [text, state, waiverIncomplete])).toEqual([
      ["scan", "open", true],
      ["load", "checked", undefined],
      ["docs", "notApplicable", undefined],
    ]);
  });

  test("a status says no result, and an issue count is its number", () => {
    const { tests } = read(
      "# Release X\n\n## Testing\n\n- **Perf test results**: ✅ passed\n- **Critical issues**: 1 (in triage)\n",
    );
    expect(tests).toMatchObject([{ status: { value: "✅" }, criticalIssues: { value: "1" } }]);
    expect(tests[0]).not.toHaveProperty("results");
    expect(
      read("# Release X\n\n## Testing\n\n- **Perf test results**: ✅ passed, p95 210 ms\n").tests[0],
    ).toMatchObject({
      results: { value: "passed, p95 210 ms" },
    });
  });

  test("❌ alone is a warning, and beside ✅ an answer", () => {
    expect(read("# Release X\n\n- ❌ never on Fridays\n- ❌ nor at night\n").gates).toEqual([]);
    expect(read("# Release X\n\n- ✅ built\n- ❌ signed\n").gates.map(({ state }) => state)).toEqual([
      "checked",
      "failed",
    ]);
    const table = (header: string): string => `# X\n\n| Job | ${header} |\n|---|---|\n| lint | ✅ |\n| test | ❌ |\n`;
    expect(read(table("Blocks?")).gates).toEqual([]);
    expect(read(table("Status")).gates.map(({ state }) => state)).toEqual(["checked", "failed"]);
  });

  test("a rejected approval is told from a missing one", () => {
    const { signOffs } = read(
      "# X\n\n## Sign-off\n\n| Role | Signature | Decision |\n|---|---|---|\n| A | @a | Rejected |\n| B | @b | Approved |\n| C | | |\n",
    );
    expect(signOffs.map(({ role, signed, rejected }) => [role.value, signed, rejected])).toEqual([
      ["A", false, true],
      ["B", true, undefined],
      ["C", false, undefined],
    ]);
  });

  test("a list of sign-offs is no line that waits for a signature", () => {
    expect(read("# X\n\n**Sign-off:**\n\n- Harbour: @lars\n").signOffs).toEqual([]);
    expect(read("# X\n\n**Sign-off:**\n").signOffs).toHaveLength(1);
  });

  test("traps of YAML in front matter are recovered, with what to write instead", () => {
    const { problems, facts } = read("---\nowner: @alice\nversion: 2.10\nid: #12\n---\n# X\n");
    expect(problems).toMatchObject([
      { rule: "syntax/front-matter", replacement: '"@alice"' },
      { rule: "syntax/front-matter", replacement: '"#12"' },
    ]);
    expect([facts.version?.value, facts.owners.map(({ value }) => value)]).toEqual(["2.10", ["@alice"]]);
  });
});
