import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseYaml } from "../../../server/src/text/yaml/parse-yaml.ts";
import { readPlain } from "../../../server/src/text/yaml/read-plain.ts";
import { Shape } from "../../../server/src/text/yaml/shape.ts";
import { kind } from "./harness.ts";

const scalar = fc.oneof(
  fc.constantFrom(
    "a",
    "a b",
    "a:b",
    "a#b",
    "2.10",
    "0016",
    "true",
    "~",
    "null",
    "-x",
    "?x",
    ":x",
    "x:",
    "a: b",
    "[a]",
    "[a, 'b', \"c\"]",
    "[]",
    "{}",
    "{ a: 1 }",
    "{a: b, c: [d]}",
    "[X.Y.Z]",
    '"q"',
    "'q'",
    '"a\\"b"',
    '"\\u00e9\\n"',
    '"\\x41"',
    "'it''s'",
    "'a' b",
    "# c",
    "#c",
    "a # c",
    "a #c",
    '"a" # c',
    '"a"#c',
    "{{X}}",
    "[a, b] # c",
    "> 1%",
    "@a",
    "&a x",
    "*a",
    "!t x",
    "|",
    ">",
    "https://a.b/c?d=e#f",
    "a,b",
    "a]",
    "%a",
    "`a`",
    "[a: b]",
    "{a}",
    "[a,]",
    "[ a , b ]",
    "{ a: , b: 1 }",
    "=",
    "<<",
  ),
  fc.string({ maxLength: 6 }),
);
const key = fc.constantFrom(
  "id",
  "release",
  "owners",
  "scope",
  "a b",
  '"q"',
  "'s'",
  "checked",
  "-k",
  "k ",
  "<<",
  "id",
  "0",
  "name",
);
const line = fc.oneof(
  fc.tuple(key, scalar).map(([name, value]) => `${name}: ${value}`),
  key.map((name) => `${name}:`),
  scalar.map((value) => `- ${value}`),
  fc.tuple(key, scalar).map(([name, value]) => `- ${name}: ${value}`),
  fc.constantFrom(
    "-",
    "- -",
    "- - a",
    "",
    "# c",
    "- # c",
    "text",
    "key: |",
    "key: >-",
    "key: |-  # c",
    "- >",
    "key: |+",
    "key: |2",
    "  deeper",
    "trailing  ",
  ),
);
const text = fc.array(fc.tuple(fc.constantFrom(0, 0, 2, 2, 2, 4, 4, 3, 6), line), { maxLength: 9 });

describe("reading plain YAML", () => {
  const shape = new Shape(kind.schema);

  it("gives what the parser gives, or leaves it to the parser", () => {
    let plain = 0;
    fc.assert(
      fc.property(text, fc.constantFrom("\n", "\r\n"), fc.boolean(), (lines, eol, ends) => {
        const source = lines.map(([indent, content]) => " ".repeat(indent) + content).join(eol) + (ends ? eol : "");
        const part = { text: source };
        const read = readPlain(part, shape);
        if (read === undefined) return;
        plain++;
        const parsed = parseYaml(part, shape);
        expect(parsed.error).toBeUndefined();
        expect(parsed.duplicates).toEqual([]);
        expect(parsed.touching).toEqual([]);
        expect(read).toEqual(parsed.node);
      }),
      { numRuns: Number(process.env.YAML_RUNS ?? 1_000) * 4 },
    );
    expect(plain).toBeGreaterThan(100);
  });

  it.each([
    "a: 1\nb:\n  - c\n  - d: e\n    f: [g, 'h']\n",
    "- a\n-\n- b:\n  - c\n",
    "a: |\n  one\n\n  two\nb: >-\n  three\n  four\n\n  five\n# end\n",
    'a: "x\\ty \\"z\\""\nb: \'it\'\'s\' # c\nc: { d: 1, e: "f" }\n',
  ])("covers what manifests are written in: %j", (source) => {
    const part = { text: source };
    expect(readPlain(part, shape)).toEqual(parseYaml(part, shape).node);
    expect(readPlain(part, shape)).toBeDefined();
  });
});
