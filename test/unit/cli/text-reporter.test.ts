import { describe, expect, it } from "vitest";
import { coloured } from "../../../server/src/cli/reporters/style.ts";
import { text } from "../../../server/src/cli/reporters/text.ts";
import { checkReport } from "../../../server/src/cli/reports/check-report.ts";
import { excerpt } from "../../../server/src/cli/reports/excerpt.ts";
import { context, document, finding } from "./reports.ts";

const report = checkReport(
  [
    document("ops/a.md", []),
    document("ops/b.md", [
      finding({}),
      finding({
        rule: "placeholders/unfilled",
        severity: "warning",
        message: "Replace [Name]",
        line: 12,
        column: 14,
        endLine: 12,
        endColumn: 20,
      }),
      finding({
        rule: "structure/no-status",
        severity: "information",
        message: "No status",
        line: 104,
        column: 1,
        endLine: 104,
        endColumn: 1,
      }),
    ]),
  ],
  1,
);

describe("the text reporter", () => {
  it("lists findings by document, and sums up", () => {
    expect(text.render(report, context())).toBe(`ops/b.md
    3:3  error        Nobody is named who decides on a rollback  rollback/missing-owner
  12:14  warning      Replace [Name]  placeholders/unfilled
  104:1  information  No status  structure/no-status

2 documents checked: 1 error, 1 warning, 1 information. Verdict: No-Go.
`);
  });

  it("shows the source on a terminal", () => {
    expect(text.render(report, context({ isTerminal: true }))).toBe(`ops/b.md
    3:3  error        Nobody is named who decides on a rollback  rollback/missing-owner
         | **Rollback owner:**
         |   ^^^^^^^^^^^^^^^
  12:14  warning      Replace [Name]  placeholders/unfilled
         | phases: 日本語 [Name]
         |                ^^^^^^
  104:1  information  No status  structure/no-status

2 documents checked: 1 error, 1 warning, 1 information. Verdict: No-Go.
`);
  });

  it("says only errors when it shall be quiet", () => {
    expect(text.render(report, context({ quiet: true }))).toBe(`ops/b.md
  3:3  error  Nobody is named who decides on a rollback  rollback/missing-owner

`);
    expect(text.render(checkReport([document("a.md", [])], 0), context({ quiet: true }))).toBe("");
  });

  it("sums up what is clean or empty", () => {
    expect(text.render(checkReport([document("a.md", [])], 3), context())).toBe(
      "1 document checked: nothing found. Verdict: Go.\n",
    );
    expect(text.render(checkReport([], 3), context())).toBe("No release document among 3 files.\n");
  });

  it("colours where it is wanted, and lets no document colour anything", () => {
    const hostile = checkReport([document("a\u001B[2J.md", [finding({ message: "x\u001B]0;title\u0007\u202Ey" })])], 0);
    expect(text.render(hostile, context())).not.toMatch(/(?!\n)\p{Cc}|\u202E/u);
    expect(text.render(report, context({ style: coloured }))).toContain("\u001B[31merror      \u001B[39m");
  });
});

describe("excerpt", () => {
  it.each([
    ["short", "abc def", 5, 8, "abc def", "    ^^^"],
    ["nothing marked", "abc", 4, 4, "abc", "   ^"],
    ["indented", "    abc", 5, 8, "abc", "^^^"],
    ["in the indentation", "    abc", 2, 3, "   abc", "^"],
    ["beyond the line", "abc", 9, 12, "abc", "   ^"],
    ["wide characters", "😀 x", 4, 5, "😀 x", "   ^"],
    ["a lone surrogate", "\uD800x", 2, 3, "\uFFFDx", " ^"],
  ])("%s", (_, line, column, endColumn, shown, carets) => {
    expect(excerpt(line, column, endColumn)).toEqual({ source: shown, carets });
  });

  it("cuts a long line around what matters", () => {
    const { source: shown, carets } = excerpt(`${"a ".repeat(200)}HERE${" b".repeat(200)}`, 401, 405);
    expect(shown.length).toBeLessThan(110);
    expect(shown.slice(carets.indexOf("^"), carets.length)).toBe("HERE");
    expect(shown).toMatch(/^….*…$/);
    expect(excerpt("x".repeat(10_000), 1, 10_001).carets.length).toBeLessThan(110);
  });
});
