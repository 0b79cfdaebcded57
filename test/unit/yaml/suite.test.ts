import { isDeepStrictEqual } from "node:util";
import { describe, expect, it } from "vitest";
import { Composer, type Document, isAlias, isMap, isScalar, isSeq, Parser } from "yaml";
import { parseYaml } from "../../../server/src/text/yaml/parse-yaml.ts";
import { readPlain } from "../../../server/src/text/yaml/read-plain.ts";
import { Shape } from "../../../server/src/text/yaml/shape.ts";
import { Writer } from "../../fuzz/edits.ts";
import { createRandom } from "../../fuzz/random.ts";
import { flattened, read, readWhole } from "./harness.ts";
import { hasSuite, type SuiteCase, suiteCases } from "./suite.ts";

if (!hasSuite) console.log("suite.test.ts: skipped, the YAML test suite is not beside this checkout");
const cases = hasSuite ? suiteCases() : [];
const anything = new Shape({});

/** Texts that the suite calls wrong and the `yaml` library takes, and the other way round: its matter, not ours. */
const asTheLibrary = new Set(["9MMA", "SF5V", "ZYU8/2"]);

/** Differences that are right by our contract, each with its reason. */
const ours = {
  values: {
    "UKK6/2": "a tag and nothing else is an empty manifest, as an empty text is",
  },
  parts: {
    Y79Y: "a block scalar that begins with a tab as deep as its key ends the map around it for the library, which then reads the next key at the top; by parts it is an error, which is what the specification has",
  },
} as const;

const indented = (text: string, by: string): string => text.replace(/^(?=.)/gm, by);

/** A case by itself, as a value of a manifest, as an item of a list in one, and with the lines of Windows. */
const forms = ({ text }: SuiteCase): readonly string[] => [
  text,
  `notes:\n${indented(text, "  ")}`,
  `notes:\n  features:\n    -\n${indented(text, "      ")}`,
  text.replace(/\r?\n/g, "\r\n"),
];

function library(text: string): { readonly document: Document | undefined; readonly failed: boolean } {
  const options = { strict: true, schema: "core", uniqueKeys: false, resolveKnownTags: false } as const;
  const [first] = new Composer(options).compose(new Parser().parse(text), true, text.length);
  const errors = first?.errors.filter(({ code }) => code !== "MULTIPLE_DOCS") ?? [];
  return { document: first, failed: errors.length > 0 };
}

/** What a document of the library says, where lists and maps as keys are their source text, as they are to us. */
function libraryValue(text: string, document: Document): unknown {
  const anchored = (node: unknown): unknown => (isAlias(node) ? node.resolve(document) : node);
  const keyOf = (key: unknown): string => {
    const node = anchored(key);
    if (isScalar(node)) return node.type === "PLAIN" ? (node.source ?? "") : String(node.value);
    return isAlias(key) || isMap(key) || isSeq(key) ? text.slice(key.range?.[0], key.range?.[1]) : "";
  };
  const visit = (given: unknown): unknown => {
    const node = anchored(given);
    if (isSeq(node)) return node.items.map(visit);
    if (isScalar(node)) return JSON.parse(JSON.stringify(node.value ?? null));
    if (!isMap(node)) return null;
    return Object.fromEntries(node.items.map(({ key, value }) => [keyOf(key), visit(value)]));
  };
  return visit(document.contents);
}

describe.runIf(hasSuite)("the official YAML test suite", () => {
  it("is what the library takes and refuses", () => {
    const others = cases.filter(({ text, fails }) => {
      const documents = [
        ...new Composer({ strict: true, uniqueKeys: false }).compose(new Parser().parse(text), false, text.length),
      ];
      return documents.some(({ errors }) => errors.length > 0) !== fails;
    });
    expect(others.map(({ name }) => name).filter((name) => !asTheLibrary.has(name))).toEqual([]);
  });

  it("gives the values and errors of the library", () => {
    let compared = 0;
    for (const example of cases) {
      for (const text of forms(example)) {
        const { document, failed } = library(text);
        const parsed = parseYaml({ text }, anything);
        expect({ text, failed: parsed.error !== undefined }, example.name).toEqual({ text, failed });
        if (failed || document === undefined || example.name in ours.values) continue;
        expect({ text, value: parsed.node?.value ?? null }, example.name).toEqual({
          text,
          value: libraryValue(text, document),
        });
        compared++;
      }
    }
    console.log(
      `YAML test suite: ${cases.length} cases, ${compared} values in ${forms.length} forms as the library has them`,
    );
    expect(compared).toBeGreaterThan(1_000);
  });

  it("is read by the reader for plain YAML as the parser reads it, places too, or left to the parser", () => {
    let plain = 0;
    for (const example of cases) {
      for (const text of forms(example)) {
        const node = readPlain({ text }, anything);
        if (node === undefined) continue;
        const parsed = parseYaml({ text }, anything);
        expect({ text, error: parsed.error, node }, example.name).toEqual({
          text,
          error: undefined,
          node: parsed.node,
        });
        expect(parsed.duplicates, example.name).toEqual([]);
        plain++;
      }
    }
    console.log(`YAML test suite: ${plain} texts read as plain YAML`);
    expect(plain).toBeGreaterThan(100);
  });

  it("is read by parts as it is read whole, where there are no errors", () => {
    const others: string[] = [];
    for (const example of cases) {
      if (example.name in ours.parts) continue;
      for (const text of forms(example)) {
        const whole = readWhole(text);
        if (whole.problems.length > 0) continue;
        if (!isDeepStrictEqual(flattened(read(text)), flattened(whole))) others.push(`${example.name} ${text}`);
      }
    }
    expect(others).toEqual([]);
  });

  it("is read again after edits as it is read afresh", () => {
    const edits = Number(process.env.YAML_SUITE_EDITS ?? 4);
    for (const [seed, example] of cases.entries()) {
      const text = `apiVersion: release-docs/v1\nnotes:\n${indented(example.text, "  ")}checklist:\n`;
      const writer = new Writer(createRandom(seed), "yaml", text);
      let document = read(writer.text);
      for (let edit = 0; edit < edits; edit++) {
        writer.edit();
        document = read(writer.text, document);
        expect(flattened(document), `${example.name} ${JSON.stringify(writer.text)}`).toEqual(
          flattened(read(writer.text)),
        );
      }
    }
  });
});
