import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Gate } from "../../../server/src/document/model.ts";
import { sectionAround, sectionsIn } from "../../../server/src/document/section-tree.ts";
import { unescapeMarkdown } from "../../../server/src/text/markdown/prose.ts";
import { dump, read, source, texts } from "./dump.fixture.ts";
import { runbook } from "./runbook.fixture.ts";

const document = read(runbook);
const gate = (text: string): Gate => {
  const found = document.gates.find((each) => each.text === text);
  if (found === undefined) throw new Error(`No gate ${text} in ${document.gates.map((each) => each.text).join("; ")}`);
  return found;
};

describe("sections", () => {
  test("keys drop numbers and emoji; the first heading is the title", () => {
    expect(document.title?.value).toBe("🚢 Release Runbook: Parcel Tracker v4.2.0");
    expect(document.sections.map(({ key, path, known }) => [path.length, key, known])).toMatchInlineSnapshot(`
      [
        [
          1,
          "metadata",
          true,
        ],
        [
          1,
          "scope",
          true,
        ],
        [
          1,
          "pre-release-checklist",
          true,
        ],
        [
          1,
          "deployment-steps",
          true,
        ],
        [
          2,
          "staging",
          true,
        ],
        [
          2,
          "production",
          true,
        ],
        [
          1,
          "rollout",
          true,
        ],
        [
          2,
          "phase-1-canary-5-of-traffic",
          false,
        ],
        [
          2,
          "phase-2-everyone-100-of-traffic",
          false,
        ],
        [
          1,
          "migrations",
          true,
        ],
        [
          1,
          "smoke-tests",
          true,
        ],
        [
          1,
          "rollback-procedure",
          true,
        ],
        [
          1,
          "milestones",
          true,
        ],
        [
          1,
          "go-no-go",
          true,
        ],
        [
          1,
          "sign-off",
          true,
        ],
        [
          1,
          "post-release-tasks",
          true,
        ],
      ]
    `);
  });

  test("the tree hangs together, and anchors are GitHub's", () => {
    const { sections } = document;
    const staging = sections.find(({ key }) => key === "staging");
    const around = staging && sectionAround(sections, staging);
    expect(around?.key).toBe("deployment-steps");
    expect(around && sectionsIn(sections, around).map(({ key }) => key)).toEqual(["staging", "production"]);
    expect(around && sectionAround(sections, around)).toBeUndefined();
    expect(staging && sectionsIn(sections, staging)).toEqual([]);
    expect([...document.anchors]).toContain("8-rollback-procedure-rto-20-minutes");
    expect([...read("# A\n## B\n## B\n## B\n").anchors]).toEqual(["a", "b", "b-1", "b-2"]);
  });

  test("a first heading that is a section of the kind is no title", () => {
    const bare = read("## Rollback Plan\n\n1. Revert\n");
    expect(bare.title).toBeUndefined();
    expect(bare.rollback.present).toBe(true);
  });

  test("a heading that says the title once more is passed through", () => {
    const twice = read("# Release Manifest Template\n\n# Release Manifest\n\n## Scope\n");
    expect(twice.sections.map(({ key }) => key)).toEqual(["scope"]);
    expect(twice.sections[0]?.empty).toBe(true);
  });

  test("phases come from the schema, then from headings", () => {
    const text =
      "# Release X Checklist\n## Before the release\n- [ ] a\n## Going live\n### During rollout\n- [ ] b\n## Post-deployment\n- [ ] c\n### Rollback checklist\n- [ ] d\n## Rollback readiness\n- [ ] e\n## Pre-Release Checklist\n### Release planning\n- [ ] f\n";
    expect(read(text).gates.map(({ text: name, phase }) => `${name}: ${phase}`)).toEqual([
      "a: pre-release",
      "b: release",
      "c: post-release",
      "d: rollback",
      "e: pre-release",
      "f: pre-release",
    ]);
  });
});

describe("gates", () => {
  test("of every form, with state, phase and box", () => {
    const lines = document.gates.map((each) =>
      [each.form, each.state, each.phase, each.critical ? "critical" : "", each.text, source(document, each.box)].join(
        " | ",
      ),
    );
    expect(lines).toMatchInlineSnapshot(`
      [
        "task | checked | pre-release |  | Backup taken | [x]",
        "task | checked | pre-release |  | Load test run report | [X]",
        "task | open | pre-release |  | Penetration test repeated on staging | [ ]",
        "task | open | pre-release |  | Report filed | [ ]",
        "task | open | pre-release |  | Link in the ticket | [ ]",
        "task | notApplicable | pre-release |  | Browser check | [ ]",
        "task | notApplicable | pre-release |  | Cache warm-up | [ ]",
        "task | waived | pre-release |  | Legal review | [ ]",
        "task | open | pre-release |  | Accessibility review | [ ]",
        "task | failed | pre-release |  | Licence scan | [ ]",
        "task | open | pre-release |  | starred | [ ]",
        "task | open | pre-release |  | plussed | [ ]",
        "choice | checked | pre-release |  | Risk accepted | [x]",
        "task | open | pre-release |  | quoted gate | [ ]",
        "task | open | pre-release |  | Staging is quiet | [ ]",
        "fence | open | release |  | Errors are flat | [ ]",
        "fence | checked | release |  | Queues drain | [x]",
        "task | open | release |  | Canary is healthy | [ ]",
        "task | open | pre-release |  | Migration 1: 0007_parcel_index - Expand only | [ ]",
        "task | open | pre-release |  | Migration 2: 0008_drop_legacy - Contract | [ ]",
        "cell | checked | release | critical | Track a parcel | [x]",
        "cell | failed | release | critical | Print a label | [ ]",
        "cell | open | release |  | Change language | [ ]",
        "choice | failed | release |  | Can users log in? | [x]",
        "choice | checked | release |  | Can carriers log in? | [x]",
        "mark | checked | release |  | North | ✅",
        "mark | open | release |  | South | ☐",
        "task | open | post-release |  | Tell everyone | [ ]",
        "mark | open | post-release |  | a mark | ☐",
        "mark | checked | post-release |  | another mark | ✅",
      ]
    `);
  });

  test("who, when, why and with what evidence", () => {
    expect(gate("Backup taken")).toMatchObject({ by: "@lee", when: "2026-11-18" });
    expect(gate("Load test run report")).toMatchObject({ evidence: "https://ci.example.org/9" });
    expect(gate("Cache warm-up")).toMatchObject({ reason: "no cache in this release" });
    expect(gate("Legal review")).toMatchObject({ by: "@mara", reason: "wording unchanged" });
    expect(gate("Accessibility review")).toMatchObject({ state: "open", waiverIncomplete: true });
  });

  test("nested gates know their parent; gates of a rollout phase know it", () => {
    expect(gate("Report filed").parent).toBe(gate("Penetration test repeated on staging").id);
    expect(gate("Link in the ticket").parent).toBe(gate("Report filed").id);
    expect(gate("Canary is healthy").rolloutPhase).toBe(0);
  });

  test("ids are unique and do not change with the answer", () => {
    const ids = document.gates.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const ticked = read(runbook.replace("- [ ] starred", "- [x] starred (by @lee, 2026-11-19)"));
    expect(ticked.gates.map(({ id }) => id)).toEqual(ids);
  });

  test.each([
    "**Decision:** [ ] Go [ ] No-Go",
    "**Decision**: [ ] Go [ ] No-Go",
    "__Decision:__ [ ] Go [ ] No-Go",
    "*Decision:* [ ] Go [ ] No-Go",
    "- **Decision:** [ ] Go [ ] No-Go",
    "Decision: [ ] Go [ ] No-Go",
    "| What | Answer |\n|---|---|\n| **Decision:** | [ ] Go [ ] No-Go |",
  ])("a choice is called by its question, without marks: %j", (body) => {
    expect(read(`# T\n\n## S\n\n${body}\n`).gates.map(({ text, form, id }) => [text, form, id])).toEqual([
      ["Decision", "choice", "s#decision"],
    ]);
  });

  test("a fence whose boxes stand in a YAML block scalar is code", () => {
    expect(read("# T\n\n```yaml\nbody: |\n  - [ ] a\n```\n").gates).toHaveLength(0);
    expect(read("# T\n\n```yaml\nbody:\n  - [ ] a\n```\n").gates).toHaveLength(1);
    expect(read("# T\n\n```json\n- [ ] a\n```\n```md\n- [ ] b\n```\n```sh\n- [ ] c\n```\n").gates).toHaveLength(0);
  });
});

describe("the model", () => {
  test("facts", () => {
    const { facts } = document;
    expect(facts.version?.value).toBe("4.2.0");
    expect(facts.previousVersion?.value).toBe("4.1.7");
    expect(facts.date?.value).toBe("2026-11-20");
    expect(facts.owners.map(({ value }) => value)).toEqual(["@mara"]);
    expect(facts.status?.value).toBe("In Review");
    expect(facts.statusStated).toBe(true);
    expect(read("# Release Runbook v2.1.0\n\n**Status**: Draft / Approved\n").facts).toMatchObject({
      version: { value: "v2.1.0" },
      statusStated: false,
    });
  });

  test("fields, also of tables with escaped pipes", () => {
    const field = document.fields.find(({ key }) => key === "owner-deputy");
    expect([field?.label.value, field?.value.value]).toEqual(["Owner | deputy", "@ops"]);
  });

  test("work items and migrations", () => {
    expect(document.workItems.map(({ id, title, rollback }) => [id.value, title?.value, rollback])).toMatchObject([
      ["#88", "Faster `a|b` lookup", [{ form: "flag", text: "Flag lookup.fast off" }]],
      ["#89", "New labels", []],
    ]);
    expect(
      document.migrations.map(({ id, strategy, rollback }) => [id.value, strategy?.value, rollback.length]),
    ).toEqual([
      ["0007_parcel_index", "Expand only", 0],
      ["0008_drop_legacy", "Contract", 1],
    ]);
  });

  test("rollout phases", () => {
    const [canary, everyone] = document.phases;
    expect(canary).toMatchObject({
      name: { value: "Canary" },
      traffic: { value: "5%" },
      duration: { value: "2 hours" },
    });
    expect(canary?.monitor.map(({ value }) => value)).toEqual(["Error rate < 0.1%", "Latency < 200ms"]);
    expect(canary?.abortWhen.map(({ value }) => value)).toEqual(["Error rate > 1%", "Latency > 500ms"]);
    expect(everyone?.rollbackWhen.map(({ value }) => value)).toEqual(["Error rate > 5%"]);
  });

  test("the rollback plan", () => {
    const { rollback } = document;
    expect(rollback.triggers.map(({ value }) => value)).toEqual([
      "Error rate > 5%",
      "Error rate above 5% for ten minutes",
      "Parcels are lost",
    ]);
    expect(rollback.steps.map(({ form, text }) => `${form}: ${text}`)).toEqual([
      "script: Script db/undo/0008.sql",
      "step: Announce it in #parcel-room",
      "revert: Redeploy 4.1.7",
      "step: Verify with the smoke tests",
      "command: Stop the queue",
      "command: Back to the previous image",
    ]);
    expect(rollback.owner?.value).toBe("Release Manager decides within the hour.");
    expect(rollback.estimate?.value).toBe("20 minutes");
    expect(rollback.rto?.value).toBe("20 minutes");
    expect(rollback.verification?.value).toBe("Verify with the smoke tests");
    expect(rollback.communication?.value).toBe("Announce it in #parcel-room");
    expect(rollback.links.map(({ value }) => value)).toEqual(["./undo.md#database"]);
  });

  test("milestones, sign-offs, no-go triggers and dates", () => {
    expect(document.milestones.map(({ name, date, ordered }) => [name.value, date?.value, ordered])).toEqual([
      ["Code freeze", "2026-11-13", true],
      ["Release", "2026-11-20", true],
      ["Code freeze", "2026-11-13", undefined],
    ]);
    expect(document.signOffs.map(({ role, signed }) => [role.value, signed])).toEqual([
      ["Product Owner Sign-off", true],
      ["Security Sign-off", false],
    ]);
    expect(document.noGoTriggers.map(({ text, ticked }) => [text, ticked])).toEqual([
      ["Backup failed", true],
      ["Nobody on call", false],
    ]);
  });

  test("placeholders; what a definition makes a link is none", () => {
    expect(document.placeholders.map(({ text }) => text)).toEqual([
      "[pipeline name]",
      "_[Name]_",
      "____",
      "[X.Y.Z]",
      "YYYY-MM-DD",
      "[the plan]",
      "[Description of the bug]",
    ]);
    const defined = read(`${runbook}\n[the plan]: ./plan.md\n`);
    expect(defined.placeholders.map(({ text }) => text)).not.toContain("[the plan]");
  });

  test("references and directives", () => {
    expect(document.references.map(({ kind, target }) => `${kind} ${target}`)).toEqual([
      "url https://tickets.example.org/CHG-77",
      "url https://git.example.org/88",
      "url https://ci.example.org/9",
      "file ./undo.md#database",
      "url https://board.example.org",
    ]);
    expect(document.directives).toMatchObject([
      { scope: "next-line", rules: [{ value: "placeholders/unfilled" }, { value: "gates/*" }], reason: "filled later" },
    ]);
  });

  test("data for the schema, with places", () => {
    const value = JSON.parse(JSON.stringify(document.value));
    expect(Object.keys(value.sections)).toContain("rollback-procedure");
    expect(value.frontMatter).toMatchObject({ kind: "ReleaseRunbook", version: "4.2.0" });
    expect(value.fields).toMatchObject({ "release-date": "2026-11-20" });
    expect(value.sections.metadata.fields["previous-version"]).toBe("4.1.7");
    expect(value.sections.scope.tables[0].columns).toEqual(["pr", "title", "owner", "risk", "rollback-step"]);
    expect(value.sections["deployment-steps"].sections.staging.steps).toHaveLength(2);
    expect(Object.getPrototypeOf(document.value)).toBeNull();
    const at = (...pointer: (string | number)[]): string => source(document, document.placeOf(pointer).value);
    expect(at("sections", "scope")).toBe("2. Scope");
    expect(at("sections", "metadata", "fields", "previous-version")).toBe("4.1.7");
    expect(at("sections", "scope", "tables", 0, "columns")).toBe("| PR | Title | Owner | Risk | Rollback step |");
    expect(at("sections", "scope", "tables", 0, "rows", 1, "title")).toBe("New labels");
    expect(at("sections", "scope", "sections", "missing")).toBe("2. Scope");
    expect(at("frontMatter", "version")).toBe("4.2.0");
  });

  test("front matter that is no YAML is a problem, and the rest is read", () => {
    const broken = read("---\nkind: [\n---\n# T\n- [ ] a\n");
    expect(broken.problems).toMatchObject([{ rule: "syntax/front-matter" }]);
    expect(broken.gates).toHaveLength(1);
    expect(read(`---\na: ${"[".repeat(20_000)}\n---\n# T\n`).problems).toMatchObject([{ rule: "syntax/limit" }]);
  });

  test("mis-encoded marks are read as what they were", () => {
    const text =
      "# T\n## Testing\n- **SAST results**: âœ… [scan](https://ci.example.org)\n- **DAST results**: ‚ùå failed\n";
    expect(read(text).tests.map(({ status }) => status?.value)).toEqual(["✅", "❌"]);
  });
});

describe("robustness", () => {
  const variants = [runbook, runbook.replace(/\n/g, "\r\n"), `\uFEFF${runbook}`, runbook.replace(/ {2}/g, "\t")];

  test.each(variants.map((text, index) => [index, text] as const))("every value is where it says (%i)", (_, text) => {
    const found = read(text);
    const all = texts(found);
    expect(all.length).toBeGreaterThan(80);
    for (const { value, at } of all) expect(unescapeMarkdown(source(found, at))).toBe(value);
  });

  test("line breaks change nothing but offsets", () => {
    const names = (text: string): unknown => {
      const { gates, fields, sections, rollback } = read(text);
      return [
        gates.map(({ id, state }) => [id, state]),
        fields.map(({ key, value }) => [key, value.value]),
        sections.map(({ path }) => path),
        rollback.steps.map(({ text: step }) => step),
      ];
    };
    expect(names(runbook.replace(/\n/g, "\r\n"))).toEqual(names(runbook));
    expect(names(`\uFEFF${runbook}`)).toEqual(names(runbook));
  });

  test("every prefix is read, and each is the same read from the one before", () => {
    let previous = read("");
    for (let end = 0; end <= runbook.length; end += 1) {
      const text = runbook.slice(0, end);
      previous = read(text, previous);
      if (end % 97 === 0) expect(dump(previous)).toEqual(dump(read(text)));
    }
  });

  test("after any edits a reading from the earlier one is the same as a fresh one", () => {
    const insert = fc.constantFrom(
      ...[
        "\n",
        "# New\n",
        "```\n",
        "<!--",
        "-->",
        "- [ ] gate\n",
        "[the plan]: /x\n",
        "|",
        "**A:** b\n",
        "\r",
        "\ud800",
        "---\n",
      ],
      ...["===\n", "<div>\n", "  ", "> ", "x"],
    );
    const edit = fc.tuple(fc.nat(runbook.length), fc.nat(40), insert);
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
        let text = runbook;
        let reading = document;
        for (const [at, cut, put] of edits) {
          text = text.slice(0, at) + put + text.slice(at + cut);
          reading = read(text, reading);
        }
        expect(dump(reading)).toEqual(dump(read(text)));
        for (const { value, at } of texts(reading)) expect(unescapeMarkdown(source(reading, at))).toBe(value);
      }),
      { numRuns: Number(process.env.RUNS ?? 150) },
    );
  });

  test("parts that stand are taken from the earlier reading", () => {
    const next = read(runbook.replace("Parcels are lost", "Parcels get lost"), document);
    const kept = next.parts.filter((part) => document.parts.includes(part));
    expect(kept).toHaveLength(document.parts.length - 1);
  });

  /** What takes quadratic time does not come to its end here. */
  test("hostile text is read", () => {
    const many = [
      "[".repeat(50_000),
      "- [ ] a".repeat(20_000),
      `${"`".repeat(9)}${` ${"`".repeat(8)}a`.repeat(5000)}`,
      `# T\n${"**a".repeat(30_000)}`,
      `- [ ] ${"(waived ".repeat(20_000)}`,
      `- [ ] a${" ".repeat(100_000)}b`,
      "<!-- release-docs-disable".repeat(20_000),
      "| a ".repeat(20_000),
      `${"a\n".repeat(30_000)}===`,
      "https://a".repeat(20_000),
      "a (".repeat(30_000),
      `**Status:** [a b] ${"`".repeat(9)} ${"``````` a ".repeat(40)}`,
    ];
    for (const text of many) {
      expect(() => read(`# Rollback\n\n${text}`)).not.toThrow();
    }
  });
});
