import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Intention } from "../../../server/src/document/intention.ts";
import type { Gate, ReleaseDocument } from "../../../server/src/document/model.ts";
import { writeYaml } from "../../../server/src/document/yaml/write-yaml.ts";
import type { GateState } from "../../../server/src/words/terms.ts";
import { flattened, read } from "./harness.ts";
import { sample } from "./sample.ts";

/** The text after an intention was carried out. */
function written(text: string, intention: Intention | ((document: ReleaseDocument) => Intention)): string {
  const document = read(text);
  const changes = writeYaml(document, typeof intention === "function" ? intention(document) : intention);
  if (changes === undefined) throw new Error(`The intention does not apply: ${JSON.stringify(intention)}`);
  return changes.reduceRight(
    (result, { start, end, text: more }) => result.slice(0, start) + more + result.slice(end),
    text,
  );
}

const answer =
  (state: GateState, more: Partial<Extract<Intention, { do: "answer-gate" }>> = {}) =>
  (document: ReleaseDocument): Intention => ({
    do: "answer-gate",
    gate: document.gates[0]?.id ?? "",
    state,
    ...more,
  });

const signed = { by: "@ines", when: "2027-03-18" };
const waiver = { by: "@ines", when: "2027-03-18", reason: "Low risk: no change" };

describe("answering a gate", () => {
  const gates: readonly (readonly [string, string])[] = [
    [
      "an open entry",
      "checklist:\n  preRelease:\n    - gate: Merged # by all\n      checked: false   # not yet\n      evidence: x\n    - gate: Next\n",
    ],
    ["an entry without answer", "checklist:\n  preRelease:\n  - gate: Merged"],
    ["a lone text", "checklist:\n  preRelease:\n    - Merged\n    - Next\n"],
    ["a map in brackets", "checklist:\n  preRelease:\n    - { gate: Merged, checked: false }\n"],
    ["a list in brackets", "checklist: { preRelease: [Merged, { gate: Next }] }\n"],
    [
      "a waived entry",
      'checklist:\r\n  preRelease:\r\n    - gate: Merged\r\n      waived: # for now\r\n        by: "@bob"\r\n        reason: x\r\n      owner: y\r\n',
    ],
    [
      "answered before its name",
      "checklist:\n  preRelease:\n    - checked: true\n      by: a\n      at: b\n      gate: Merged\n",
    ],
    [
      "answered twice",
      "checklist:\n  preRelease:\n    - gate: Merged\n      failed: true\n      checked: true\n      notApplicable: no\n",
    ],
    ["an approval", "approvals:\n  - role: Board # weekly\n    required: true\nscope: []\n"],
    ["a decided approval", "approvals:\n  - role: Board\n    by: x\n    at: 2027-01-01\n    decision: rejected\n"],
    ["a migration", "migrations:\n  database:\n    - id: '0041'\n      rollback:\n        script: a.sql\n"],
  ];
  const answers: readonly (readonly [GateState, object])[] = [
    ["checked", {}],
    ["checked", signed],
    ["open", {}],
    ["failed", { reason: "#1 broke" }],
    ["waived", waiver],
    ["notApplicable", { reason: "No data" }],
  ];
  it.each(gates)("%s", (_, text) => {
    const results = answers.map(([state, more]) => {
      const document = read(text);
      const changes = writeYaml(document, answer(state, more)(document));
      if (changes === undefined) return `${state}: cannot`;
      const after = written(text, answer(state, more));
      const again = read(after);
      expect(again.problems).toEqual([]);
      expect(again.gates[0]).toMatchObject({ id: document.gates[0]?.id, state });
      expect(again.gates.slice(1).map((gate) => [gate.id, gate.state])).toEqual(
        document.gates.slice(1).map((gate) => [gate.id, gate.state]),
      );
      return `${state} ${JSON.stringify(more)}\n${after}`;
    });
    expect(results.join("\n")).toMatchSnapshot();
  });

  it("gives what was meant, for every gate and answer, and changes no other", () => {
    const texts = [sample, sample.replaceAll("\n", "\r\n"), sample.replace(/\n$/, "")];
    const word = fc.oneof(
      fc.constantFrom("@ines", "#room", "x: y", "true", "2.10", "", " ", "no", 'It\'s "so"', "> 1%", "[a]"),
      fc.string({ maxLength: 12 }),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.nat(),
        fc.constantFrom<GateState>("open", "checked", "failed", "waived", "notApplicable"),
        fc.record({ by: word, when: word, reason: word }, { requiredKeys: [] }),
        (text, index, state, more) => {
          const before = read(text);
          const gate = before.gates[index % before.gates.length];
          const changes = gate && writeYaml(before, { do: "answer-gate", gate: gate.id, state, ...more });
          if (gate === undefined || changes === undefined) {
            expect(gate?.form).toBe("approval");
            return;
          }
          const after = read(
            changes.reduceRight(
              (result, change) => result.slice(0, change.start) + change.text + result.slice(change.end),
              text,
            ),
          );
          const summary = (document: ReleaseDocument) =>
            document.gates.filter((other) => other.id !== gate.id).map(plain);
          expect(after.problems).toEqual([]);
          expect(summary(after)).toEqual(summary(before));
          const answered = after.gates.find((other) => other.id === gate.id);
          const complete =
            (state !== "waived" && state !== "notApplicable") ||
            ((more.reason ?? "").trim() !== "" && (state === "notApplicable" || (more.by ?? "").trim() !== ""));
          if (complete) expect(answered?.state).toBe(state);
          else expect(answered?.state).toBe("open");
          expect(after.text.split("#").length).toBeGreaterThanOrEqual(text.split("#").length - 1);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("is undone by its opposite", () => {
    for (const gate of read(sample).gates.filter(
      (candidate) => candidate.state === "open" && candidate.form === "entry",
    )) {
      const checked = written(sample, { do: "answer-gate", gate: gate.id, state: "checked", ...signed });
      const open = read(written(checked, { do: "answer-gate", gate: gate.id, state: "open" }));
      expect(open.gates.map(plain)).toEqual(read(sample).gates.map(plain));
    }
  });

  it("does not apply to a gate that is gone", () => {
    expect(
      writeYaml(read(sample), { do: "answer-gate", gate: "checklist/preRelease/gone", state: "checked" }),
    ).toBeUndefined();
    const aliased = read("a: &g { gate: x, checked: false }\nchecklist:\n  preRelease:\n    - <<: *g\n");
    expect(aliased.gates).toHaveLength(1);
  });
});

const plain = ({ id, state, by, when, reason, owner, evidence }: Gate) => ({
  id,
  state,
  by,
  when,
  reason,
  owner,
  evidence,
});

describe("other intentions", () => {
  const golden: readonly (readonly [string, string, Intention | ((document: ReleaseDocument) => Intention)])[] = [
    [
      "replace a quoted value",
      'release:\n  status: "aproved" # note\n',
      (document) => ({ do: "replace", at: document.placeOf(["release", "status"]).value, text: "approved" }),
    ],
    [
      "replace by a text that needs quotes",
      "release:\n  name: a\n",
      (document) => ({ do: "replace", at: document.placeOf(["release", "name"]).value, text: "#room: x" }),
    ],
    [
      "replace a part of a text",
      "release:\n  name: The [Name] release\n",
      (document) => ({ do: "replace", at: document.placeholders[0]?.at ?? document.placeOf([]).value, text: "Winter" }),
    ],
    [
      "replace nothing",
      "release:\n  name:\n  id: x\n",
      (document) => ({ do: "replace", at: document.placeOf(["release", "name"]).value, text: "Winter" }),
    ],
    ["rename a key", "release:\n  naem: a # x\n", { do: "rename-key", pointer: ["release", "naem"], name: "name" }],
    [
      "remove an entry",
      "release:\n  id: a\n  naem: b # x\n  date: c\n",
      { do: "remove", pointer: ["release", "naem"] },
    ],
    [
      "remove the last entry of a file",
      "release:\n  id: a\n  naem:\n    - b\n    - c",
      { do: "remove", pointer: ["release", "naem"] },
    ],
    ["remove the only entry", "release:\n  id: a\nscope: []\n", { do: "remove", pointer: ["release", "id"] }],
    ["remove an item", "scope:\n  - id: a\n    title: b\n  - id: c\n", { do: "remove", pointer: ["scope", 0] }],
    ["remove the last item", "scope:\n  - id: a\nrelease: {}\n", { do: "remove", pointer: ["scope", 0] }],
    [
      "remove in brackets",
      "release: { id: a, name: b, owners: [x, y] }\n",
      { do: "remove", pointer: ["release", "owners", 1] },
    ],
    ["remove the first in brackets", "release: { id: a, name: b }\n", { do: "remove", pointer: ["release", "id"] }],
    ["remove a section", "release:\n  id: a\nscope:\n  - id: b\nrollback: {}\n", { do: "remove", pointer: ["scope"] }],
    [
      "insert a property",
      "release:\n  id: a\n  owners:\n    - b\n\nscope: []\n",
      { do: "insert-property", pointer: ["release"], name: "date" },
    ],
    ["insert a list", "release:\n    id: a\n", { do: "insert-property", pointer: ["release"], name: "owners" }],
    [
      "insert into nothing",
      "release: # soon\nscope: []\n",
      { do: "insert-property", pointer: ["release"], name: "id" },
    ],
    [
      "insert in brackets",
      "testing: { smoke: { status: passed } }\n",
      { do: "insert-property", pointer: ["testing", "smoke"], name: "results" },
    ],
    [
      "insert into an item",
      "approvals:\n  - by: a\n  - role: b\n",
      { do: "insert-property", pointer: ["approvals", 0], name: "role" },
    ],
    [
      "insert a section",
      "apiVersion: release-docs/v1\nkind: ReleaseManifest\n\nrelease:\n  id: a\n\n# What follows\nchecklist:\n  preRelease: []\n",
      { do: "insert-section", key: "rollback" },
    ],
    ["insert the last section", "release:\n  id: a\n", { do: "insert-section", key: "checklist" }],
    ["insert the first section", "release:\n  id: a\n", { do: "insert-section", key: "apiVersion" }],
    ["insert a section into nothing", "", { do: "insert-section", key: "rollback" }],
    [
      "a rollback step for a work item",
      "scope:\n  - id: a\n    title: b\n  - id: c\n",
      {
        do: "add-rollback-step",
        target: { part: { text: "" }, start: 0, end: 0 },
        pointer: ["scope", 0],
        form: "flag",
      },
    ],
    [
      "a rollback step by its place",
      "scope:\n  - id: a\n  - id: c\n    rollback:\n      flag: x\n",
      (document) => ({
        do: "add-rollback-step",
        target: document.workItems[1]?.at ?? document.placeOf([]).value,
        form: "irreversible",
      }),
    ],
    [
      "a rollback step for a text",
      "scope:\n  - '#12'\n",
      {
        do: "add-rollback-step",
        target: { part: { text: "" }, start: 0, end: 0 },
        pointer: ["scope", 0],
        form: "revert",
      },
    ],
    [
      "a rollback step in brackets",
      "migrations: { database: [{ id: x }] }\n",
      {
        do: "add-rollback-step",
        target: { part: { text: "" }, start: 0, end: 0 },
        pointer: ["migrations", "database", 0],
        form: "script",
      },
    ],
    [
      "a step of the plan",
      "rollback:\n  steps:\n  - step: a\n    owner: b\n  rto: 1h\n",
      {
        do: "add-rollback-step",
        target: { part: { text: "" }, start: 0, end: 0 },
        pointer: ["rollback"],
        form: "step",
      },
    ],
    [
      "the first step of the plan",
      "rollback:\n  rto: 1h\n",
      {
        do: "add-rollback-step",
        target: { part: { text: "" }, start: 0, end: 0 },
        pointer: ["rollback"],
        form: "command",
      },
    ],
    ["set the status", "release:\n  id: a\n  date: b # d\n  owners: []\n", { do: "set-status", status: "in-progress" }],
    ["change the status", "release:\n  status: draft # d\n", { do: "set-status", status: "approved" }],
    ["declare", "release:\n  id: a\n", { do: "declare" }],
    [
      "suppress",
      "scope:\n  - id: a\n    rollback: {}\n",
      (document) => ({
        do: "suppress",
        at: document.placeOf(["scope", 0, "rollback"]).value,
        rule: "rollback/missing-step",
        reason: "later",
      }),
    ],
    [
      "suppress one more rule",
      "scope:\n  # release-docs-disable-next-line a/b -- why\n  - id: a\n",
      (document) => ({ do: "suppress", at: document.placeOf(["scope", 0, "id"]).value, rule: "c/d", reason: "later" }),
    ],
  ];
  it.each(golden)("%s", (_, text, intention) => {
    const after = written(text, intention);
    expect(read(after).problems).toEqual([]);
    expect(after).toMatchSnapshot();
    if (text === "") return;
    const windows = written(text.replaceAll("\n", "\r\n"), intention);
    expect(windows).toBe(after.replaceAll("\n", "\r\n"));
  });

  it("change nothing where they do not apply", () => {
    const document = read("release:\n  id: &a x\n  name: *a\n  summary: |\n    one [two words]\n    three\n");
    const none: readonly Intention[] = [
      { do: "rename-key", pointer: ["release", "gone"], name: "x" },
      { do: "remove", pointer: ["gone"] },
      { do: "insert-property", pointer: ["release", "id"], name: "x" },
      { do: "insert-section", key: "release" },
      { do: "replace", at: { part: { text: "x" }, start: 0, end: 1 }, text: "y" },
      { do: "suppress", at: document.placeholders[0]?.at ?? document.placeOf([]).value, rule: "a/b", reason: "" },
    ];
    for (const intention of none) expect(writeYaml(document, intention)).toBeUndefined();
  });

  it("keep the document readable as before, apart from what they change", () => {
    const before = read(sample);
    const after = read(written(sample, { do: "set-status", status: "in-progress" }));
    expect(after.facts.status?.value).toBe("in-progress");
    expect(after.text).toBe(sample.replace("status: approved ", "status: in-progress "));
    expect(flattened(after)).not.toEqual(flattened(before));
  });
});

describe("moving a top-level key", () => {
  const move =
    (title: string, where: "before" | "after", other: string) =>
    (document: ReleaseDocument): Intention => {
      const placeOf = (wanted: string) => document.placeOf([wanted]).key ?? document.placeOf([wanted]).value;
      return { do: "move-section", section: placeOf(title), where, other: placeOf(other) };
    };

  it.each(["\n", "\r\n"])("takes the comments above it along; those below a value and at the top stay (%j)", (eol) => {
    const lines = (text: string): string => text.replaceAll("\n", eol);
    const before = lines(
      "# Top\nrelease:\n  id: v1\n# of the release\n\n# Way back\n\nrollback:\n  steps: []\n  # mind\n\nscope: [] # none",
    );
    expect(written(before, move("scope", "before", "rollback"))).toBe(
      lines(
        "# Top\nrelease:\n  id: v1\n# of the release\n\nscope: [] # none\n\n# Way back\n\nrollback:\n  steps: []\n  # mind",
      ),
    );
    expect(written(before, move("scope", "before", "release"))).toBe(
      lines(
        "# Top\nscope: [] # none\n\nrelease:\n  id: v1\n# of the release\n\n# Way back\n\nrollback:\n  steps: []\n  # mind",
      ),
    );
    expect(written(before, move("release", "after", "scope"))).toBe(
      lines(
        "# Top\n# Way back\n\nrollback:\n  steps: []\n  # mind\n\nscope: [] # none\n\nrelease:\n  id: v1\n# of the release",
      ),
    );
  });

  it("is not done where the text would say something else", () => {
    const document = read("release: { id: &id v1 }\nscope: [{ id: *id }]\n");
    expect(writeYaml(document, move("scope", "before", "release")(document))).toBeUndefined();
    const block = read("notes: |+\n  a\n\nscope: []\nrelease: {}\n");
    expect(writeYaml(block, move("scope", "before", "notes")(block))).toBeUndefined();
    const flow = read("{ release: {}, scope: [] }");
    expect(writeYaml(flow, move("scope", "before", "release")(flow))).toBeUndefined();
  });
});
