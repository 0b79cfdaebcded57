import { describe, expect, it } from "vitest";
import type { Location, TextEdit } from "vscode-languageserver-types";
import { definition } from "../../../server/src/language/definition.ts";
import { highlights } from "../../../server/src/language/highlights.ts";
import { links } from "../../../server/src/language/links.ts";
import { references } from "../../../server/src/language/references.ts";
import { prepareRename, rename } from "../../../server/src/language/rename.ts";
import { createLineIndex } from "../../../server/src/text/line-index.ts";
import { apply, at, cursorMark, open, release } from "./workspace.ts";

const texts: Readonly<Record<string, string>> = release;
const pathOf = (uri: string): string => uri.replace("file:///repo/", "");

/** A location as `path:line «text»`. */
function brief({ uri, range }: Location): string {
  const text = texts[pathOf(uri)] ?? "";
  const lines = createLineIndex(text);
  const words = text.slice(lines.offset(range.start), lines.offset(range.end));
  return `${pathOf(uri)}:${range.start.line + 1} «${words}»`;
}

const yaml = "release-manifest.yaml";
const runbook = "runbook.md";

describe("definition", () => {
  it.each([
    [runbook, "for #7‸7", ["release-manifest.yaml:11 «#77»"]],
    [runbook, "up 0007‸_shard", ["release-manifest.yaml:25 «0007_shard»"]],
    [yaml, "order: [0007‸_shard]", ["release-manifest.yaml:25 «0007_shard»"]],
    [yaml, "runbook: ./run‸book.md", ["runbook.md:1 «»"]],
    [yaml, "script: rollback‸/0007.sql", ["rollback/0007.sql:1 «»"]],
    [runbook, "(#rollback‸-procedure)", ["runbook.md:25 «Rollback Procedure»"]],
    ["notes.md", "runbook.md#roll‸back-procedure", ["runbook.md:25 «Rollback Procedure»"]],
    ["notes.md", "(run‸book.md#rollback", ["runbook.md:1 «»"]],
    [yaml, "gate: Load te‸st", ["runbook.md:16 «Load test repeated»"]],
    [runbook, "[ ] Load te‸st", ["release-manifest.yaml:56 «Load test repeated»"]],
    [runbook, "Phase 1: Can‸ary", ["release-manifest.yaml:32 «Canary»"]],
    [yaml, 'id: "#7‸8"', ["release-manifest.yaml:18 «#78»"]],
    [yaml, "title: Rank b‸y", []],
  ] as const)("in %s at %s", async (path, words, expected) => {
    const { context, position } = await at(path, words);
    expect((await definition(context, position)).map(brief)).toEqual(expected);
  });
});

describe("references", () => {
  it.each([
    [
      yaml,
      "order: [0007‸_shard]",
      [
        "release-manifest.yaml:25 «0007_shard»",
        "release-manifest.yaml:29 «0007_shard»",
        "runbook.md:23 «0007_shard»",
        "runbook.md:30 «0007_shard»",
      ],
    ],
    [runbook, "for #7‸7", ["release-manifest.yaml:11 «#77»", "runbook.md:11 «#77»"]],
    [
      runbook,
      "## Rollback Proc‸edure",
      ["runbook.md:25 «Rollback Procedure»", "notes.md:7 «rollback-procedure»", "runbook.md:11 «rollback-procedure»"],
    ],
  ] as const)("in %s at %s", async (path, words, expected) => {
    const { context, position } = await at(path, words);
    expect((await references(context, position, true)).map(brief)).toEqual(expected);
  });

  it("leave out the definition when it is not asked for", async () => {
    const { context, position } = await at(runbook, "for #7‸7");
    expect((await references(context, position, false)).map(brief)).toEqual(["runbook.md:11 «#77»"]);
  });

  it("stop at documents of another version", async () => {
    const old = release[runbook]
      .replaceAll("v3.1.0", "v3.0.0")
      .replace("**Manifest:** [manifest](release-manifest.yaml)", "");
    const opened = await at(runbook, "for #7‸7");
    const { context, position } = await open({
      [runbook]: `${release[runbook].replace("for #77", `for #7${cursorMark}7`)}\n[before](old/runbook.md)\n`,
      "old/runbook.md": old,
    });
    expect((await references(context, position, true)).map(brief)).toEqual([]);
    expect(await references(opened.context, opened.position, true)).toHaveLength(2);
  });
});

describe("highlights", () => {
  it("shows a migration with what refers to it and what undoes it", async () => {
    const { context, position, uri } = await at(yaml, "id: 0007‸_shard");
    const found = await highlights(context, position);
    expect(found.map(({ range, kind }) => `${brief({ uri, range })} ${kind}`)).toEqual([
      "release-manifest.yaml:25 «0007_shard» 3",
      "release-manifest.yaml:29 «0007_shard» 2",
      "release-manifest.yaml:27 «rollback/0007.sql» 1",
    ]);
  });

  it("shows what a rollback step undoes", async () => {
    const { context, position, uri } = await at(yaml, "flag: search‸.rank");
    const found = await highlights(context, position);
    expect(found.map(({ range }) => brief({ uri, range }))).toEqual([
      "release-manifest.yaml:18 «#78»",
      "release-manifest.yaml:22 «search.rank»",
    ]);
  });
});

describe("rename", () => {
  /** What a rename makes of the files, as unified lines: `path:line text`. */
  async function renamed(path: keyof typeof release, words: string, name: string): Promise<readonly string[] | string> {
    const { context, position } = await at(path, words);
    const edit = await rename(context, position, name);
    if ("refused" in edit) return edit.refused;
    return Object.entries(edit.changes ?? {}).flatMap(([uri, edits]) => changedLines(pathOf(uri), edits));
  }

  function changedLines(path: string, edits: readonly TextEdit[]): readonly string[] {
    const text = texts[path] ?? "";
    const lines = createLineIndex(text);
    const changes = edits.map(({ range, newText }) => ({
      start: lines.offset(range.start),
      end: lines.offset(range.end),
      text: newText,
    }));
    const before = text.split("\n");
    return apply(text, changes)
      .split("\n")
      .flatMap((line, index) => (line === before[index] ? [] : [`${path}:${index + 1} ${line.trim()}`]));
  }

  it.each([
    [
      runbook,
      "for #7‸7",
      "#99",
      [
        'release-manifest.yaml:11 - id: "#99"',
        "runbook.md:11 See [how to go back](#rollback-procedure) for #99 and [the rollout](#staged-rollout).",
      ],
    ],
    [
      yaml,
      "order: [0007‸_shard]",
      "0008: shards",
      [
        'release-manifest.yaml:25 - id: "0008: shards"',
        'release-manifest.yaml:29 order: ["0008: shards"]',
        "runbook.md:23 Run `migrate up 0008: shards`, not rollback/0007_shard.sql.",
        "runbook.md:30 2. Undo 0008: shards.",
      ],
    ],
    [
      yaml,
      "gate: Load te‸st",
      "Load test passed",
      ["release-manifest.yaml:56 - gate: Load test passed", "runbook.md:16 - [ ] Load test passed"],
    ],
    [yaml, "- Team in‸formed", "yes", ['release-manifest.yaml:58 - "yes"']],
    [
      yaml,
      "name: Can‸ary",
      "First",
      ["release-manifest.yaml:32 - name: First", "runbook.md:21 ### Phase 1: First (5% of traffic)"],
    ],
    [
      runbook,
      "## Rollback Proc‸edure",
      "Going Back, quickly!",
      [
        "runbook.md:11 See [how to go back](#going-back-quickly) for #77 and [the rollout](#staged-rollout).",
        "runbook.md:25 ## Going Back, quickly!",
        "notes.md:7 If it fails, see [the runbook](runbook.md#going-back-quickly).",
      ],
    ],
    [
      "notes.md",
      "runbook.md#roll‸back-procedure",
      "Backout",
      [
        "runbook.md:11 See [how to go back](#backout) for #77 and [the rollout](#staged-rollout).",
        "runbook.md:25 ## Backout",
        "notes.md:7 If it fails, see [the runbook](runbook.md#backout).",
      ],
    ],
  ] as const)("in %s at %s to %s", async (path, words, name, expected) => {
    expect(await renamed(path, words, name)).toEqual(expected);
  });

  it("refuses what would make two things one, and what is no name", async () => {
    expect(await renamed(yaml, 'id: "#7‸7"', "#78")).toBe("There is already one with the name #78");
    expect(await renamed(yaml, 'id: "#7‸7"', " ")).toBe("A name is one line of text");
    expect(await renamed(yaml, "title: Rank b‸y", "x")).toBe("Nothing here can be renamed");
  });

  it("prepares with the name alone, without quotes", async () => {
    const { context, position, uri } = await at(yaml, 'id: "#7‸7"');
    const prepared = await prepareRename(context, position);
    expect(prepared?.placeholder).toBe("#77");
    expect(prepared && brief({ uri, range: prepared.range })).toBe("release-manifest.yaml:11 «#77»");
    const nothing = await at(yaml, "title: Rank b‸y");
    expect(await prepareRename(nothing.context, nothing.position)).toBeUndefined();
  });
});

describe("links", () => {
  it("lead to pull requests, files and headings, and ids of work items to their address", async () => {
    const inRunbook = await at(runbook, cursorMark);
    const found = await links(inRunbook.context);
    expect(found.map(({ range, target }) => `${brief({ uri: inRunbook.uri, range })} → ${target}`)).toEqual([
      "runbook.md:9 «release-manifest.yaml» → file:///repo/release-manifest.yaml",
      "runbook.md:11 «#rollback-procedure» → file:///repo/runbook.md#L25",
      "runbook.md:11 «#staged-rollout» → file:///repo/runbook.md#L19",
      "runbook.md:11 «#77» → https://github.com/example/search/pull/77",
    ]);
    const inManifest = await open(release);
    const own = await links(inManifest.context);
    expect(own.map(({ range, tooltip }) => `${brief({ uri: inManifest.uri, range })} ${tooltip}`)).toEqual([
      "release-manifest.yaml:9 «./runbook.md» Open the file",
      "release-manifest.yaml:12 «https://github.com/example/search/pull/77» Open pull request 77",
      "release-manifest.yaml:17 «rollback/0007.sql» Open the file",
      "release-manifest.yaml:27 «rollback/0007.sql» Open the file",
      "release-manifest.yaml:11 «#77» Open work item #77",
    ]);
  });
});
