import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Comment, ValuePath } from "../../../server/src/convert/comment.ts";
import { differences } from "../../../server/src/convert/differences.ts";
import { manifestToMarkdown } from "../../../server/src/convert/manifest-to-markdown.ts";
import { manifestToYaml } from "../../../server/src/convert/manifest-to-yaml.ts";
import { markdownToManifest } from "../../../server/src/convert/markdown-to-manifest.ts";
import { readYamlComments } from "../../../server/src/convert/yaml-comments.ts";
import type { ReleaseDocument } from "../../../server/src/document/model.ts";
import { readDocument } from "../../../server/src/document/read-document.ts";
import { createKindRegistry } from "../../../server/src/schema/registry.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const { kinds } = createKindRegistry();

function read(name: string, text: string): ReleaseDocument {
  const document = readDocument(`file:///release/${name}`, text, { kinds });
  if (document === undefined) throw new Error(`${name} is not ours`);
  return document;
}

const manifests = [
  "test/fixtures/manifest-complete.release-manifest.yaml",
  "test/fixtures/kinds/release-manifest/good-run.yaml",
  "test/fixtures/kinds/release-manifest/bare-run.yaml",
  "snippets/templates/release-manifest.yaml",
  "examples/checkout-v2.1.0/release-manifest.yaml",
  "examples/checkout-v2.2.0/release-manifest.yaml",
];

const seeds = fileURLToPath(new URL("../../../../shared/seeds", import.meta.url));
if (!existsSync(seeds)) console.log("the first source document is skipped: there is no ../shared/seeds");

const anyText = fc.oneof(
  fc.string({ minLength: 1, unit: fc.constantFrom(..."ab1 -*_`[]()<>#|\\:;,.~!&=+xX❌✅\"'\n@%/".split("")) }),
  fc.constantFrom(
    "> 1%",
    "- a",
    "1. b",
    "# c",
    "[ ] d",
    "(waived by @a: b)",
    "a (N/A: b)",
    "a (by @x)",
    "**b**: c",
    "a; b",
    "a OR b",
  ),
  fc.constantFrom(
    "a - expand",
    "| a | b |",
    "---",
    "<b>",
    "<!-- c -->",
    "`a`",
    "a\n",
    " a ",
    "Flag: a",
    "a https://b.example",
    "—",
  ),
);
const texts = fc.array(
  anyText.filter((value) => value !== "—"),
  { maxLength: 3 },
);
const anyRollback = fc.record(
  { flag: anyText, config: anyText, owner: anyText, irreversible: fc.record({ reason: anyText, forwardFix: anyText }) },
  { requiredKeys: [] },
);
const answer = fc.oneof(
  fc.record({ notApplicable: fc.oneof(anyText, fc.record({ reason: anyText, by: fc.constantFrom("@a", "a b") })) }),
  fc.record({ notApplicable: fc.record({ reason: anyText }) }).map(({ notApplicable }) => ({
    notApplicable: notApplicable.reason,
  })),
  fc.record({ waived: anyText }),
  fc.record({ checked: fc.boolean(), by: anyText, at: anyText, evidence: anyText }, { requiredKeys: ["checked"] }),
  fc.record({ waived: fc.record({ by: anyText, reason: anyText, at: anyText }, { requiredKeys: ["by"] }) }),
  fc.record({ failed: anyText }),
  fc.constant({}),
);
const anyGates = fc.array(
  fc.tuple(anyText, answer).map(([gate, more]) => ({ gate, ...more })),
  { minLength: 1, maxLength: 3 },
);
const anyManifest = fc.record({
  apiVersion: fc.constant("release-docs/v1"),
  kind: fc.constant("ReleaseManifest"),
  release: fc.record({ id: fc.constant("v1"), name: anyText, owners: texts, summary: anyText }),
  scope: fc.array(
    fc.record({ id: anyText, title: anyText, rollback: anyRollback.filter((one) => Object.keys(one).length > 0) }),
    { minLength: 1, maxLength: 2 },
  ),
  rollout: fc.record({
    abortRules: texts,
    phases: fc.array(fc.record({ name: anyText, monitor: texts, gates: anyGates }), { minLength: 1, maxLength: 2 }),
  }),
  rollback: fc.record({
    mechanism: fc.array(anyText, { minLength: 1, maxLength: 2 }),
    steps: fc.array(fc.record({ step: anyText, command: anyText }), { minLength: 1, maxLength: 2 }),
    verification: anyText,
  }),
  notes: fc.record({
    contacts: fc.array(fc.oneof(anyText, fc.record({ role: anyText, name: anyText, contact: anyText })), {
      minLength: 1,
      maxLength: 2,
    }),
    risks: fc.array(fc.record({ risk: anyText, mitigation: anyText }), { minLength: 1, maxLength: 2 }),
  }),
  checklist: fc.record({ preRelease: anyGates }),
});

/** Comments by their values, each value's in their order. */
function inOrder(comments: readonly Comment[]): readonly string[] {
  const keyed = comments.map(({ path, trailing, text }): [string, string] => [
    `${JSON.stringify(path)} ${trailing}`,
    text,
  ]);
  return keyed.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([key, text]) => `${key} ${text}`);
}

function pathsIn(value: unknown, path: ValuePath = []): readonly ValuePath[] {
  if (Array.isArray(value)) return [path, ...value.flatMap((item, index) => pathsIn(item, [...path, index]))];
  if (typeof value !== "object" || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, item]) => pathsIn(item, [...path, key]))];
}

const textsIn = (value: unknown): readonly string[] =>
  typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [String(value)];

describe("convert", () => {
  it.each(manifests)("%s → Markdown → YAML loses nothing", (path) => {
    const text = readFileSync(root + path, "utf8");
    const { value } = read("a.release-manifest.yaml", text);
    const written = readYamlComments(text);
    const markdown = manifestToMarkdown(value, written);
    const { manifest, comments, leftovers } = markdownToManifest(read("a.md", markdown));
    expect(leftovers).toEqual([]);
    const again = manifestToYaml(manifest, comments);
    expect(differences(value, read("b.release-manifest.yaml", again).value)).toEqual([]);
    expect(inOrder(readYamlComments(again))).toEqual(inOrder(written));
  });

  it("keeps each comment at its value", () => {
    const source = `# Who may change this: the release team
apiVersion: release-docs/v1
kind: ReleaseManifest

# release # what ships
release:
  id: v1 # as tagged
  summary: | # shown to customers
    # no comment
    Faster.
  # the rota
  owners: ["@a"] # one is enough
scope:
  # the largest --> first
  - id: "#1"
    #
    title: Orders
    # still asked for
  - id: "#2"
checklist:
  preRelease:
    - gate: Tests
      # on main
      checked: false
# the end
`;
    const markdown = manifestToMarkdown(read("a.release-manifest.yaml", source).value, readYamlComments(source));
    expect(markdown).toContain("# Release Manifest: v1\n\n<!-- Who may change this: the release team -->\n");
    expect(markdown).toContain(
      "## Release Overview\n\n<!-- release # release # what ships -->\n<!-- release.id: # as tagged -->\n",
    );
    expect(markdown).toContain("\n<!-- scope[0] # the largest --&gt; first -->\n");
    const { manifest, comments, leftovers } = markdownToManifest(read("a.md", markdown));
    expect(leftovers).toEqual([]);
    const again = manifestToYaml(manifest, comments);
    expect(inOrder(readYamlComments(again))).toEqual(inOrder(readYamlComments(source)));
    for (const line of [
      "  id: v1 # as tagged",
      '  owners: ["@a"] # one is enough',
      "  summary: | # shown to customers",
    ])
      expect(again.split("\n")).toContain(line);
    expect(again).toContain('\n  # the largest --> first\n  - id: "#1"\n');
  });

  it("keeps any comment, wherever it stands", () => {
    const { value } = read("a.release-manifest.yaml", readFileSync(root + manifests[0], "utf8"));
    const paths = pathsIn(value).filter(([key]) => key !== "apiVersion" && key !== "kind");
    const word = fc.oneof(
      fc.string({ unit: fc.constantFrom(..."a1 #:.->&;[]!'\"".split("")) }),
      fc.constantFrom("-->", "--&gt;", "release # a", ".: # b"),
    );
    const comment = fc.record({
      path: fc.constantFrom(...paths),
      trailing: fc.boolean(),
      text: word.map((text) => text.trim()),
    });
    fc.assert(
      fc.property(fc.array(comment, { maxLength: 6 }), (given) => {
        const yaml = manifestToYaml(value, given);
        expect(differences(value, read("a.release-manifest.yaml", yaml).value)).toEqual([]);
        const written = readYamlComments(yaml);
        expect(written.map(({ text }) => text).sort()).toEqual(given.map(({ text }) => text).sort());
        const { manifest, comments } = markdownToManifest(read("a.md", manifestToMarkdown(value, written)));
        expect(inOrder(comments)).toEqual(inOrder(written));
        const again = manifestToYaml(manifest, comments);
        expect(differences(value, read("b.release-manifest.yaml", again).value)).toEqual([]);
        expect(inOrder(readYamlComments(again))).toEqual(inOrder(written));
      }),
      { numRuns: 60 },
    );
  });

  it("takes the HTML comments of people along", () => {
    const markdown = `---
kind: ReleaseManifest
---
<!-- Ask the release team
before a change -->
# Release Manifest: v1

## Release Overview

- **Release ID**: v1

## Release Checklist

### Pre-Release

- [ ] Tests
  <!-- on main -->
`;
    const { manifest, comments, leftovers } = markdownToManifest(read("a.md", markdown));
    expect(leftovers).toEqual([]);
    const yaml = manifestToYaml(manifest, comments);
    expect(yaml).toMatch(/^# Ask the release team\n# before a change\n/);
    expect(yaml).toContain("  # on main\n  preRelease:\n");
  });

  it("writes any text so that it reads as the same", () => {
    fc.assert(
      fc.property(anyManifest, (manifest) => {
        const markdown = manifestToMarkdown(manifest);
        const again = markdownToManifest(read("a.md", markdown));
        expect(differences(manifest, again.manifest)).toEqual([]);
        expect(again.leftovers).toEqual([]);
        expect(differences(manifest, read("b.release-manifest.yaml", manifestToYaml(manifest)).value)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("reads the answers of gates as the engine does", () => {
    const answers = `- [ ] Load test – waived by @bob: no change on the hot path
- [ ] Data migration (N/A - nothing is moved)
- [ ] Smoke test ❌
- [x] Tests green (by @alice on 2026-12-03) https://ci.example.com/1
- [x] Reviewed ([notes](./notes.md))
- [ ] Read https://wiki.example.com/1
- [ ] ~~Canary~~: one region only
- [ ] Security (waived by @bob)
- [ ] Licences (N/A)
- [x] **Docs**: written — @carol 2026-12-02
- [ ] Held \\(N/A: is text to nobody\\)
`;
    const document = read(
      "a.md",
      `---\nkind: ReleaseManifest\n---\n# Release Manifest\n\n## Release Checklist\n\n### Pre-Release\n\n${answers}`,
    );
    const { manifest, leftovers } = markdownToManifest(document);
    expect(leftovers).toEqual([]);
    expect(manifest.checklist).toEqual({
      preRelease: [
        { gate: "Load test", waived: { by: "@bob", reason: "no change on the hot path" } },
        { gate: "Data migration", notApplicable: "nothing is moved" },
        { gate: "Smoke test", failed: true },
        {
          gate: "Tests green",
          checked: true,
          by: "@alice",
          at: "2026-12-03",
          evidence: "https://ci.example.com/1",
        },
        { gate: "Reviewed (notes)", checked: true },
        { gate: "Read https://wiki.example.com/1", checked: false },
        { gate: "Canary", notApplicable: "one region only" },
        { gate: "Security", waived: { by: "@bob" } },
        { gate: "Licences", notApplicable: {} },
        { gate: "Docs: written", checked: true, by: "@carol", at: "2026-12-02" },
        { gate: "Held", notApplicable: "is text to nobody" },
      ],
    });
    const again = read("b.release-manifest.yaml", manifestToYaml(manifest));
    expect(again.gates.map(({ state }) => state)).toEqual(document.gates.map(({ state }) => state));
  });

  it("takes for a phase, and for its traffic, what the engine does", () => {
    const text = `---
kind: ReleaseManifest
---
# Release Manifest

## Staged Rollout Plan

### Phase 1: Canary (5% of traffic)

- **Duration**: 2h

### Phase 2 – 25 % of the users

### Wave 3: Everyone

### Half (50%)

### Who watches

- **Duration**: 2h
`;
    const document = read("a.md", text);
    const { manifest, leftovers } = markdownToManifest(document);
    expect(manifest.rollout).toEqual({
      phases: [
        { name: "Canary", traffic: "5%", duration: "2h" },
        { name: "25 % of the users", traffic: "25 %" },
        { name: "Everyone" },
        { name: "Half", traffic: "50%" },
      ],
    });
    expect(document.phases).toHaveLength(4);
    expect(leftovers.map(({ what, text: said }) => `${what}: ${said}`)).toEqual([
      "heading: Who watches",
      "item: Duration: 2h",
    ]);
  });

  it("takes for a field what the engine does", () => {
    const text = `---
kind: ReleaseManifest
---
# Release Manifest

## Release Overview

- Version: v2.1.0
- **Release Owner** (this week): @alice
- __Status__: Approved

**Date:** 2026-12-04 | **Runbook:** ./r.md

## Release Rollback Plan

### Rollback Mechanism

- Feature flag: checkout.v2 is switched off
`;
    const document = read("a.md", text);
    const { manifest, leftovers } = markdownToManifest(document);
    expect(manifest).toMatchObject({
      release: { id: "v2.1.0", owners: ["@alice"], status: "Approved", date: "2026-12-04", runbook: "./r.md" },
      rollback: { mechanism: ["Feature flag: checkout.v2 is switched off"] },
    });
    expect(document.facts).toMatchObject({ version: { value: "v2.1.0" }, date: { value: "2026-12-04" } });
    expect(leftovers.map(({ what, text: said }) => `${what}: ${said}`)).toEqual(["note: this week"]);
  });

  it("reads marks that are answers", () => {
    const text =
      "# Release Manifest\n\n## Release Checklist\n\n### Pre-Release\n\n- ✅ Built\n- ☐ Tested\n- ❌ Signed\n";
    const { manifest, leftovers } = markdownToManifest(read("a.md", `---\nkind: ReleaseManifest\n---\n${text}`));
    expect(leftovers).toEqual([]);
    expect(manifest.checklist).toEqual({
      preRelease: [
        { gate: "Built", checked: true },
        { gate: "Tested", checked: false },
        { gate: "Signed", failed: true },
      ],
    });
  });

  it("says of every gate the state that it has in the other form", () => {
    fc.assert(
      fc.property(anyGates, (preRelease) => {
        fc.pre(preRelease.every((gate) => textsIn(gate).every((text) => /[a-z\d]/.test(text))));
        const manifest = { apiVersion: "release-docs/v1", kind: "ReleaseManifest", checklist: { preRelease } };
        const yaml = read("a.release-manifest.yaml", manifestToYaml(manifest));
        const markdown = read("a.md", manifestToMarkdown(manifest));
        expect(markdown.gates.map(({ state }) => state)).toEqual(yaml.gates.map(({ state }) => state));
      }),
      { numRuns: 100 },
    );
  });

  it("keeps comments in the middle of an item, a cell and a label's line, and tells what has no place", () => {
    const text = `---
kind: ReleaseManifest
---
# Release Manifest: v1

## Release Overview

- **Release ID**: v1 <!-- as tagged -->

## Scope of Included Work

| PR | Title | Owner |
|---|---|---|
| 1 <!-- the first --> | Orders | @a |

## Release Checklist

### Pre-Release

- [ ] Tests <!-- on main --> green
  and <!-- all of
  them --> quick
- [ ] Code \`<!-- no comment -->\`

[reference]: https://example.com/a

| a | b |
|---|---|
| [ ] | c |

~~~
kubectl rollout undo
~~~
`;
    const { manifest, comments, leftovers } = markdownToManifest(read("a.md", text));
    expect(manifest).toMatchObject({
      release: { id: "v1" },
      scope: [{ id: "1", title: "Orders", owner: "@a" }],
      checklist: { preRelease: [{ gate: "Tests green and quick" }, { gate: "Code <!-- no comment -->" }] },
    });
    expect(comments.map(({ path, text: said }) => `${path.join(".")}: ${said}`)).toEqual([
      "release: as tagged",
      "scope: the first",
      "checklist.preRelease: on main",
      "checklist.preRelease: all of them",
    ]);
    expect(leftovers.map(({ line, what, text: said }) => `${line} ${what}: ${said}`)).toEqual([
      "25 link definition: [reference]: https://example.com/a",
      "27 table: a | b",
      "31 text: ~~~ (a block of 1 lines)",
    ]);
  });

  it("keeps a template's blanks, and says what has no place", () => {
    const document = read("a.md", readFileSync(`${root}snippets/templates/release-manifest.md`, "utf8"));
    const { manifest, leftovers } = markdownToManifest(document);
    expect(manifest).toMatchObject({
      release: { id: "v[X.Y.Z]", date: "YYYY-MM-DD", owners: ["[Release Manager]"] },
      rollout: {
        phases: [{ name: "Canary", traffic: "5%", gates: [{ gate: "Canary healthy for two hours" }] }, {}, {}],
      },
      rollback: { teams: { primary: "[Release Manager] decides" }, estimatedTime: "25 minutes" },
    });
    expect(leftovers.map(({ what, text }) => `${what}: ${text}`)).toEqual([
      expect.stringContaining("text: Everything that ships together"),
      "item: Critical issues: [Critical, high, medium and low, each with its count]",
      "number: Migration 1",
      "number: Migration 2",
    ]);
  });

  it.skipIf(!existsSync(seeds))(
    "turns the first source document into a manifest, with a short list of leftovers",
    () => {
      const name = readdirSync(seeds).find((file) => file.startsWith("000")) ?? "";
      const { manifest, leftovers } = markdownToManifest(read("a.md", readFileSync(`${seeds}/${name}`, "utf8")));
      expect(leftovers.filter(({ what }) => what !== "link text").map(({ line, what }) => `${line} ${what}`)).toEqual([
        "1 title",
        "3 text",
        "55 number",
        "56 number",
        "57 number",
        "71 note",
        "233 text",
        "238 text",
      ]);
      const again = read("b.release-manifest.yaml", manifestToYaml(manifest));
      expect(again.value).toMatchObject({ scope: { length: 4 }, rollout: { phases: { length: 3 } } });
      expect(markdownToManifest(read("c.md", manifestToMarkdown(again.value)))).toEqual({
        manifest: JSON.parse(JSON.stringify(again.value)),
        comments: [],
        leftovers: [],
      });
    },
  );
});
