import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { describe, expect, it } from "vitest";
import { parseDocument } from "yaml";
import { formatTables } from "../../../server/src/language/format/format-tables.ts";
import { format, formatRange } from "../../../server/src/language/format.ts";
import { applyChanges } from "../../../server/src/text/changes.ts";
import { formatYaml } from "../../../server/src/text/yaml/format/format-yaml.ts";
import { open } from "./workspace.ts";

const root = join(import.meta.dirname, "..", "..", "..");
const filesIn = (folder: string, ending: RegExp): readonly (readonly [string, string])[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [path.slice(root.length + 1), readFileSync(path, "utf8")]);
const manifests = [
  ...filesIn("examples", /\.ya?ml$/),
  ...filesIn("test/fixtures", /\.ya?ml$/),
  ...filesIn("snippets", /\.ya?ml$/),
];
const documents = [
  ...filesIn("examples", /\.md$/),
  ...filesIn("test/fixtures", /\.md$/),
  ...filesIn("snippets", /\.md$/),
];

const yaml = (text: string, step?: number): string => applyChanges(text, formatYaml(text, step));
const tables = (text: string): string => applyChanges(text, formatTables(text));

describe("a manifest", () => {
  it.each([
    [
      "deep indentation",
      "a:\n    b:\n        c: 1\n    d:\n        - e: 1\n          f: 2\n",
      "a:\n  b:\n    c: 1\n  d:\n    - e: 1\n      f: 2\n",
    ],
    [
      "a list at the column of its key",
      "a:\n- b: 1\n  c: 2\n-   d: 3\n    e: 4\n",
      "a:\n  - b: 1\n    c: 2\n  - d: 3\n    e: 4\n",
    ],
    ["blanks around colons", "a :   1\nb:    two words   \n", "a: 1\nb: two words\n"],
    ["flow collections", "a: {b: 1,c: [ 2,3 ]}\nd: [ ]\ne: {}\n", "a: { b: 1, c: [2, 3] }\nd: []\ne: {}\n"],
    [
      "comments, kept with what they speak of",
      "a:\n    # of b\n    b: 1 #   why\n    # last\n# of c\nc: 2\n",
      "a:\n  # of b\n  b: 1 #   why\n  # last\n# of c\nc: 2\n",
    ],
    [
      "block scalars, moved whole",
      "a:\n    b: |\n        one\n          two  \n\n\n        three\n    c: 1\n",
      "a:\n  b: |\n      one\n        two  \n\n\n      three\n  c: 1\n",
    ],
    [
      "quotes, anchors and tags, kept",
      "a: &x   'it''s'\nb:   *x\nc: !!str   \"1\"\n",
      "a: &x 'it''s'\nb: *x\nc: !!str \"1\"\n",
    ],
    ["blank lines, one at a time", "\n\na: 1\n\n\n\nb: 2\n", "a: 1\n\nb: 2\n"],
    ["a scalar over lines", "a:\n    b: one\n        two\n    c: 1\n", "a:\n  b: one\n      two\n  c: 1\n"],
    ["a value on the next line", "a:\n        one\nb:\n    - c\n", "a:\n  one\nb:\n  - c\n"],
  ])("has its usual spacing: %s", (_title, before, after) => {
    expect(yaml(before)).toBe(after);
  });

  it.each([
    ["errors", "a: [1\nb: 2\n"],
    ["several documents", "a:   1\n---\nb:   2\n"],
    ["explicit keys", "? a\n:   1\n"],
  ])("with %s is left alone", (_title, text) => {
    expect(formatYaml(text)).toEqual([]);
  });

  it.each(manifests)("%s keeps its meaning and its comments, and is formatted once", (_path, text) => {
    const once = yaml(text);
    expect(parseDocument(once).toJS()).toEqual(parseDocument(text).toJS());
    expect(once.replace(/\s+/g, "")).toBe(text.replace(/\s+/g, ""));
    expect(yaml(once)).toBe(once);
  });

  it.each(filesIn("examples", /\.ya?ml$/))("%s is formatted alike whatever its indentation was", (_path, text) => {
    for (const factor of [2, 3, 4]) {
      const spread = text.replace(/^( +)(?!.*\S.*\|$)/gm, (indent) => indent.repeat(factor));
      if (parseDocument(spread).errors.length === 0) expect(yaml(spread)).toBe(yaml(text));
    }
    expect(yaml(yaml(text, 4))).toBe(yaml(text));
  });

  it("keeps its meaning whatever its white space is", () => {
    const [, example = ""] = manifests[0] ?? [];
    const places = [...example.matchAll(/(?<=:|-|,|\n) */g)].map(({ index }) => index);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(places.length - 1), fc.constantFrom(" ", "  ", "\n", "\n\n", " # note\n")), {
          maxLength: 6,
        }),
        (noise) => {
          let text = example;
          for (const [place, added] of [...noise].sort((a, b) => b[0] - a[0])) {
            const at = places[place] ?? 0;
            text = text.slice(0, at) + added + text.slice(at);
          }
          const before = parseDocument(text);
          const result = yaml(text);
          if (before.errors.length > 0) expect(result).toBe(text);
          else expect(parseDocument(result).toJS()).toEqual(before.toJS());
        },
      ),
      { numRuns: 300 },
    );
  });

  it("never throws on a prefix", () => {
    const [, example = ""] = manifests[0] ?? [];
    for (let end = 0; end < example.length; end += 7) expect(() => yaml(example.slice(0, end))).not.toThrow();
  });
});

describe("Markdown tables", () => {
  it.each([
    [
      "are aligned",
      "| a | bbbbb |\n|---|:-:|\n| long cell | c |\n",
      "| a         | bbbbb |\n| --------- | :---: |\n| long cell |   c   |\n",
    ],
    ["to the right", "|a|n|\n|-|--:|\n|b|10|\n|c|1|\n", "| a   |   n |\n| --- | --: |\n| b   |  10 |\n| c   |   1 |\n"],
    [
      "with wide letters",
      "| a | b |\n|---|---|\n| 日本 | c |\n| ✅ | d |\n",
      "| a    | b   |\n| ---- | --- |\n| 日本 | c   |\n| ✅   | d   |\n",
    ],
    [
      "with escaped pipes",
      "| a | b |\n|---|---|\n| x \\| y | c |\n",
      "| a      | b   |\n| ------ | --- |\n| x \\| y | c   |\n",
    ],
    [
      "in a quote",
      "> | a | b |\n> |---|---|\n> | cccc | d |\n",
      "> | a    | b   |\n> | ---- | --- |\n> | cccc | d   |\n",
    ],
  ])("%s", (_title, before, after) => {
    expect(tables(before)).toBe(after);
  });

  it("in fences are no tables", () => {
    expect(formatTables("```\n| a | b |\n|---|---|\n| cccc | d |\n```\n")).toEqual([]);
  });

  it.each(documents)("%s renders as before and is formatted once", (_path, text) => {
    const parser = new MarkdownIt({ html: true });
    const once = tables(text);
    expect(parser.render(once)).toBe(parser.render(text));
    expect(tables(once)).toBe(once);
  });
});

describe("the feature", () => {
  const head = "apiVersion: release-docs/v1\nkind: ReleaseManifest\n";

  it("answers edits of the document, in CRLF too", async () => {
    for (const eol of ["\n", "\r\n"]) {
      const { context, text } = await open({
        "release-manifest.yaml": `${head}release:\n    id: v1\n`.replaceAll("\n", eol),
      });
      const edits = format(context);
      expect(edits).toEqual([
        { range: { start: { line: 3, character: 0 }, end: { line: 3, character: 4 } }, newText: "  " },
      ]);
      expect(text.includes("\r")).toBe(eol === "\r\n");
    }
  });

  it("answers those of the entries in a range", async () => {
    const { context } = await open({
      "release-manifest.yaml": `${head}release:\n    id: v1\n    name: a\nnotes:\n    features: [ a ]\n`,
    });
    const range = { start: { line: 4, character: 2 }, end: { line: 4, character: 3 } };
    expect(formatRange(context, range).map((edit) => edit.range.start.line)).toEqual([3, 4]);
  });

  it("answers those of the tables in a range", async () => {
    const table = "| a | b |\n|---|---|\n| cc | dddd |\n";
    const { context } = await open({ "r.md": `# Release Runbook: v1\n\n${table}\n${table}` });
    const range = { start: { line: 3, character: 0 }, end: { line: 3, character: 1 } };
    expect(formatRange(context, range).map((edit) => edit.range.start.line)).toEqual([2, 3, 4]);
  });
});
