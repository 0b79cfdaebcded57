import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createReleaseDocsService } from "../../../server/src/engine/service.ts";
import { LivePages } from "../../../server/src/lsp/views/live-pages.ts";
import { renderDocument } from "../../../server/src/render/render-document.ts";
import { withLineSteps } from "../../../server/src/render/update/line-steps.ts";
import { pageChanges } from "../../../server/src/render/update/page-changes.ts";
import { readElements } from "../../../server/src/render/update/page-elements.ts";
import { Writer } from "../../fuzz/edits.ts";
import { createRandom } from "../../fuzz/random.ts";
import { changedPage } from "../../support/changed-page.ts";
import { memoryFiles } from "../../support/memory-files.ts";
import { runbook } from "../markdown/runbook.fixture.ts";
import { assess, checklist } from "./assess.ts";

const examples = join(import.meta.dirname, "..", "..", "..", "examples", "checkout-v2.2.0");
const edits = 300;
/** So many edits are made to a text before it is taken back. */
const sitting = 15;

const pageOf = async (text: string): Promise<string> => withLineSteps(renderDocument(await assess(text)));

const changesOf = (before: string, after: string) => pageChanges(readElements(before), readElements(after));

describe("the changes of a page", () => {
  it.each([
    ["markdown", runbook, "runbook.md"],
    ["yaml", readFileSync(join(examples, "release-manifest.yaml"), "utf8"), "release-manifest.yaml"],
  ] as const)("give the page of the text, whatever is done to it: %s", async (format, text, name) => {
    const service = createReleaseDocsService({ files: memoryFiles({}), today: () => "2026-11-20" });
    const writer = new Writer(createRandom(7), format, text);
    let shown = "";
    let compared = 0;
    for (let edit = 0; edit < edits; edit++) {
      const assessment = await service.assess(`file:///w/${name}`, writer.text);
      if (assessment !== undefined) {
        const page = withLineSteps(renderDocument(assessment));
        expect(
          readElements(page)
            .map(({ html }) => html)
            .join(""),
        ).toBe(page);
        expect(changedPage(shown, changesOf(shown, page))).toBe(page);
        shown = page;
        compared++;
      }
      if (edit % sitting === 0) writer.text = text;
      else writer.edit();
    }
    expect(compared).toBeGreaterThan(edits / 3);
  });

  it("are the box, its blocker, its finding and the counts when one of a thousand due gates is ticked", async () => {
    const gates = Array.from({ length: 1000 }, (_, at) => `- [ ] Gate ${at}`);
    const before = await pageOf(checklist(gates.join("\n")));
    const after = await pageOf(checklist(gates.with(500, "- [x] Gate 500").join("\n")));
    const changes = changesOf(before, after);
    expect(changedPage(before, changes)).toBe(after);
    expect(changes.map(({ html }) => html.replace(/<[^>]*>/g, "")).join("\n")).toMatchInlineSnapshot(`
      "1000 things block this release:
      999 of them are gates that are due and open:
      991 more

      Pre-release  1 of 1000, 999 due
       Gate 500

      1002 findings
      "
    `);
  });

  it("are one element when a line more stands above all others", async () => {
    const before = await pageOf(checklist("one\n\n- two\n- three\n\n| a |\n|---|\n| b |", "draft"));
    const after = await pageOf(checklist("\none\n\n- two\n- three\n\n| a |\n|---|\n| b |", "draft"));
    expect(changesOf(before, after).map(({ html }) => html)).toEqual(['<p data-step="3">one</p>']);
  });

  it("do not enter what holds text, and bring a list its new items alone", () => {
    const changed = (before: string, after: string) => changesOf(before, after);
    expect(changed("<ul><li>a</li><li>b</li></ul>", "<ul><li>a</li><li>c</li><li>b</li></ul>")).toEqual([
      { at: [0], had: 2, from: 1, count: 0, html: "<li>c</li>" },
    ]);
    expect(changed("<p>a <b>b</b></p>", "<p>a <b>c</b></p>")).toEqual([
      { at: [], had: 1, from: 0, count: 1, html: "<p>a <b>c</b></p>" },
    ]);
    expect(changed("<div><p>a</p></div><footer><p>b</p></footer>", "<div><p>c</p></div>")).toEqual([
      { at: [0], had: 1, from: 0, count: 1, html: "<p>c</p>" },
      { at: [], had: 2, from: 1, count: 1, html: "" },
    ]);
  });
});

describe("the pages that are shown", () => {
  const long = `<p>${"a".repeat(500)}</p>`;

  it("are told by what changed to those who show the last one, and whole to all others", () => {
    const pages = new LivePages();
    const first = pages.update("a", `${long}<p>b</p>`, undefined);
    expect(first).toHaveProperty("html");
    const second = pages.update("a", `${long}<p>c</p>`, first.rendering);
    expect(second).toMatchObject({ changes: [{ at: [], from: 1, count: 1, html: "<p>c</p>" }] });
    expect(pages.update("a", `${long}<p>c</p>`, second.rendering)).toEqual({ ...second, changes: [] });
    expect(pages.update("a", `${long}<p>d</p>`, first.rendering)).toHaveProperty("html");
    expect(pages.update("b", `${long}<p>d</p>`, second.rendering)).toHaveProperty("html");
  });

  it("are told whole where the changes would be more", () => {
    const pages = new LivePages();
    const { rendering } = pages.update("a", "<p>a</p>", undefined);
    expect(pages.update("a", "<p>b</p>", rendering)).toMatchObject({ html: "<p>b</p>" });
  });

  it("are kept for few documents, and not once they are closed", () => {
    const pages = new LivePages();
    const { rendering } = pages.update("a", long, undefined);
    pages.close("a");
    expect(pages.update("a", long, rendering)).toHaveProperty("html");
    const [b, , , , f] = ["b", "c", "d", "e", "f"].map((uri) => pages.update(uri, long, undefined).rendering);
    expect(pages.update("f", long, f)).toEqual({ rendering: f, changes: [] });
    expect(pages.update("b", long, b)).toHaveProperty("html");
  });
});
