import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withLineFeeds } from "../../../server/src/text/line-feeds.ts";
import { flattened, read, readWhole } from "./harness.ts";
import { sample } from "./sample.ts";

const snippets = [
  "x",
  " ",
  "\n",
  "\n  ",
  "- ",
  ": ",
  "#",
  '"',
  "'",
  "[",
  "]",
  "{",
  "}",
  "@",
  "|\n",
  "> 1%",
  "&a ",
  "*a",
  "\t",
  "---\n",
  "key: value\n",
  "  - gate: New\n    checked: false\n",
  "# release-docs-disable-file rollback/*\n",
  "\r\n",
  "scope:\n",
  "? ",
  "checked: true",
  "TBD",
  "rel",
  "    - gate: Twice\n",
  "\ud83d",
  "\u0000",
  "!tag ",
  "<<: *a\n",
  "%YAML 1.1\n",
  "...\n",
  "  ",
  "\ufeff",
  "#1",
  "`",
];

interface Edit {
  readonly kind: "insert" | "delete" | "move" | "lines";
  readonly from: number;
  readonly length: number;
  readonly to: number;
  readonly snippet: string;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom("insert", "insert", "delete", "move", "lines"),
  from: fc.nat(),
  length: fc.nat({ max: 40 }),
  to: fc.nat(),
  snippet: fc.constantFrom(...snippets),
});

function apply(text: string, { kind, from, length, to, snippet }: Edit): string {
  if (kind === "lines" || kind === "move") {
    const lines = text.split("\n");
    const start = from % lines.length;
    const taken = lines.slice(start, start + (length % 12) + 1);
    const rest = kind === "move" ? [...lines.slice(0, start), ...lines.slice(start + taken.length)] : lines;
    const target = to % (rest.length + 1);
    return [...rest.slice(0, target), ...taken, ...rest.slice(target)].join("\n");
  }
  const at = from % (text.length + 1);
  return kind === "insert" ? text.slice(0, at) + snippet + text.slice(at) : text.slice(0, at) + text.slice(at + length);
}

const start = fc.constantFrom(
  sample,
  sample.replaceAll("\n", "\r\n"),
  "",
  `${sample}\n---\nmore: 1\n`,
  `---\n${sample}`,
);
const runs = Number(process.env.YAML_RUNS ?? 150);

describe("reading again after an edit", () => {
  it("equals reading afresh", () => {
    fc.assert(
      fc.property(start, fc.array(edit, { minLength: 1, maxLength: 6 }), (from, edits) => {
        let text = from;
        let document = read(text);
        for (const next of edits) {
          text = apply(text, next);
          document = read(text, document);
          expect(flattened(document)).toEqual(flattened(read(text)));
        }
      }),
      { numRuns: runs },
    );
  });

  it("reads only the part that was touched", () => {
    const before = read(sample);
    const after = read(sample.replace("Runbook was walked", "Runbook was run"), before);
    const kept = after.parts.filter((part) => before.parts.includes(part));
    expect(after.parts.length - kept.length).toBe(1);
    expect(after.parts.length).toBe(before.parts.length);
    expect(after.workItems).toBe(before.workItems);
    expect(after.gates.filter((gate) => !before.gates.includes(gate)).map((gate) => gate.text)).toEqual([
      "Runbook was run through",
    ]);
  });

  it("covers the text with its parts, in order", () => {
    fc.assert(
      fc.property(start, fc.array(edit, { maxLength: 4 }), (from, edits) => {
        const text = edits.reduce(apply, from);
        expect(
          read(text)
            .parts.map((part) => part.text)
            .join(""),
        ).toBe(withLineFeeds(text));
      }),
      { numRuns: runs },
    );
  });
});

describe("reading by parts", () => {
  it("equals reading the whole text at once, where there are no errors", () => {
    let compared = 0;
    fc.assert(
      fc.property(start, fc.array(edit, { maxLength: 3 }), (from, edits) => {
        const text = edits.reduce(apply, from);
        const whole = readWhole(text);
        if (whole.problems.length > 0) return;
        compared++;
        expect(flattened(read(text))).toEqual(flattened(whole));
      }),
      { numRuns: runs * 3 },
    );
    expect(compared).toBeGreaterThan(0);
  });

  it("splits long lists and maps into their items", () => {
    const parts = read(sample).parts.map((part) => part.text.trim().split("\n")[0]);
    expect(parts).toContain('- id: "#815"');
    expect(parts).toContain("- gate: All changes are merged");
    expect(parts).toContain("# the board meets on Tuesdays");
    expect(parts).toContain("- name: Everyone");
  });
});
