import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { ReleaseDocument } from "../../../server/src/document/model.ts";
import { withLineFeeds } from "../../../server/src/text/line-feeds.ts";
import type { Place } from "../../../server/src/text/place.ts";
import { flattened, read, readWhole } from "./harness.ts";
import { sample } from "./sample.ts";

interface AnyText {
  readonly value: string;
  readonly at: Place;
}

/** Every text of the model, with where it stands. */
function texts(document: ReleaseDocument): readonly AnyText[] {
  const found: AnyText[] = [];
  const seen = new Set<object>();
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null || seen.has(value)) return;
    seen.add(value);
    if (isText(value)) found.push(value);
    for (const [name, inner] of Object.entries(value)) if (name !== "at" && name !== "part") visit(inner);
  };
  for (const [name, value] of Object.entries(document)) {
    if (!["parts", "value", "problems", "directives", "placeholders", "references"].includes(name)) visit(value);
  }
  return found;
}

const isText = (value: object): value is AnyText =>
  "value" in value && typeof value.value === "string" && "at" in value && typeof value.at === "object";

/** A scalar's source, read by the parser as a string. */
function unescaped(source: string): string {
  if (/^["']/.test(source)) return String(parse(source));
  if (/^[|>][-+\d]*\s*(?:#.*)?\r?\n/.test(source)) return String(parse(source)).trim();
  return source.replace(/[ \t]*\r?\n[ \t]*/g, " ");
}

describe("texts of the model", () => {
  it("are what the text says where they stand", () => {
    const document = read(sample);
    const found = texts(document);
    expect(found.length).toBeGreaterThan(80);
    for (const text of found) {
      const { start, end } = document.span(text.at);
      expect(unescaped(sample.slice(start, end))).toBe(text.value);
    }
  });

  it("stay so when values are written in other ways", () => {
    const styles = fc.constantFrom(
      (value: string) => JSON.stringify(value),
      (value: string) => `'${value.replaceAll("'", "''")}'`,
      (value: string) => `>-\n    ${value}`,
      (value: string) => `|\n    ${value}\n`,
    );
    const word = fc.stringMatching(/^[A-Za-z][ -~é€]{0,20}[a-z]$/);
    fc.assert(
      fc.property(word, styles, fc.constantFrom("\n", "\r\n"), (value, style, eol) => {
        const text = `release:\n  name: ${style(value)}\n  id: v1\n`.replaceAll("\n", eol);
        const document = read(text);
        expect(document.problems).toEqual([]);
        expect(document.title?.value).toBe(value);
        const span = document.title && document.span(document.title.at);
        expect(unescaped(text.slice(span?.start, span?.end))).toBe(value);
        expect(flattened(document)).toEqual(flattened(readWhole(text)));
      }),
    );
  });
});

describe("unfinished and hostile text", () => {
  it("never throws, for every beginning of a manifest, and reads on from the one before", () => {
    let document = read("");
    for (let length = 1; length <= sample.length; length++) {
      document = read(sample.slice(0, length), document);
      for (const problem of document.problems) {
        const { start, end } = document.span(problem.at);
        expect(start >= 0 && start <= end && end <= length).toBe(true);
      }
    }
    expect(flattened(document)).toEqual(flattened(read(sample)));
  });

  it("reads a byte order mark and either line break alike", () => {
    const plain = read(sample);
    const marked = read(`\ufeff${sample}`);
    const windows = read(sample.replaceAll("\n", "\r\n"));
    for (const other of [marked, windows]) {
      expect(other.problems).toEqual([]);
      expect(JSON.stringify(other.value)).toBe(JSON.stringify(plain.value));
      expect(other.gates.map((gate) => [gate.id, gate.state])).toEqual(
        plain.gates.map((gate) => [gate.id, gate.state]),
      );
    }
    expect(marked.parts.length).toBe(plain.parts.length);
  });

  it("takes any shape of value where the schema has another", () => {
    const keys = [
      "release",
      "approvals",
      "scope",
      "testing",
      "migrations",
      "rollout",
      "rollback",
      "checklist",
      "notes",
    ];
    const inner = [
      "id",
      "owners",
      "database",
      "data",
      "order",
      "rollback",
      "phases",
      "gates",
      "steps",
      "triggers",
      "preRelease",
      "checked",
      "waived",
      "gate",
      "decision",
      "irreversible",
      "estimates",
      "teams",
      "issues",
    ];
    const node = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 5 },
        fc.constant(null),
        fc.boolean(),
        fc.integer(),
        fc.string(),
        tie("list"),
        tie("map"),
      ),
      list: fc.array(tie("value"), { maxLength: 4 }),
      map: fc.dictionary(fc.oneof(fc.constantFrom(...inner), fc.string({ maxLength: 4 })), tie("value"), {
        maxKeys: 4,
      }),
    })).value;
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...keys), node, { minKeys: 1 }), (value) => {
        const text = JSON.stringify(value);
        expect(() => flattened(read(text))).not.toThrow();
      }),
      { numRuns: 400 },
    );
  });

  it("never throws on noise", () => {
    const noise = fc.array(
      fc.oneof(
        fc.constantFrom(
          "\n",
          "\n  ",
          "- ",
          ": ",
          "key",
          '"',
          "'",
          "#",
          "[",
          "]",
          "{",
          "}",
          ",",
          "&a",
          "*a",
          "!t",
          "|",
          ">",
          "? ",
          "---",
          "\t",
          "\r",
          "\u0000",
          "\ud800",
          "\udc00",
          "\ufeff",
          "<<: *a",
          "\ue000",
        ),
        fc.string({ unit: "binary", maxLength: 3 }),
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(noise, (pieces) => {
        const text = pieces.join("");
        const document = read(text);
        expect(document.parts.map((part) => part.text).join("")).toBe(withLineFeeds(text));
        expect(() => flattened(document)).not.toThrow();
      }),
      { numRuns: 1500 },
    );
  });

  it("stays linear in what it reads", () => {
    const long = [
      `release:\n  name: ${"[".repeat(80)}${"]".repeat(80)}\n`,
      `scope:\n${"  - @x\n".repeat(2_000)}`,
      `release:\n  name: ${"a: ".repeat(20_000)}\n`,
      `release: ${"'".repeat(50_000)}\n`,
      `release:\n  name: "${"\\\\".repeat(20_000)}"x\n`,
      `${"# comment\n".repeat(20_000)}release: x\n`,
      `release:\n  owners: [${"@a, ".repeat(10_000)}]\n`,
    ];
    for (const text of long) expect(read(text).text).toBe(text);
  }, 10_000);
});
