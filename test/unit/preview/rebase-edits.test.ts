import { describe, expect, it } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import { rebaseEdits } from "../../../client/src/preview/rebase-edits.ts";

const text = "one [ ] two\nthree [ ] four\nfive [ ] six\n";
const document = TextDocument.create("file:///w/r.md", "markdown", 1, text);

const span = (start: number, end: number) => ({ start: document.positionAt(start), end: document.positionAt(end) });

describe("an edit rebased over a change", () => {
  const from = text.indexOf("[ ] four");
  const to = from + 3;

  it("changes the same text as before, wherever the change is, or is given up where it touches", () => {
    let rebasedOnes = 0;
    for (let start = 0; start <= text.length; start++) {
      for (let end = start; end <= text.length; end++) {
        for (const typed of ["", "x", "\n", "longer words", "two\nlines", "\r\n\r\n"]) {
          const change = { range: span(start, end), text: typed };
          const rebased = rebaseEdits([{ range: span(from, to), newText: "[x]" }], change);
          expect(rebased === undefined).toBe(start <= to && end >= from);
          if (rebased === undefined) continue;
          rebasedOnes++;
          const changed = TextDocument.applyEdits(document, [{ range: change.range, newText: typed }]);
          const after = TextDocument.create(document.uri, "markdown", 2, changed);
          const both = `${text.slice(0, from)}[x]${text.slice(to)}`;
          const wanted = `${both.slice(0, start)}${typed}${both.slice(end)}`;
          expect(TextDocument.applyEdits(after, [...rebased])).toBe(wanted);
        }
      }
    }
    expect(rebasedOnes).toBeGreaterThan(1000);
  });
});
