import { describe, expect, it } from "vitest";
import type { SelectionRange } from "vscode-languageserver-types";
import { folding } from "../../../server/src/language/folding.ts";
import { selectionRanges } from "../../../server/src/language/selection-ranges.ts";
import { at, cursorMark, type Opened, open } from "./workspace.ts";

/** Folds as `first-last kind first line`. */
async function folds({ context, text }: Opened): Promise<readonly string[]> {
  const lines = text.split("\n");
  return (await folding(context)).map(
    ({ startLine, endLine, kind }) =>
      `${startLine + 1}-${endLine + 1}${kind === undefined ? "" : ` ${kind}`} ${lines[startLine]?.trim()}`,
  );
}

describe("folding", () => {
  it("of a manifest folds every value of several lines, and runs of comments", async () => {
    const text = `# One
# two
apiVersion: release-docs/v1
kind: ReleaseManifest
release:
  id: v1.0.0
  notes: |
    First
    second

scope:
  - id: "#1"
    rollback:
      flag: a
  - id: "#2"
`;
    expect(await folds(await open({ "release-manifest.yaml": text }))).toEqual([
      "1-2 comment # One",
      "5-9 release:",
      "7-9 notes: |",
      "11-15 scope:",
      '12-14 - id: "#1"',
      "13-14 rollback:",
    ]);
  });

  it("of a runbook folds sections, front matter, tables, fences and comments", async () => {
    const text = `---
kind: ReleaseRunbook
---
# Release Runbook

## One

| a | b |
|---|---|
| 1 | 2 |

<!-- a
comment -->

### Two

\`\`\`sh
# no heading
echo
\`\`\`

## Three
Text
`;
    expect(await folds(await open({ "runbook.md": text }))).toEqual([
      "1-3 ---",
      "6-20 ## One",
      "8-10 | a | b |",
      "12-13 comment <!-- a",
      "15-20 ### Two",
      "17-20 ```sh",
      "22-23 ## Three",
    ]);
  });

  it("of Markdown folds what the engine takes for a block", async () => {
    const text = `# Release Runbook

\`\`\`sh title="no \` end"
text

| a | b

a | b
--|--
1 | 2

- item

  ~~~yaml
  \`\`\`
  <!-- no
  comment -->
  ~~~

\`\`\`
never closed
`;
    expect(await folds(await open({ "runbook.md": text }))).toEqual(["8-10 a | b", "14-18 ~~~yaml", "20-22 ```"]);
  });

  it("of a rule in the first line is none, and hides no block below", async () => {
    const text = "---\n\n# Release Runbook\n\n```sh\necho\n```\n";
    expect(await folds(await open({ "runbook.md": text }))).toContain("5-7 ```sh");
  });
});

describe("selection ranges", () => {
  async function grown(opened: Opened): Promise<readonly string[]> {
    const { context, position, text, assessment } = opened;
    const [first] = selectionRanges(context, [position]);
    const found: string[] = [];
    for (let range: SelectionRange | undefined = first; range !== undefined; range = range.parent) {
      const words = text.slice(context.lines.offset(range.range.start), context.lines.offset(range.range.end));
      found.push(
        words === assessment.document.text ? "(all)" : words.includes("\n") ? `${words.split("\n")[0]} …` : words,
      );
    }
    return found;
  }

  it("grow from a word in a manifest to its value, its entry, its item and its list", async () => {
    expect(await grown(await at("release-manifest.yaml", "title: Shard th‸e"))).toEqual([
      "the",
      "Shard the index",
      "title: Shard the index",
      'id: "#77" …',
      '- id: "#77" …',
      "scope: …",
      "(all)",
    ]);
  });

  it("keep quotes apart", async () => {
    expect((await grown(await at("release-manifest.yaml", 'automatic: ["error rate‸ >'))).slice(0, 4)).toEqual([
      "rate",
      "error rate > 5%",
      '"error rate > 5%"',
      '["error rate > 5%"]',
    ]);
  });

  it("grow from a word in a runbook to its gate, its paragraph and its sections", async () => {
    expect(await grown(await at("runbook.md", "Numbers‸ compared"))).toEqual([
      "Numbers",
      "[ ] Numbers compared",
      "- [ ] Numbers compared",
      "- [x] Index rehearsed on staging …",
      "## Pre-Release Checklist …",
      "(all)",
    ]);
  });

  it("stay in the cell of a table first", async () => {
    const text = `# Release Runbook\n\n| Test | Result |\n|---|---|\n| All is ${cursorMark}well | yes |\n`;
    expect((await grown(await open({ "runbook.md": text }))).slice(0, 3)).toEqual([
      "well",
      "All is well",
      "| All is well | yes |",
    ]);
  });

  it("answer for every position, each range in the next", async () => {
    const { context, text } = await at("runbook.md", cursorMark);
    const positions = Array.from(text, (_, offset) => context.lines.position(offset));
    for (const range of selectionRanges(context, positions)) {
      for (let inner = range; inner.parent !== undefined; inner = inner.parent) {
        const { start, end } = inner.range;
        const outer = inner.parent.range;
        expect(context.lines.offset(outer.start)).toBeLessThanOrEqual(context.lines.offset(start));
        expect(context.lines.offset(outer.end)).toBeGreaterThanOrEqual(context.lines.offset(end));
      }
    }
  });
});
