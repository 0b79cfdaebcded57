import { describe, expect, it } from "vitest";
import type { DocumentSymbol } from "vscode-languageserver-types";
import { outline } from "../../../server/src/language/outline.ts";
import { namedPlaces, workspaceSymbols } from "../../../server/src/language/workspace-symbols.ts";
import { createLineIndex } from "../../../server/src/text/line-index.ts";
import { at, cursorMark, open, release } from "./workspace.ts";

/** An outline as indented lines: `name (detail)`. */
function drawn(symbols: readonly DocumentSymbol[], indent = ""): readonly string[] {
  return symbols.flatMap(({ name, detail, children }) => [
    `${indent}${name}${detail === "" ? "" : ` (${detail})`}`,
    ...drawn(children ?? [], `${indent}  `),
  ]);
}

/** Every symbol lies in its parent and holds its own name. */
function expectNested(symbols: readonly DocumentSymbol[], text: string, within = { start: 0, end: text.length }): void {
  const lines = createLineIndex(text);
  for (const { range, selectionRange, children } of symbols) {
    const [start, end] = [lines.offset(range.start), lines.offset(range.end)];
    expect(start).toBeGreaterThanOrEqual(within.start);
    expect(end).toBeLessThanOrEqual(within.end);
    expect(lines.offset(selectionRange.start)).toBeGreaterThanOrEqual(start);
    expect(lines.offset(selectionRange.end)).toBeLessThanOrEqual(end);
    expectNested(children ?? [], text, { start, end });
  }
}

describe("the outline", () => {
  it("of a manifest shows its lists, items and states", async () => {
    const { context, text } = await open(release);
    const symbols = outline(context);
    expect(drawn(symbols).join("\n")).toMatchSnapshot();
    expectNested(symbols, text);
  });

  it("of a runbook shows sections, phases and gates with their states", async () => {
    const { context, text } = await at("runbook.md", cursorMark);
    const symbols = outline(context);
    expect(drawn(symbols).join("\n")).toMatchSnapshot();
    expectNested(symbols, text);
  });

  it.each([
    "apiVersion: release-docs/v1\nkind: ReleaseManifest\n",
    "apiVersion: release-docs/v1\nkind: ReleaseManifest\nscope: &a\n  - id: [\nchecklist: *a\nrollout: {phases: *a}\n",
    'apiVersion: release-docs/v1\nkind: ReleaseManifest\nchecklist: {preRelease: [a, {gate: b}, ]}\nscope: ["", 3]\n',
  ])("stands for a half-written manifest %#", async (text) => {
    const { context } = await open({ "release-manifest.yaml": text });
    expectNested(outline(context), text);
  });
});

describe("workspace symbols", () => {
  it("are found by the letters of their names, nearest first", async () => {
    const { context } = await open(release);
    const places = namedPlaces(context.assessment, outline(context));
    expect(places.map(({ name }) => name)).toContain("0007_shard");
    expect(workspaceSymbols(places, "can").map(({ name }) => name)).toEqual(["Canary", "Canary healthy for an hour"]);
    expect(workspaceSymbols(places, "ldtst").map(({ name }) => name)).toEqual(["Load test repeated"]);
    expect(workspaceSymbols(places, "zz")).toEqual([]);
    expect(workspaceSymbols(places, "#77")[0]).toMatchObject({
      containerName: "Faster search, v3.1.0",
      location: { uri: "file:///repo/release-manifest.yaml" },
    });
  });
});
