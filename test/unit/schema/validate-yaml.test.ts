import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readYaml } from "../../../server/src/document/yaml/read-yaml.ts";
import { createKindRegistry } from "../../../server/src/schema/registry.ts";
import type { SchemaError } from "../../../server/src/schema/schema-error.ts";
import { validateDocument } from "../../../server/src/schema/validate.ts";
import type { JsonValue } from "../../../server/src/text/json.ts";
import { isJsonSchema, type JsonSchema, withReferences } from "../../../server/src/text/json-schema.ts";

const registry = createKindRegistry();
const manifest = registry.find("ReleaseManifest", "yaml");
const head = "apiVersion: release-docs/v1\nkind: ReleaseManifest\n";
const release = "release: { id: v1, date: 2026-12-04, owners: [alice] }\n";

function read(text: string) {
  if (manifest === undefined) throw new Error("no manifest");
  return readYaml("file:///a.release-manifest.yaml", text, { kind: manifest, declared: true, template: false });
}

/** Errors with the text that they are about. */
function errorsOf(text: string): readonly (SchemaError & { readonly text: string })[] {
  const document = read(text);
  return validateDocument(document, registry).map((error) => {
    const { start, end } = document.span(error.at);
    return { ...error, text: text.slice(start, end) };
  });
}

const told = (text: string): readonly string[] =>
  errorsOf(text).map((error) => `${error.keyword} «${error.text}» ${error.message}`);

describe("a manifest with every property", () => {
  const text = readFileSync(new URL("../../fixtures/manifest-complete.release-manifest.yaml", import.meta.url), "utf8");

  test("has no errors", () => {
    expect(read(text).problems).toEqual([]);
    expect(told(text)).toEqual([]);
  });

  test("leaves none out", () => {
    const unused: string[] = [];
    const visit = (schema: unknown, values: readonly JsonValue[], path: string): void => {
      for (const part of withReferences(manifest?.schema ?? {}, schema)) {
        for (const [name, property] of Object.entries(isJsonSchema(part.properties) ? part.properties : {})) {
          const found = values.flatMap((value) => (isRecord(value) && name in value ? [value[name] ?? null] : []));
          if (found.length === 0) unused.push(`${path}.${name}`);
          else visit(property, found, `${path}.${name}`);
        }
        if (part.items !== undefined)
          visit(
            part.items,
            values.flatMap((value) => (Array.isArray(value) ? value : [])),
            `${path}[]`,
          );
      }
    };
    const isRecord = (value: JsonValue): value is { readonly [key: string]: JsonValue } => isJsonSchema(value);
    const schema: JsonSchema = manifest?.schema ?? {};
    visit(schema, [read(text).value], "");
    // Suites share one definition: what a load test states, a unit test need not. So do rollback steps and gates.
    const shared =
      /^\.(?:testing\.\w+|scope\[\]\.rollback|migrations\.\w+\[\]|rollout\.phases\[\]\.(?:rollback|gates\[\])|checklist\.\w+\[\])\./;
    expect(unused.filter((path) => !shared.test(path))).toEqual([]);
    const names = new Set(unused.map((path) => path.split(".").at(-1)));
    const stated = new Set(text.match(/\w+(?=:)/g));
    expect([...names].filter((name) => !stated.has(name ?? ""))).toEqual([]);
  });
});

describe("one plain sentence, at the key or value concerned", () => {
  test.each([
    [head, ["required «apiVersion» The document has no release: add `release`"]],
    [
      `${head}release:\n  id: v1\n`,
      ["required «release» Release has no date: add `date`", "required «release» Release has no owners: add `owners`"],
    ],
    [`${head}release:\n`, ["type «release» `release` is empty: it must be a map"]],
    [`${head}${release}scope:\n  - title: A\n  - id: b\n`, ["required «title» Entry 1 of `scope` has no id: add `id`"]],
    [`${head}${release}rolout: {}\n`, ["unknown-property «rolout» Unknown property `rolout`. Did you mean `rollout`?"]],
    [`${head}${release}weather: fine\n`, ["unknown-property «weather» Unknown property `weather`"]],
    [
      `${head}${release}testing:\n  smoke:\n    sttus: passed\n`,
      ["unknown-property «sttus» Unknown property `sttus`. Did you mean `status`?"],
    ],
    [`${head}${release}notes: []\n`, ["type «notes» `notes` must be a map, not a list"]],
    [
      `${head}${release}rollout: { abortRules: error rate }\n`,
      ["type «error rate» `abortRules` must be a list, not text"],
    ],
    [
      `${head}${release}rollout: { abortRules: [ok, { a: b }] }\n`,
      ["type «a» Entry 2 of `abortRules` must be text, not a map"],
    ],
    [
      `${head}${release}approvals: [{ role: QA, required: perhaps }]\n`,
      ["type «perhaps» `required` must be true or false, not text"],
    ],
    [
      `${head}${release}testing: { security: { issues: { critical: 1.5 } } }\n`,
      ["type «1.5» `critical` must be a whole number, not a number"],
    ],
    [
      `${head}${release}scope: [{ id: a, risk: hihg }]\n`,
      ["enum «hihg» `risk` must be `low`, `medium`, `high` or `critical`, not `hihg`. Did you mean `high`?"],
    ],
    [
      `${head}${release}scope: [{ id: a, risk: High }]\n`,
      ["enum «High» `risk` must be `low`, `medium`, `high` or `critical`, not `High`. Did you mean `high`?"],
    ],
    [
      `apiVersion: release-docs/v9\nkind: ReleaseManifest\n${release}`,
      ["enum «release-docs/v9» `apiVersion` must be `release-docs/v1`, not `release-docs/v9`"],
    ],
    [`${head}${release}rollback: { rto: soon }\n`, ["pattern «soon» `rto` cannot be read: write it like `45m`"]],
    [
      `${head}${release}rollout: { phases: [{ name: a, traffic: many }] }\n`,
      ["pattern «many» `traffic` cannot be read: write it like `5%`"],
    ],
    [
      `${head}${release}testing: { smoke: { results: "see wiki" } }\n`,
      ['format «"see wiki"» `results` must be an address or a path: write it like `https://ci.example.com/runs/1`'],
    ],
    [
      `${head}${release}rollout: { phases: [{ name: a, traffic: 120 }] }\n`,
      ["range «120» `traffic` must be at most 100"],
    ],
    [
      `${head}release: { id: v1, date: 2026-12-04, owners: [] }\n`,
      ["range «owners» `owners` must have at least 1 entry"],
    ],
    [
      `${head}${release}scope: [{ id: a, rollback: {} }]\n`,
      [
        "one-of «rollback» Rollback needs at least one of `flag`, `script`, `command`, `revert`, `config` or `irreversible`",
      ],
    ],
    [
      `${head}${release}checklist: { preRelease: [{ gate: a, checked: true, waived: { by: b, reason: c } }] }\n`,
      ["one-of «waived» `waived` cannot stand beside `checked`: keep one of them"],
    ],
    [
      `${head}${release}migrations: { data: [{ id: a, failed: true, notApplicable: x }] }\n`,
      ["one-of «notApplicable» `notApplicable` cannot stand beside `failed`: keep one of them"],
    ],
  ])("%j", (text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  test("three answers of a gate are two errors: each place has one", () => {
    expect(
      told(
        `${head}${release}checklist: { preRelease: [{ gate: a, checked: true, failed: true, waived: { by: b } }] }\n`,
      ),
    ).toEqual([
      "one-of «failed» `failed` cannot stand beside `checked`: keep one of them",
      "one-of «waived» `waived` cannot stand beside `checked`: keep one of them",
    ]);
  });

  test("carries what a fix needs", () => {
    expect(errorsOf(`${head}release: { id: 1, dat: x, owners: [a] }\n`)).toMatchObject([
      { keyword: "required", pointer: ["release"], property: "date", text: "release" },
      { keyword: "unknown-property", pointer: ["release"], property: "dat", suggestion: "date", text: "dat" },
    ]);
  });

  test("in order of position, the same every time", () => {
    const text = `${head}zzz: 1\n${release}rollback: { rto: soon, steps: x }\nscope: {}\naaa: 1\n`;
    const errors = errorsOf(text);
    expect(errors.map(({ text: at }) => at)).toEqual(["zzz", "soon", "x", "scope", "aaa"]);
    expect(errorsOf(text)).toEqual(errors);
  });
});

describe("nothing is said of", () => {
  test.each([
    [
      "placeholders",
      `${head}release: { id: "[X.Y.Z]", date: YYYY-MM-DD, owners: ["[Name]"] }\nscope: [{ id: a, risk: "[Low/High]" }]\nrollback: { rto: TBD }\n`,
    ],
    [
      "placeholders without quotes",
      `${head}release:\n  id: [X.Y.Z]\n  date: {{DATE}}\n  owners: [alice]\nscope:\n  - id: a\n    risk: [Low/High]\n`,
    ],
    ["choices not yet made", `${head}${release}scope: [{ id: a, risk: Low / High }]\n`],
    [
      "values that want quotes",
      `${head}release:\n  id: #1235\n  date: 2026-12-04\n  owners: [alice]\nrollout:\n  phases:\n    - name: #first\n`,
    ],
    ["dates, which a rule judges", `${head}release: { id: a, date: 2026-02-31, owners: [alice] }\n`],
    [
      "numbers where an id or a version stands",
      `${head}release: { id: 2.10, previousVersion: 3, date: 2026-12-04, owners: [alice] }\nmigrations: { database: [{ id: 0016 }], order: [0016] }\n`,
    ],
  ])("%s", (_, text) => {
    expect(told(text)).toEqual([]);
  });

  test("what could not be read, and what may stand there", () => {
    const text = `${head}release:\n  id: v1\n  date: 2026-12-04\n  owners: @bob\n`;
    expect(read(text).problems.length).toBeGreaterThan(0);
    expect(told(text)).toEqual([]);
  });
});
