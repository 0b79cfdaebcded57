import { describe, expect, test } from "vitest";
import type { Intention } from "../../../server/src/document/intention.ts";
import { writeMarkdown } from "../../../server/src/document/markdown/write-markdown.ts";
import type { ReleaseDocument } from "../../../server/src/document/model.ts";
import { applyChanges } from "../../../server/src/text/changes.ts";
import { read } from "./dump.fixture.ts";

function written(document: ReleaseDocument, intention: Intention): string | undefined {
  const changes = writeMarkdown(document, intention);
  return changes === undefined ? undefined : applyChanges(document.text, changes);
}

/** A document of these headings, each with a line below it. */
const documentOf = (headings: readonly string[]): string =>
  ["# Release X", ...headings].flatMap((heading) => [heading, "", "Words.", ""]).join("\n");

const renumbered = (headings: readonly string[]): string | undefined =>
  written(read(documentOf(headings)), { do: "renumber-sections" });

describe("renumbering", () => {
  test.each<readonly [string, readonly string[], readonly string[]]>([
    ["a gap", ["## 1. A", "## 3. B", "## 4. C"], ["## 1. A", "## 2. B", "## 3. C"]],
    ["a number that stands twice", ["## 1. A", "## 2. B", "## 2. C"], ["## 1. A", "## 2. B", "## 3. C"]],
    ["a wrong order", ["## 2. B", "## 1. A"], ["## 1. B", "## 2. A"]],
    ["what was cut off at the front", ["## 2. A", "## 3. B"], ["## 1. A", "## 2. B"]],
    ["a count from zero", ["## 0. A", "## 2. B"], ["## 0. A", "## 1. B"]],
    ["emoji and emphasis", ["## 🚨 1. A", "## ✅ **3. B**"], ["## 🚨 1. A", "## ✅ **2. B**"]],
    ["a mis-encoded emoji", ["## âœ… 1. A", "## ðŸš€ 3. B"], ["## âœ… 1. A", "## ðŸš€ 2. B"]],
    ["parentheses", ["## 1) A", "## 3) B"], ["## 1) A", "## 2) B"]],
    ["an escaped dot", ["## 1\\. A", "## 3\\. B"], ["## 1\\. A", "## 2\\. B"]],
    ["bare numbers", ["## 1 A", "## 3 B"], ["## 1 A", "## 2 B"]],
    ["leading zeros", ["## 01. A", "## 03. B"], ["## 01. A", "## 02. B"]],
    ["ten and more", ["## 9. A", "## 12. B"], ["## 1. A", "## 2. B"]],
    [
      "nested numbers, of which the first follows its section",
      ["## 1. A", "### 1.1 A", "## 3. B", "### 3.1 C", "### 3.4 D", "#### 3.4.2 E"],
      ["## 1. A", "### 1.1 A", "## 2. B", "### 2.1 C", "### 2.2 D", "#### 2.2.1 E"],
    ],
    [
      "lists that begin again below each heading",
      ["## A", "### 1. A", "### 3. B", "## B", "### 1. C", "### 3. D"],
      ["## A", "### 1. A", "### 2. B", "## B", "### 1. C", "### 2. D"],
    ],
    [
      "a list that goes on below the next heading",
      ["## A", "### 1. A", "### 3. B", "## B", "### 4. C", "### 5. D"],
      ["## A", "### 1. A", "### 2. B", "## B", "### 3. C", "### 4. D"],
    ],
    [
      "headings without a number among them",
      ["## Contents", "## 1. A", "## 3. B", "## 4. C", "## Appendix"],
      ["## Contents", "## 1. A", "## 2. B", "## 3. C", "## Appendix"],
    ],
  ])("mends %s", (_what, before, after) => {
    expect(renumbered(before)).toBe(documentOf(after));
    expect(renumbered(after), "and leaves what is in step").toBe(documentOf(after));
  });

  test.each<readonly [string, readonly string[]]>([
    ["no numbers", ["## A", "## B"]],
    ["years", ["## 2026. Plans", "## 2024. Plans"]],
    ["versions", ["## 2.1.0 First", "## 2.0.4 Second"]],
    ["versions with one dot", ["## 2.1 First", "## 2.4 Second"]],
    ["amounts", ["## 48 hours before", "## 24 hours before"]],
    ["two styles", ["## 1. A", "## 3) B"]],
    ["fewer numbers than titles", ["## 1. A", "## B", "## C", "## 3. D"]],
    ["one number", ["## 3. A", "## B"]],
  ])("leaves %s alone", (_what, headings) => {
    expect(renumbered(headings)).toBe(documentOf(headings));
  });

  test("links to the headings follow, and no others", () => {
    const text = (b: number, c: number): string =>
      `# Release X\r\n\r\n[b](#${b}-b) [c](<#${c}-c>) [b again](#b) [far](other.md#3-b) \`[b](#3-b)\`\r\n\r\n## 1. A\r\n\r\n## ${b}. B\r\n\r\n## ${c}. C`;
    expect(written(read(text(3, 4)), { do: "renumber-sections" })).toBe(text(2, 3));
  });

  test("headings that swap their numbers swap their links", () => {
    const before = "# Release X\n\n[x](#2-notes) [y](#1-notes)\n\n## 2. Notes\n\n## 1. Notes\n";
    expect(written(read(before), { do: "renumber-sections" })).toBe(
      "# Release X\n\n[x](#1-notes) [y](#2-notes)\n\n## 1. Notes\n\n## 2. Notes\n",
    );
  });
});

describe("moving a section", () => {
  const moved = (text: string, title: string, where: "before" | "after", other: string): string | undefined => {
    const document = read(text);
    const placeOf = (wanted: string) => {
      const found = document.sections.find((section) => section.title === wanted);
      if (found === undefined) throw new Error(`no section ${wanted}`);
      return found.at;
    };
    return written(document, { do: "move-section", section: placeOf(title), where, other: placeOf(other) });
  };

  test("takes along its subsections, and the comment above it", () => {
    expect(moved("# X\n\n## A\n\na\n\n<!-- b -->\n## B\n\nb\n\n### B1\n\nb1\n\n## C\n\nc\n", "B", "before", "A")).toBe(
      "# X\n\n<!-- b -->\n## B\n\nb\n\n### B1\n\nb1\n\n## A\n\na\n\n## C\n\nc\n",
    );
  });

  test("passes over several sections", () => {
    expect(moved("# X\n\n## A\n\n## B\n\nb\n\n## C\n\nc\n", "A", "after", "C")).toBe(
      "# X\n\n## B\n\nb\n\n## C\n\nc\n\n## A\n",
    );
  });

  test.each(["\n", "\r\n"])("leaves blank lines, rules and the end of the file where they are (%j)", (eol) => {
    const lines = (text: string): string => text.replaceAll("\n", eol);
    expect(moved(lines("# X\n\n## A\n\na\n\n***\n\n\n## B\n\nb"), "B", "before", "A")).toBe(
      lines("# X\n\n## B\n\nb\n\n***\n\n\n## A\n\na"),
    );
    expect(moved(lines("# X\n\n## A\n\na\n## B\nb\n\n## C\nc"), "A", "after", "C")).toBe(
      lines("# X\n\n## B\nb\n\n## C\nc\n## A\n\na"),
    );
  });

  test("keeps numbers in step, and mends none that were not", () => {
    expect(moved("# X\n\n## 1. A\n\n## 2. C\n\n## 3. B\n", "3. B", "before", "2. C")).toBe(
      "# X\n\n## 1. A\n\n## 2. B\n\n## 3. C\n",
    );
    expect(moved("# X\n\n## 1. A\n\n## 3. C\n\n## 2. B\n", "2. B", "before", "3. C")).toBe(
      "# X\n\n## 1. A\n\n## 2. B\n\n## 3. C\n",
    );
  });

  test("leads links to headings of one name where they led", () => {
    expect(moved("# X\n\n[b](#notes-1)\n\n## A\n\n### Notes\n\n## B\n\n### Notes\n", "B", "before", "A")).toBe(
      "# X\n\n[b](#notes)\n\n## B\n\n### Notes\n\n## A\n\n### Notes\n",
    );
  });

  test("is not done where the text would be read otherwise", () => {
    expect(moved("# X\n\n## A\n\na\n## B\n\n```\nno end\n", "A", "after", "B")).toBeUndefined();
  });
});
