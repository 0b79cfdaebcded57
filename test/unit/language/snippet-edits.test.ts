import { describe, expect, it } from "vitest";
import { snippetChanges } from "../../../server/src/language/snippet-edits.ts";
import type { TextChange } from "../../../server/src/text/place.ts";
import { apply } from "./workspace.ts";

/** What stays of snippets when nothing is typed. */
function plain(text: string, changes: readonly TextChange[]): string {
  const snippets = snippetChanges(text, changes) ?? [];
  return apply(
    text,
    snippets.map(({ start, end, snippet }) => ({
      start,
      end,
      text: snippet.replace(/\$\{\d+:((?:\\.|[^}\\])*)\}/g, "$1").replace(/\\([\\$}])/g, "$1"),
    })),
  );
}

describe("snippets of changes", () => {
  const text = "scope:\r\n  - id: a # costs $5}\r\n    risk: low\r\nend: TBD\r\n";

  it("have a tab stop at each blank that is new, and begin at column 0", () => {
    const at = text.indexOf("\r\n    risk");
    const changes = [{ start: at, end: at, text: "\r\n    rollback:\r\n      script: TBD\r\n      owner: [Name]" }];
    expect(snippetChanges(text, changes)).toEqual([
      {
        start: 8,
        end: at,
        snippet: "  - id: a # costs \\$5\\}\r\n    rollback:\r\n      script: ${1:TBD}\r\n      owner: ${2:[Name]}",
      },
    ]);
    expect(plain(text, changes)).toBe(apply(text, changes));
  });

  it("take the changes of one line together, and count on over the lines", () => {
    const changes = [
      { start: 10, end: 12, text: "- [x] [Who] " },
      { start: 16, end: 17, text: "TBD" },
      { start: text.indexOf("low"), end: text.indexOf("low") + 3, text: "TBD" },
    ];
    expect(snippetChanges(text, changes)?.map(({ snippet }) => snippet)).toEqual([
      "  - [x] ${1:[Who]} id: ${2:TBD} # costs \\$5\\}",
      "    risk: ${3:TBD}",
    ]);
    expect(plain(text, changes)).toBe(apply(text, changes));
  });

  it("are none where no blank is new", () => {
    expect(snippetChanges(text, [{ start: 16, end: 17, text: "b" }])).toBeUndefined();
    expect(snippetChanges(text, [])).toBeUndefined();
  });
});
