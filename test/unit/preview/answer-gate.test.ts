import { describe, expect, it } from "vitest";
import { createReleaseDocsService } from "../../../server/src/engine/service.ts";
import { answerGate } from "../../../server/src/lsp/views/answer-gate.ts";
import { memoryFiles } from "../../support/memory-files.ts";

const text = (body: string): string =>
  `---\nkind: ReleaseChecklist\nstatus: in progress\n---\n# Release Checklist\n\n## Pre-Release\n\n${body}\n`;

/** The text after a gate was answered; `undefined` when it could not be. */
async function answered(
  body: string,
  gate: string,
  state: "checked" | "open",
  option?: number,
): Promise<string | undefined> {
  const service = createReleaseDocsService({ files: memoryFiles({}), today: () => "2026-11-20" });
  const source = text(body);
  const assessment = await service.assess("file:///w/c.md", source);
  const found = assessment?.document.gates.find((candidate) => candidate.text === gate);
  if (assessment === undefined) throw new Error("not read");
  const id = found?.id ?? gate;
  const params = { uri: "file:///w/c.md", gate: id, state, ...(option === undefined ? {} : { option }) };
  const changes = answerGate(service, assessment.document, params);
  if (changes === undefined) return undefined;
  let result = source;
  for (const { start, end, text: put } of [...changes].sort((a, b) => b.start - a.start)) {
    result = result.slice(0, start) + put + result.slice(end);
  }
  return result.slice(text("").length - 1, -1);
}

describe("answering a gate", () => {
  it("ticks and clears it, and changes nothing that says so already", async () => {
    expect(await answered("- [ ] One\n- [ ] Two", "Two", "checked")).toBe("- [ ] One\n- [x] Two");
    expect(await answered("- [x] One", "One", "open")).toBe("- [ ] One");
    expect(await answered("- [x] One", "One", "checked")).toBe("- [x] One");
  });

  it("gives a choice one answer", async () => {
    const choice = "- Risk: [ ] Low [x] High";
    expect(await answered(choice, "Risk", "checked", 0)).toBe("- Risk: [x] Low [ ] High");
    expect(await answered(choice, "Risk", "open", 1)).toBe("- Risk: [ ] Low [ ] High");
    expect(await answered(choice, "Risk", "open", 0)).toBe(choice);
    expect(await answered(choice, "Risk", "checked", 7)).toBeUndefined();
    expect(await answered("| Test | Pass | Fail |\n|---|---|---|\n| Login | [ ] | [x] |", "Login", "checked", 0)).toBe(
      "| Test | Pass | Fail |\n|---|---|---|\n| Login | [x] | [ ] |",
    );
  });

  it("finds no gate that is gone", async () => {
    expect(await answered("- [ ] One", "Another", "checked")).toBeUndefined();
  });
});
