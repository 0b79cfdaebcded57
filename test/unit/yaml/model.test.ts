import { describe, expect, it } from "vitest";
import type { Place } from "../../../server/src/text/place.ts";
import { kind, read } from "./harness.ts";
import { sample } from "./sample.ts";

const document = read(sample);
const source = (place: Place): string => {
  const { start, end } = document.span(place);
  return sample.slice(start, end);
};

describe("the model of a manifest", () => {
  it("has no problems and nothing unreadable", () => {
    expect(document.problems).toEqual([]);
    expect(document.unreadable).toEqual([]);
    expect(document.template).toBe(false);
    expect(document.kind).toBe(kind.name);
  });

  it("has the facts of the release, as written", () => {
    const { facts } = document;
    expect(
      [facts.version, facts.previousVersion, facts.date, facts.status, facts.runbook].map((text) => text?.value),
    ).toEqual(["v3.4.0", "3.10", "2027-03-18", "approved", "./v3.4.0.runbook.md"]);
    expect(facts.owners.map((owner) => owner.value)).toEqual(["@ines", "@billing-core"]);
    expect(facts.statusStated).toBe(true);
    expect(document.title?.value).toBe("Spring billing");
  });

  it("has a gate for each approval, check, migration and rollout gate", () => {
    const rows = document.gates.map((gate) =>
      [
        gate.form,
        gate.phase,
        gate.state,
        gate.required ? "" : "optional",
        source(gate.box),
        gate.rolloutPhase ?? "",
      ].join(" | "),
    );
    expect(rows).toMatchInlineSnapshot(`
      [
        "approval | pre-release | checked |  | approved | ",
        "approval | pre-release | open | optional | Security | ",
        "approval | pre-release | failed |  | rejected | ",
        "entry | release | checked |  | true | ",
        "entry | release | open |  | false | ",
        "entry | release | waived |  | backfill-currency | ",
        "entry | release | checked |  | true | 0",
        "entry | release | open |  | false | 1",
        "entry | release | failed |  | Support has no open incident | 1",
        "entry | pre-release | checked |  | true | ",
        "entry | pre-release | waived |  | Load test was repeated | ",
        "entry | pre-release | open |  | false | ",
        "entry | pre-release | notApplicable |  | Translations are complete | ",
        "entry | release | open |  | false | ",
        "entry | release | open |  | Finance is on the call | ",
        "entry | post-release | open |  | false | ",
      ]
    `);
    expect(document.gates.map((gate) => gate.id)).toMatchInlineSnapshot(`
      [
        "approvals/product-lead",
        "approvals/security",
        "approvals/change-board",
        "migrations/database/0041-currency",
        "migrations/database/0042-ledger-years",
        "migrations/data/backfill-currency",
        "rollout/internal/finance-has-seen-a-correct-invoice",
        "rollout/everyone/support-has-no-open-incident",
        "rollout/everyone/support-has-no-open-incident~2",
        "checklist/preRelease/all-changes-are-merged",
        "checklist/preRelease/load-test-was-repeated",
        "checklist/preRelease/runbook-was-walked-through",
        "checklist/preRelease/translations-are-complete",
        "checklist/duringRelease/dashboards-are-open-name-of-the-watcher",
        "checklist/duringRelease/finance-is-on-the-call",
        "checklist/postRelease/status-page-is-updated",
      ]
    `);
    expect(new Set(document.gates.map((gate) => gate.id)).size).toBe(document.gates.length);
    const waived = document.gates.find((gate) => gate.text === "Load test was repeated");
    expect(waived).toMatchObject({ by: "@lena", reason: "The hot path is untouched" });
    expect(document.gates.find((gate) => gate.text === "All changes are merged")).toMatchObject({
      by: "@omar",
      when: "2027-03-15",
      evidence: "./evidence/merged.md",
    });
  });

  it("has work items with how they are undone", () => {
    expect(
      document.workItems.map((item) => [
        item.id.value,
        item.title?.value,
        item.risk?.value,
        item.pointer,
        source(item.at),
        item.rollback.map((step) => [step.form, step.text, step.forwardFix, step.verify?.value]),
      ]),
    ).toMatchInlineSnapshot(`
      [
        [
          "#812",
          "Invoices in several currencies",
          "high",
          [
            "scope",
            0,
          ],
          ""#812"",
          [
            [
              "flag",
              "invoices.currencies",
              undefined,
              undefined,
            ],
          ],
        ],
        [
          "#815",
          "It's the ledger: split by year",
          "critical",
          [
            "scope",
            1,
          ],
          ""#815"",
          [
            [
              "script",
              "migrations/rollback/0042.sql",
              undefined,
              "Row counts match",
            ],
          ],
        ],
        [
          "0017",
          "Retry queue for webhooks",
          undefined,
          [
            "scope",
            2,
          ],
          "0017",
          [
            [
              "irreversible",
              "Replay from the archive",
              true,
              undefined,
            ],
          ],
        ],
      ]
    `);
  });

  it("has migrations, their order, and phases", () => {
    expect(
      document.migrations.map((item) => [
        item.id.value,
        item.target,
        item.strategy?.value,
        item.coveredByPlan,
        item.rollback.length,
      ]),
    ).toMatchInlineSnapshot(`
      [
        [
          "0041_currency",
          "database",
          "expand",
          true,
          1,
        ],
        [
          "0042_ledger_years",
          "database",
          "expand-contract",
          true,
          0,
        ],
        [
          "backfill-currency",
          "data",
          undefined,
          true,
          0,
        ],
      ]
    `);
    expect(document.migrationOrder.map((id) => id.value)).toEqual(["0041_currency", "0042_ledger_years"]);
    expect(
      document.phases.map((phase) => [
        phase.name.value,
        phase.traffic?.value,
        phase.status?.value,
        phase.abortWhen.map((text) => text.value),
        phase.rollbackWhen.length,
      ]),
    ).toMatchInlineSnapshot(`
      [
        [
          "Internal",
          "1%",
          "active",
          [
            "error rate > 1%",
            "latency > 400ms",
          ],
          0,
        ],
        [
          "Everyone",
          "100%",
          undefined,
          [],
          1,
        ],
      ]
    `);
    expect(document.abortRules.map((rule) => rule.value)).toEqual(["error rate > 2%", "any lost invoice"]);
  });

  it("has the rollback plan", () => {
    const { rollback } = document;
    expect(rollback).toMatchObject({ present: true, unreadable: false });
    expect(rollback.triggers.map((trigger) => trigger.value)).toEqual([
      "error rate > 5%",
      "The release owner decides",
      "A gate is not met within a day",
    ]);
    expect(rollback.steps.map((step) => [step.text, step.duration?.value])).toEqual([
      ["Switch the flag off", "2m"],
      ["Deploy the previous version", "12m"],
    ]);
    expect(
      [rollback.owner, rollback.estimate, rollback.rto, rollback.verification, rollback.communication].map(
        (text) => text?.value,
      ),
    ).toEqual(["@ines", "25m", "45m", "New invoices are in one currency", "#billing-ops"]);
  });

  it("has tests, dates, placeholders, references and directives", () => {
    expect(
      document.tests.map((test) => [
        test.name.value,
        test.status?.value,
        test.coverage?.value,
        test.criticalIssues?.value,
      ]),
    ).toEqual([
      ["regression", "passed", "93%", undefined],
      ["security", "passed", undefined, "0"],
      ["smoke", "pending", undefined, undefined],
    ]);
    expect(document.dates.map((date) => `${date.label}: ${date.value.value}`)).toMatchInlineSnapshot(`
      [
        "Release date: 2027-03-18",
        "Date of the approval by “Product lead”: 2027-03-16",
        "Date of “All changes are merged”: 2027-03-15",
      ]
    `);
    expect(document.placeholders.map((found) => found.text)).toEqual(["[Name of the watcher]"]);
    expect(
      document.references.map(({ kind: of, target, names }) => [of, target, names].filter(Boolean).join(" ")),
    ).toMatchInlineSnapshot(`
      [
        "file ./v3.4.0.runbook.md",
        "url https://git.example.com/billing/pull/812",
        "file migrations/rollback/0042.sql",
        "url https://ci.example.com/77",
        "file migrations/rollback/0041.sql",
        "file ./evidence/merged.md",
        "id 0041_currency migration",
        "id 0042_ledger_years migration",
      ]
    `);
    expect(
      document.directives.map(({ scope, rules, reason }) => ({
        scope,
        rules: rules.map((rule) => rule.value),
        reason,
      })),
    ).toEqual([{ scope: "next-line", rules: ["gates/unchecked"], reason: "decided on the day" }]);
  });

  it("has sections in order, with their role and phase", () => {
    expect(
      document.sections.map((section) =>
        [section.key, section.role, section.gatePhase, section.known, section.empty].join(" "),
      ),
    ).toMatchInlineSnapshot(`
      [
        "apiVersion  pre-release true false",
        "kind  pre-release true false",
        "release metadata pre-release true false",
        "approvals approvals pre-release true false",
        "scope scope pre-release true false",
        "testing testing pre-release true false",
        "migrations migrations release true false",
        "rollout rollout release true false",
        "rollback rollback rollback true false",
        "checklist  pre-release true false",
        "notes  pre-release true false",
      ]
    `);
    expect(document.fields.find((field) => field.key === "previous-version")?.value.value).toBe("3.10");
  });

  it("knows where a value stands, or its nearest ancestor", () => {
    const at = document.placeOf(["scope", 1, "rollback", "script"]);
    expect(source(at.value)).toBe("migrations/rollback/0042.sql");
    expect(at.key && source(at.key)).toBe("script");
    const missing = document.placeOf(["release", "summary", "deep"]);
    expect(missing.key && source(missing.key)).toBe("release");
    expect(source(document.placeOf(["scope"]).value)).toMatch(
      /^- id: "#812"[\s\S]*forwardFix: Replay from the archive$/,
    );
  });

  it("keeps gate ids when lists are moved or grow", () => {
    const moved = read(sample.replace("  preRelease:\n", "  preRelease:\n    - gate: First of all\n"), document);
    const ids = new Set(moved.gates.map((gate) => gate.id));
    expect(document.gates.every((gate) => ids.has(gate.id))).toBe(true);
  });
});

describe("values of the model", () => {
  it("are what their source says, unescaped", () => {
    for (const text of [...document.migrationOrder, ...document.rollback.triggers, ...document.facts.owners]) {
      const written = source(text.at);
      const unquoted = /^["']/.test(written) ? written.slice(1, -1) : written;
      expect(unquoted).toBe(text.value);
    }
  });

  it("are typed as the schema wants them", () => {
    expect(document.value).toMatchObject({
      release: { id: "v3.4.0", previousVersion: "3.10", date: "2027-03-18" },
      testing: { security: { issues: { critical: 0 } } },
    });
    const typed = read(
      "release:\n  id: 2.10\n  previousVersion: 0016\n  name: 12e4567\n  date: 2027-03-18\n  status: no\nscope:\n  - id: 812\n",
    );
    expect(typed.value).toEqual({
      release: { id: "2.10", previousVersion: "0016", name: "12e4567", date: "2027-03-18", status: "no" },
      scope: [{ id: 812 }],
    });
    expect(typed.facts.version?.value).toBe("2.10");
  });

  it("have no prototype, so that every key is a key", () => {
    const odd = read("__proto__: 1\nconstructor:\n  toString: x\nhasOwnProperty: y\n");
    expect(Object.keys(odd.value)).toEqual(["__proto__", "constructor", "hasOwnProperty"]);
    expect(Object.getPrototypeOf(odd.value)).toBeNull();
  });
});
