import { describe, expect, it } from "vitest";
import { renderDocument } from "../../../server/src/render/render-document.ts";
import { assess, checklist, contentOf, withoutLines } from "./assess.ts";
import { decodeEntities, readHtml } from "./read-html.ts";

/** The boxes of a document that can be answered, as `gate text[: option] ticked|open`, with what stands right after each. */
async function boxes(body: string): Promise<readonly string[]> {
  const assessment = await assess(checklist(body));
  const html = withoutLines(contentOf(renderDocument(assessment)));
  readHtml(html);
  return [...html.matchAll(/<input ([^>]*)>((?: <span class="state [^"]*">[^<]*<\/span>)?[^<\n]*)/g)].map((match) => {
    const [, attributes = "", after = ""] = match;
    const label = decodeEntities(/aria-label="([^"]*)"/.exec(attributes)?.[1] ?? "");
    const option = /data-option="(\d+)"/.exec(attributes)?.[1];
    const ticked = attributes.includes('checked=""') ? "ticked" : "open";
    const gate = decodeEntities(/data-gate="([^"]*)"/.exec(attributes)?.[1] ?? "no gate");
    expect(gate === "no gate" || assessment.document.gates.some(({ id }) => id === gate)).toBe(true);
    return `${label} | ${option === undefined ? "" : `${option} | `}${ticked} |${after.replace(/<[^>]*>/g, "").trimEnd()}`;
  });
}

describe("the box of a gate stands where its source has it", () => {
  it("in task items, nested ones and numbered ones too", async () => {
    expect(await boxes("- [ ] Outer\n  - [x] Inner *done*\n\n* [X] Star\n+ [ ] Plus\n\n1. [ ] First\n")).toEqual([
      "Outer, due | open | Outer",
      "Inner done | ticked | Inner",
      "Star | ticked | Star",
      "Plus, due | open | Plus",
      "First, due | open | First",
    ]);
  });

  it("in table cells", async () => {
    expect(await boxes("| Check | Done |\n|---|---|\n| Backup | [ ] |\n| Restore | [x] by hand |\n")).toEqual([
      "Backup, due | open |",
      "Restore | ticked | by hand",
    ]);
  });

  it("in fenced checklists, and not in code", async () => {
    expect(
      await boxes("```\nBefore:\n- [ ] Tell support\n- [x] Freeze\n```\n\n```bash\nif [ ] then\n- [ ] no gate\n```\n"),
    ).toEqual(["Tell support, due | open | Tell support", "Freeze | ticked | Freeze"]);
  });

  it("for every option of a choice", async () => {
    expect(await boxes("- Risk: [ ] Low [x] High\n\nDecision: [ ] Go  [ ] No-Go\n")).toEqual([
      "Risk: Low | 0 | open | Low",
      "Risk: High | 1 | ticked | High",
      "Decision: Go, due | 0 | open | Go",
      "Decision: No-Go, due | 1 | open | No-Go",
    ]);
  });

  it("for columns that are one choice", async () => {
    expect(await boxes("| Test | Pass | Fail |\n|---|---|---|\n| Login | [ ] | [x] |\n")).toEqual([
      expect.stringMatching(/^Login.* \| 0 \| open \|$/),
      expect.stringMatching(/^Login.* \| 1 \| ticked \| Failed$/),
    ]);
  });

  it("in place of marks", async () => {
    expect(await boxes("- ☐ Mail sent\n- ✅ Flags set\n- ❌ Cache warm\n")).toEqual([
      "Mail sent, due | open | Mail sent",
      "Flags set | ticked | Flags set",
      "Cache warm, due | open | Failed Cache warm",
    ]);
  });

  it("with its state in words where the box cannot say it", async () => {
    expect(
      await boxes(
        "- [ ] Load test (waived by @bob: no change)\n- [ ] Mobile (N/A: no app)\n- [ ] Backup ❌\n- [ ] Docs (waived)\n",
      ),
    ).toEqual([
      "Load test | open | Waived Load test (waived by @bob: no change)",
      "Mobile | open | N/A Mobile (N/A: no app)",
      "Backup, due | open | Failed Backup ❌",
      "Docs, due | open | Waiver incomplete Docs (waived)",
    ]);
  });

  it("with no-go triggers shown, not answered", async () => {
    const html = renderDocument(await assess(checklist("- [x] a\n\n## No-Go Triggers\n\n- [x] Error budget spent\n")));
    expect(html).toContain(
      '<input type="checkbox" aria-label="No-go trigger: Error budget spent" checked="" disabled="">',
    );
  });

  it("whatever the line breaks", async () => {
    for (const feed of ["\r\n", "\r"]) {
      const text = checklist("- [ ] One\n- [x] Two").replaceAll("\n", feed);
      const assessment = await assess(`\uFEFF${text}`, "checklist.md", { kind: "ReleaseChecklist" });
      expect(readHtml(renderDocument(assessment)).filter(({ name }) => name === "input")).toHaveLength(
        assessment.document.gates.length,
      );
    }
  });

  it("disabled where nothing can be answered", async () => {
    const html = renderDocument(await assess(checklist("- [ ] One")), { interactive: false });
    expect(html).toMatch(/<input [^>]*data-gate="[^"]*"[^>]* disabled=""/);
  });
});
