import { describe, expect, it } from "vitest";
import { github } from "../../../server/src/cli/reporters/github.ts";
import { junit } from "../../../server/src/cli/reporters/junit.ts";
import { markdown } from "../../../server/src/cli/reporters/markdown.ts";
import { sarif } from "../../../server/src/cli/reporters/sarif.ts";
import { verdictMarkdown } from "../../../server/src/cli/reporters/verdict-markdown.ts";
import { verdictText } from "../../../server/src/cli/reporters/verdict-text.ts";
import { checkReport } from "../../../server/src/cli/reports/check-report.ts";
import { fingerprints } from "../../../server/src/cli/reports/fingerprint.ts";
import { verdictReport } from "../../../server/src/cli/reports/verdict-report.ts";
import { context, document, finding } from "./reports.ts";

const awkward = 'A "100%" <b>&\n| `x` @alice';
const report = checkReport(
  [
    document("ops/ä b.md", [
      finding(),
      finding({ severity: "warning", message: awkward, line: 12, column: 4, endLine: 13, endColumn: 2 }),
      finding({ severity: "hint", line: 104, column: 1, endLine: 104, endColumn: 1, rule: "other/rule" }),
    ]),
    document("good.md", []),
  ],
  0,
);

describe("the github reporter", () => {
  it("writes workflow commands", () => {
    expect(github.render(report, context()).split("\n")).toEqual([
      "::error file=repo/ops/ä b.md,line=3,endLine=3,col=3,endColumn=18,title=release-docs rollback/missing-owner::Nobody is named who decides on a rollback",
      '::warning file=repo/ops/ä b.md,line=12,endLine=13,title=release-docs rollback/missing-owner::A "100%" <b>&%0A| `x` @alice',
      "::notice file=repo/ops/ä b.md,line=104,endLine=104,col=1,endColumn=1,title=release-docs other/rule::Nobody is named who decides on a rollback",
      "",
    ]);
  });
});

describe("a text in a workflow command", () => {
  /** As a runner of GitHub reads it. */
  const asRead = (text: string): string =>
    text
      .replaceAll("%0D", "\r")
      .replaceAll("%0A", "\n")
      .replaceAll("%3A", ":")
      .replaceAll("%2C", ",")
      .replaceAll("%25", "%");

  it.each(["100%", "5%25", "%0A", "%%0D", "%%25", "%2525", "a%3Ab, c: d", "two\nlines\r\n"])(
    "%j is read as it was",
    (text) => {
      const line = github.render(checkReport([document(`${text}.md`, [finding({ message: text })])], 0), context());
      const [, file = "", message = ""] = /^::error file=([^,\n]*),.*::(.*)\n$/.exec(line) ?? [];
      expect([asRead(file), asRead(message)]).toEqual([`repo/${text}.md`, text]);
    },
  );
});

describe("the junit reporter", () => {
  it("writes a suite for each document", () => {
    expect(junit.render(report, context())).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="release-docs" tests="4" failures="1">
  <testsuite name="ops/ä b.md" tests="3" failures="1" errors="0">
    <testcase classname="ops/ä b.md" name="rollback/missing-owner 3:3">
      <failure type="rollback/missing-owner" message="Nobody is named who decides on a rollback">ops/ä b.md:3:3 error Nobody is named who decides on a rollback (rollback/missing-owner)</failure>
    </testcase>
    <testcase classname="ops/ä b.md" name="rollback/missing-owner 12:4">
      <system-out>ops/ä b.md:12:4 warning A "100%" &lt;b&gt;&amp; | \`x\` @alice (rollback/missing-owner)</system-out>
    </testcase>
    <testcase classname="ops/ä b.md" name="other/rule 104:1">
      <system-out>ops/ä b.md:104:1 hint Nobody is named who decides on a rollback (other/rule)</system-out>
    </testcase>
  </testsuite>
  <testsuite name="good.md" tests="1" failures="0" errors="0">
    <testcase classname="good.md" name="release-docs"/>
  </testsuite>
</testsuites>
`);
  });

  it("writes nothing that XML forbids", () => {
    const hostile = checkReport([document('"\u0001\uD800.md', [finding({ message: '\u001B"]]>' })])], 0);
    const xml = junit.render(hostile, context());
    expect(xml).toContain('name="&quot;\uFFFD\uFFFD.md"');
    expect(xml).toContain('message="\uFFFD&quot;]]&gt;"');
  });
});

describe("the markdown reporter", () => {
  it("writes a page that no document can break out of", () => {
    expect(markdown.render(report, context())).toBe(`## Release documents

**Verdict: No-Go.** 2 documents checked: 1 error, 1 warning, 1 hint.

### ops/ä b.md

|  | Line | Finding | Rule |
| --- | --: | --- | --- |
| ❌ | 3 | Nobody is named who decides on a rollback | [\`rollback/missing-owner\`](https://example.com/rule) |
| ⚠️ | 12 | A "100%" \\<b\\>&amp; \\| \\\`x\\\` @\u200Balice | [\`rollback/missing-owner\`](https://example.com/rule) |
| 💡 | 104 | Nobody is named who decides on a rollback | [\`other/rule\`](https://example.com/rule) |
`);
  });

  it("stays short enough for a comment", () => {
    const many = checkReport(
      [
        document(
          "a.md",
          Array.from({ length: 400 }, () => finding()),
        ),
      ],
      0,
    );
    expect(markdown.render(many, context())).toMatch(/\n… and 250 more\.\n$/);
    expect(markdown.render(many, context()).length).toBeLessThan(65_536);
  });
});

describe("the sarif reporter", () => {
  const log = JSON.parse(sarif.render(report, context()));

  it("describes the rules and places the results", () => {
    expect(log.version).toBe("2.1.0");
    const [run] = log.runs;
    expect(run.columnKind).toBe("utf16CodeUnits");
    expect(run.tool.driver.rules[0]).toEqual({
      id: "rollback/missing-owner",
      shortDescription: { text: "Somebody decides on a rollback" },
      fullDescription: { text: "Nobody has time to ask who decides." },
      helpUri: expect.stringMatching(/^https:.*rollback--missing-owner\.md$/),
      help: {
        text: "Nobody has time to ask who decides.",
        markdown: expect.stringContaining("# rollback/missing-owner"),
      },
      defaultConfiguration: { level: "warning" },
      properties: { tags: ["rollback"] },
    });
    expect(run.results.map(({ level }: { level: string }) => level)).toEqual(["error", "warning", "note"]);
    expect(run.results[0]).toMatchObject({
      ruleId: "rollback/missing-owner",
      ruleIndex: 0,
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: "repo/ops/%C3%A4%20b.md", uriBaseId: "%SRCROOT%" },
            region: { startLine: 3, startColumn: 3, endLine: 3, endColumn: 18 },
          },
        },
      ],
    });
    expect(run.results[2].ruleIndex).toBeUndefined();
  });
});

describe("fingerprints", () => {
  const at = (line: number) => (_: string, asked: number) => (asked === line ? "- [ ] Backups  verified" : undefined);

  it("survive moved lines and changed spaces", () => {
    const [before] = fingerprints(document("a.md", [finding({ line: 5 })]), at(5));
    const [after] = fingerprints(document("a.md", [finding({ line: 50 })]), (_, line) =>
      line === 50 ? "  - [ ] Backups verified" : undefined,
    );
    expect(after).toBe(before);
  });

  it("tell equal findings apart, and different ones", () => {
    const prints = fingerprints(document("a.md", [finding(), finding(), finding({ message: "Other" })]), () => "x");
    expect(new Set(prints).size).toBe(3);
    expect(prints[1]?.replace(/:2$/, ":1")).toBe(prints[0]);
  });

  it("look at a line once, however many findings stand on it, and go by all of it", () => {
    const many = document(
      "a.md",
      Array.from({ length: 500 }, () => finding()),
    );
    let looks = 0;
    const prints = (line: string) =>
      fingerprints(many, () => {
        looks++;
        return line;
      });
    const long = `${"word ".repeat(20_000)}end`;
    expect(prints(long)).toEqual(prints(`  ${long}`));
    expect(looks).toBe(2);
    expect(prints(`${long}s`)[0]).not.toBe(prints(long)[0]);
  });
});

describe("the Go/No-Go page", () => {
  const page = verdictReport([
    {
      path: "ops/a.md",
      kind: "ReleaseRunbook",
      stage: "in-progress",
      stageSource: "stated",
      verdict: "no-go",
      blockers: [{ rule: "gates/unchecked", message: "Gate “a|b” is open", line: 7, column: 3 }],
      waivers: [
        { text: "Load test", phase: "pre-release", by: "@bob", reason: "Low risk", line: 9, column: 3 },
        { text: "Other", phase: "pre-release", line: 10, column: 3 },
      ],
      suppressed: [{ rule: "gates/unchecked", message: "Gate “a|b” is open", line: 7, column: 3 }],
      shaped: [],
    },
    {
      path: "b.md",
      kind: "ReleasePlan",
      stage: "completed",
      stageSource: "option",
      verdict: "go",
      blockers: [],
      waivers: [],
      suppressed: [],
      shaped: [],
    },
  ]);
  const report = page;

  it("in Markdown", () => {
    const { documents } = page;
    expect(verdictMarkdown.render({ report, documents, today: "2026-12-04" }, context())).toBe(`# ⛔ No-Go

As of 2026-12-04.

| Document | Kind | Stage | Verdict | Blockers |
| --- | --- | --- | --- | --: |
| ops/a.md | ReleaseRunbook | in-progress | ⛔ No-Go | 1 |
| b.md | ReleasePlan | completed (option) | ✅ Can be closed | 0 |

## What keeps the release from Go

### ops/a.md

- Line 7: Gate “a\\|b” is open (\`gates/unchecked\`)

## Waived

### ops/a.md

- Line 9: Load test, by @\u200Bbob: Low risk
- Line 10: Other

## Silenced, and blocking all the same

### ops/a.md

- Line 7: Gate “a\\|b” is open (\`gates/unchecked\`)
`);
    expect(verdictMarkdown.render({ report, documents: [], today: "2026-12-04" }, context())).toBe(
      "# ➖ Nothing to judge\n\nAs of 2026-12-04.\n",
    );
  });

  it("links to the lines where a forge shows them", () => {
    const addressOf = (path: string, line?: number) =>
      `https://forge.example/${path}${line === undefined ? "" : `#${line}`}`;
    const text = verdictMarkdown.render(
      { report, documents: page.documents, today: "2026-12-04" },
      context({ addressOf }),
    );
    expect(text).toContain("| [ops/a.md](https://forge.example/ops/a.md) |");
    expect(text).toContain("- [Line 7](https://forge.example/ops/a.md#7): Gate");
  });

  it("names the worst first, and folds long lists", () => {
    const blockers = Array.from({ length: 15 }, (_, index) => ({ rule: "a/b", message: "Mend it", line: index + 1 }));
    const [bad] = page.documents;
    if (bad === undefined) throw new Error("There is no document");
    const documents = [
      { ...bad, path: "good.md", verdict: "go" as const, blockers: [] },
      { ...bad, path: "draft.md", verdict: "not-ready" as const, blockers },
      { ...bad, path: "a_<b>@c.md", blockers, waivers: [] },
    ];
    const text = verdictMarkdown.render({ report, documents, today: "2026-12-04" }, context());
    expect(text.match(/^\| \S+\.md/gm)).toEqual(["| a\\_\\<b\\>\\@\u200Bc.md", "| draft.md", "| good.md"]);
    expect(text).toContain(`## What keeps the release from Go

<details>
<summary><b>a_&lt;b&gt;@\u200Bc.md</b>: 15</summary>

- Line 1: Mend it (\`a/b\`)
`);
    expect(text).toMatch(/^- Line 15: Mend it .*\n\n<\/details>\n\n<details>\n<summary><b>draft\.md<\/b>: 15/m);
    expect(text).toContain("## Waived\n\n### draft.md\n");
  });

  it("as text", () => {
    expect(verdictText.render(page, context())).toBe(`Verdict: No-Go

ops/a.md  No-Go
  ReleaseRunbook, in-progress
  ✖ 7:3  Gate “a|b” is open  gates/unchecked
  ~ 9:3  Load test (waived by @bob: Low risk)
  ~ 10:3  Other (waived)
  1 blocker silenced, and blocking all the same:
    - 7:3  Gate “a|b” is open  gates/unchecked

b.md  Can be closed
  ReleasePlan, completed (option)
`);
    expect(verdictText.render(page, context({ quiet: true }))).toBe("Verdict: No-Go\n");
  });
});
