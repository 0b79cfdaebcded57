import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Intention } from "../../../server/src/document/intention.ts";
import { writeMarkdown } from "../../../server/src/document/markdown/write-markdown.ts";
import type { ReleaseDocument } from "../../../server/src/document/model.ts";
import type { GateState } from "../../../server/src/words/terms.ts";
import { read, source } from "./dump.fixture.ts";
import { runbook } from "./runbook.fixture.ts";

/** The text after an intention; `undefined` when it cannot be carried out. */
function written(document: ReleaseDocument, intention: Intention): string | undefined {
  const changes = writeMarkdown(document, intention);
  if (changes === undefined) return undefined;
  let text = document.text;
  for (const { start, end, text: put } of [...changes].sort((a, b) => b.start - a.start)) {
    text = text.slice(0, start) + put + text.slice(end);
  }
  return text;
}

/** The lines that differ, as `- old` and `+ new`. */
function difference(before: string, after: string | undefined): string {
  const [old, fresh] = [before.split("\n"), (after ?? "").split("\n")];
  while (old.length > 0 && old[0] === fresh[0]) {
    old.shift();
    fresh.shift();
  }
  while (old.length > 0 && old.at(-1) === fresh.at(-1)) {
    old.pop();
    fresh.pop();
  }
  return [...old.map((line) => `- ${line}`), ...fresh.map((line) => `+ ${line}`)].join("\n");
}

const document = read(runbook);
const answer = (text: string, state: GateState, more: object = {}, of = document): string => {
  const gate = of.gates.find((each) => each.text === text)?.id ?? text;
  return difference(of.text, written(of, { do: "answer-gate", gate, state, ...more }));
};

describe("answering a gate", () => {
  test("task items", () => {
    expect(answer("starred", "checked")).toBe("- * [ ] starred\n+ * [x] starred");
    expect(answer("starred", "checked", { by: "@lee", when: "2026-11-19" })).toBe(
      "- * [ ] starred\n+ * [x] starred (by @lee, 2026-11-19)",
    );
    expect(answer("starred", "failed")).toBe("- * [ ] starred\n+ * [ ] ❌ starred");
    expect(answer("starred", "waived", { by: "@lee", reason: "no (real) risk" })).toBe(
      "- * [ ] starred\n+ * [ ] starred (waived by @lee: no (real) risk)",
    );
    expect(answer("starred", "notApplicable", { reason: "none here" })).toBe(
      "- * [ ] starred\n+ * [ ] starred (N/A: none here)",
    );
  });

  test("taking an answer back", () => {
    expect(answer("Backup taken", "open")).toBe("- - [x] Backup taken (by @lee, 2026-11-18)\n+ - [ ] Backup taken");
    expect(answer("Legal review", "open")).toBe(
      "- - [ ] Legal review (waived by @mara: wording unchanged)\n+ - [ ] Legal review",
    );
    expect(answer("Browser check", "checked")).toBe("- - [ ] ~~Browser check~~\n+ - [x] Browser check");
    expect(answer("Licence scan", "checked")).toBe("- - [ ] ❌ Licence scan\n+ - [x] Licence scan");
    expect(answer("Legal review", "waived", { by: "@kim", reason: "new" })).toBe(
      "- - [ ] Legal review (waived by @mara: wording unchanged)\n+ - [ ] Legal review (waived by @kim: new)",
    );
  });

  test("a gate of several lines is answered at its end", () => {
    expect(answer("Penetration test repeated on staging", "checked", { by: "@lee" })).toBe(
      "- - [ ] Penetration test\n-   repeated on staging\n+ - [x] Penetration test\n+   repeated on staging (by @lee)",
    );
  });

  test("cells, fences, choices and marks", () => {
    expect(answer("Change language", "checked")).toBe(
      "- | Change language | minor | [ ] | |\n+ | Change language | minor | [x] | |",
    );
    expect(answer("Change language", "waived", { by: "@lee", reason: "a|b" })).toBe(
      "- | Change language | minor | [ ] | |\n+ | Change language | minor | [ ] (waived by @lee: a\\|b) | |",
    );
    expect(answer("Track a parcel", "failed")).toBe(
      "- | Track a parcel | Critical | [x] | @kim |\n+ | Track a parcel | Critical | [ ] ❌ | @kim |",
    );
    expect(answer("Errors are flat", "checked")).toBe("-   - [ ] Errors are flat\n+   - [x] Errors are flat");
    expect(answer("Can users log in?", "checked")).toBe(
      "- | Can users log in? | [ ] | [x] |\n+ | Can users log in? | [x] | [ ] |",
    );
    expect(answer("Can carriers log in?", "failed")).toBe(
      "- | Can carriers log in? | [x] | [ ] |\n+ | Can carriers log in? | [ ] | [x] |",
    );
    expect(answer("Risk accepted", "open")).toBe(
      "- Risk accepted: [ ] Low [x] High\n+ Risk accepted: [ ] Low [ ] High",
    );
    expect(answer("North", "failed")).toBe("- | North | ✅ |\n+ | North | ❌ |");
  });

  test("the last mark that makes a list a list of answers becomes a box", () => {
    const marks = read("# T\n\n- ☐ a mark\n- ✅ another\n");
    expect(marks.gates).toHaveLength(2);
    expect(answer("a mark", "checked", {}, marks)).toBe("- - ☐ a mark\n+ - [x] a mark");
    expect(answer("a mark", "failed", {}, marks)).toBe("- - ☐ a mark\n+ - ❌ a mark");
    expect(answer("a mark", "checked")).toBe("- - ☐ a mark\n+ - ✅ a mark");
  });

  test("what cannot be said is not offered", () => {
    const say = (intention: Omit<Extract<Intention, { do: "answer-gate" }>, "do" | "gate">): unknown =>
      writeMarkdown(document, { do: "answer-gate", gate: document.gates[0]?.id ?? "", ...intention });
    expect(say({ state: "waived", reason: "x" })).toBeUndefined();
    expect(say({ state: "waived", by: "@x" })).toBeUndefined();
    expect(say({ state: "notApplicable" })).toBeUndefined();
    expect(writeMarkdown(document, { do: "answer-gate", gate: "gone", state: "checked" })).toBeUndefined();
    const critical = document.gates.find(({ text }) => text === "Print a label")?.id ?? "";
    const waive: Intention = { do: "answer-gate", gate: critical, state: "waived", by: "@x", reason: "y" };
    expect(read(written(document, waive) ?? "").gates.find(({ id }) => id === critical)?.state).toBe("waived");
  });

  test("every answer to every gate reads again as it was meant, in every line break, and leaves the others alone", () => {
    const states = fc.constantFrom<GateState>("open", "checked", "failed", "waived", "notApplicable");
    const eol = fc.constantFrom("\n", "\r\n");
    const words = fc.constantFrom("plain", "with | pipe", "two\nlines", "open (", "x-->y");
    fc.assert(
      fc.property(fc.nat(document.gates.length - 1), states, eol, words, (index, state, end, reason) => {
        const before = read(runbook.replaceAll("\n", end));
        const gate = before.gates[index];
        const intention = {
          do: "answer-gate",
          gate: gate?.id ?? "",
          state,
          by: "@x",
          when: "2026-11-19",
          reason,
        } as const;
        const text = written(before, intention);
        if (text === undefined) return;
        const after = read(text);
        expect(after.gates.map(({ id, state: now }) => [id, now])).toEqual(
          before.gates.map((each) => [each.id, each.id === gate?.id ? state : each.state]),
        );
        expect(text.replaceAll("\r\n", "").includes("\r")).toBe(false);
        expect(/(?<!\r)\n/.test(text)).toBe(end === "\n");
        expect(read(written(after, { ...intention, state: "open" }) ?? "").gates[index]?.state).toBe("open");
      }),
      { numRuns: 400 },
    );
  });
});

describe("other intentions", () => {
  test("replace", () => {
    const at = document.placeholders[0]?.at;
    if (at === undefined) throw new Error("No placeholder");
    expect(difference(runbook, written(document, { do: "replace", at, text: "release.yml" }))).toBe(
      "- Step 1: Deploy to staging with [pipeline name]\n+ Step 1: Deploy to staging with release.yml",
    );
    const foreign = { part: { text: "x" }, start: 0, end: 1 };
    expect(writeMarkdown(document, { do: "replace", at: foreign, text: "" })).toBeUndefined();
  });

  test("set-status: in its field, in the front matter, or below the title", () => {
    const set = (text: string): string => {
      const after = written(read(text), { do: "set-status", status: "approved" }) ?? "";
      expect(read(after).facts.status?.value).toBe("approved");
      return difference(text, after);
    };
    expect(set(runbook)).toBe(
      "- **Status:** In Review <!-- kept by hand -->\n+ **Status:** approved <!-- kept by hand -->",
    );
    expect(set("# T\n\n- **Status**: _[Draft / Done]_\n")).toBe(
      "- - **Status**: _[Draft / Done]_\n+ - **Status**: _approved_",
    );
    expect(set("# T\n\n| Field | Value |\n|---|---|\n| Status | |\n")).toBe("- | Status | |\n+ | Status | approved|");
    expect(set("---\nkind: X\n---\n# T\n")).toBe("+ status: approved");
    expect(set("# T\n**Owner:** @x\n")).toBe("+ \n+ **Status:** approved\n+ ");
    expect(set("# T")).toBe("+ \n+ **Status:** approved");
    expect(set("- [ ] a\n")).toBe("+ ---\n+ status: approved\n+ ---\n+ ");
  });

  test("declare", () => {
    const declared = (text: string): string => difference(text, written(read(text), { do: "declare" }));
    expect(declared("# T\n")).toBe("+ ---\n+ kind: ReleaseRunbook\n+ ---\n+ ");
    expect(declared("---\nversion: 1\n---\n# T\n")).toBe("+ kind: ReleaseRunbook");
    expect(declared("---\nkind: Other # x\n---\n# T\n")).toBe("- kind: Other # x\n+ kind: ReleaseRunbook # x");
    expect(writeMarkdown(document, { do: "declare" })).toEqual([]);
    expect(written(read("\uFEFF# T\r\n"), { do: "declare" })).toBe(
      "\uFEFF---\r\nkind: ReleaseRunbook\r\n---\r\n\r\n# T\r\n",
    );
  });

  test.each([
    "```\nx",
    "~~~ sh\nx\n\n```\n",
    "<!-- note\n\nx",
    "<pre>\nx\n\n",
    "<script>\n\nx",
    "<![CDATA[\nx\n\n",
    "<?x\n\n",
  ])("nothing is put where it is not read: behind %j", (open) => {
    for (const before of ["# T\n\n", "# T\n\n## Scope\n\nAll.\n\n", ""]) {
      const text = read(`${before}${open}`);
      expect(written(text, { do: "insert-section", key: "rollback-procedure" })).toBeUndefined();
    }
    const plan = read(`# T\n\n## Rollback Procedure\n\n**Triggers:** x\n\n${open}`);
    for (const part of ["steps", "verification"] as const)
      expect(written(plan, { do: "add-rollback-part", part })).toBeUndefined();
    const above = read(`# T\n\n## Sign-off\n\n${open}`);
    const inserted = written(above, { do: "insert-section", key: "rollback-procedure" });
    expect(inserted).toMatch(/# Rollback Procedure.*## Sign-off/s);
  });

  test.each(["```\nx\n```", "- a\n  ```\n  x", "> ```\n> x", "<div>\nx", "    ```", "`` ` ```", "\\```"])(
    "what is closed, or ends by itself, is no hindrance: %j",
    (closed) => {
      const inserted = written(read(`# T\n\n## Scope\n\n${closed}\n`), {
        do: "insert-section",
        key: "rollback-procedure",
      });
      expect(read(inserted ?? "").sections.map(({ title }) => title)).toContain("Rollback Procedure");
      const plan = read(`# T\n\n## Rollback Procedure\n\n**Triggers:** x\n\n${closed}\n`);
      expect(written(plan, { do: "add-rollback-part", part: "verification" })).toMatch(/\*\*Verification/);
    },
  );

  test("insert-section: in order, at the level and with the number of its neighbours", () => {
    const without = runbook.replace(/## 8\. Rollback[\s\S]*?(?=## 9\.)/, "");
    const text = written(read(without), { do: "insert-section", key: "rollback-procedure" }) ?? "";
    expect(difference(without, text)).toMatchInlineSnapshot(`
      "+ ## 8. Rollback Procedure
      + 
      + **Triggers:** [What starts a rollback]
      + 
      + **Decided by:** [Release Manager]
      + 
      + **Estimated time:** [15 minutes]
      + 
      + **Steps:**
      + 
      + 1. [First step]
      + 
      + **Verification:** [What shows that it worked]
      + "
    `);
    expect(read(text).sections.map(({ key }) => key)).toEqual(document.sections.map(({ key }) => key));
    expect(writeMarkdown(document, { do: "insert-section", key: "rollback-procedure" })).toBeUndefined();
    expect(writeMarkdown(document, { do: "insert-section", key: "nothing" })).toBeUndefined();
    expect(written(read("# T\n"), { do: "insert-section", key: "scope" })).toBe("# T\n\n## Scope\n\n[To be written]\n");
    expect(written(read("# T\n\n## Deployment Steps\n\nx"), { do: "insert-section", key: "production" })).toBe(
      "# T\n\n## Deployment Steps\n\nx\n\n### Production\n\n- [ ] [What must be confirmed]\n",
    );
    expect(written(read("# T\n\n## Sign-off\n"), { do: "insert-section", key: "staging" })).toBeUndefined();
  });

  test("add-rollback-step: in the row, in a new column, below a task item", () => {
    const add = (
      text: string,
      find: (of: ReleaseDocument) => ReleaseDocument["workItems"][number]["at"] | undefined,
    ) => {
      const before = read(text);
      const target = find(before);
      if (target === undefined) throw new Error("No target");
      return written(before, { do: "add-rollback-step", target, form: "script" }) ?? "";
    };
    const inRow = add(runbook, (of) => of.workItems[1]?.at);
    expect(difference(runbook, inRow)).toBe(
      "- | #89 | New labels | @kim | Low | - |\n+ | #89 | New labels | @kim | Low | Script `[path of the script]` |",
    );
    expect(read(inRow).workItems[1]?.rollback).toMatchObject([{ form: "script" }]);
    const table = "# T\n## Scope\n| PR | Owner |\n|---|---|\n| 1 | a |\n| 2 | b |\n";
    const column = add(table, (of) => of.workItems[0]?.at);
    expect(read(column).workItems.map(({ rollback }) => rollback.length)).toEqual([1, 0]);
    const nested = add(runbook, (of) => of.migrations[0]?.at);
    expect(read(nested).migrations.map(({ rollback }) => rollback.length)).toEqual([1, 1]);
    const fence = "# T\n## Migrations\n```\n0001_a.sql\n```\n";
    expect(read(add(fence, (of) => of.migrations[0]?.at)).migrations[0]?.coveredByPlan).toBe(true);
  });

  test("suppress: above the line; around tables and fences", () => {
    const silence = (
      text: string,
      pick: (of: ReleaseDocument) => ReleaseDocument["placeholders"][number]["at"] | undefined,
    ) => {
      const before = read(text);
      const at = pick(before);
      if (at === undefined) throw new Error("No place");
      const after = written(before, { do: "suppress", at, rule: "placeholders/unfilled", reason: "later" }) ?? "";
      expect(read(after).placeholders.length).toBe(before.placeholders.length);
      expect(read(after).directives.length).toBeGreaterThan(before.directives.length);
      return difference(text, after);
    };
    const comment = "<!-- release-docs-disable-next-line placeholders/unfilled -- later -->";
    expect(silence("# T\n\nAsk [Name].\n", (of) => of.placeholders[0]?.at)).toBe(`+ ${comment}`);
    expect(silence("# T\n\n- a\n  - Ask [Name].\n", (of) => of.placeholders[0]?.at)).toBe(`+   ${comment}`);
    expect(silence("# T\n\n```\nAsk [Name]\n```\nEnd\n", (of) => of.placeholders[0]?.at)).toMatchInlineSnapshot(`
      "- \`\`\`
      - Ask [Name]
      - \`\`\`
      + <!-- release-docs-disable placeholders/unfilled -- later -->
      + 
      + \`\`\`
      + Ask [Name]
      + \`\`\`
      + 
      + <!-- release-docs-enable placeholders/unfilled -->"
    `);
    const table = "# T\n\n| A | B |\n|---|---|\n| a | [Name] |\n";
    expect(silence(table, (of) => of.placeholders[0]?.at)).toMatchInlineSnapshot(`
      "- | A | B |
      - |---|---|
      - | a | [Name] |
      + <!-- release-docs-disable placeholders/unfilled -- later -->
      + 
      + | A | B |
      + |---|---|
      + | a | [Name] |
      + 
      + <!-- release-docs-enable placeholders/unfilled -->"
    `);
  });

  test("insert-property: a field among its siblings", () => {
    const put = (text: string, pointer: readonly (string | number)[], name: string): string =>
      difference(text, written(read(text), { do: "insert-property", pointer, name }));
    expect(put(runbook, ["sections", "metadata", "fields"], "release-type")).toBe(
      "+ | Release Type | [Release Type] |",
    );
    expect(put("# T\n\n- **Owner**: x\n", ["fields"], "version")).toBe("+ - **Version**: [Version]");
    expect(put("# T\n## Scope\n", ["sections", "scope"], "steps")).toBe("+ 1. [First step]\n+ ");
    expect(writeMarkdown(document, { do: "insert-property", pointer: ["sections"], name: "x" })).toBeUndefined();
  });

  test("the smallest text is changed", () => {
    const gate = document.gates.find(({ text }) => text === "starred");
    const changes = writeMarkdown(document, { do: "answer-gate", gate: gate?.id ?? "", state: "checked" });
    expect(changes).toHaveLength(1);
    expect(changes?.[0]?.text).toBe("x");
    expect(gate === undefined ? "" : source(document, gate.box)).toBe("[ ]");
  });
});

describe("names", () => {
  const text =
    "---\nkind: X\nteem: ops\nlist:\n  - a\n---\n# T\n\n[1](#-1-scop) [2](#scop)\n\n## 📦 **1. Scop**\n\n- **Verson**: 1\n\n| Riks | Value |\n|---|---|\n| a | b |\n\n### Scop\n\n**Ownr:** @a\n  and @b\n";
  const change = (intention: Intention): string => difference(text, written(read(text), intention));

  test("are written as the schema writes them; numbers stay, links follow", () => {
    expect(change({ do: "rename-key", pointer: ["sections", "scop", "fields", "verson"], name: "version" })).toBe(
      "- - **Verson**: 1\n+ - **Version**: 1",
    );
    expect(change({ do: "rename-key", pointer: ["sections", "scop"], name: "release-scope" })).toBe(
      [
        "- [1](#-1-scop) [2](#scop)",
        "- ",
        "- ## 📦 **1. Scop**",
        "+ [1](#-1-release-scope) [2](#scop)",
        "+ ",
        "+ ## 📦 **1. Release Scope**",
      ].join("\n"),
    );
    expect(
      change({ do: "rename-key", pointer: ["sections", "scop", "tables", 0, "columns", 0], name: "risk-level" }),
    ).toBe("- | Riks | Value |\n+ | Risk Level | Value |");
    expect(change({ do: "rename-key", pointer: ["frontMatter", "teem"], name: "team" })).toBe(
      "- teem: ops\n+ team: ops",
    );
  });

  test("of what is not there are not changed", () => {
    const nothing: readonly Intention[] = [
      { do: "rename-key", pointer: ["sections", "scop", "fields", "none"], name: "version" },
      { do: "rename-key", pointer: ["sections", "none"], name: "scope" },
      { do: "rename-key", pointer: ["frontMatter", "none"], name: "team" },
      { do: "remove", pointer: ["sections", "scop"] },
      { do: "remove", pointer: ["sections", "scop", "fields", "none"] },
      { do: "remove", pointer: ["frontMatter", "list"] },
      { do: "remove", pointer: ["sections", "scop", "sections", "scop", "fields", "ownr"] },
    ];
    for (const intention of nothing) expect(writeMarkdown(read(text), intention)).toBeUndefined();
  });

  test("are taken out with their values", () => {
    expect(change({ do: "remove", pointer: ["sections", "scop", "fields", "verson"] })).toBe("- - **Verson**: 1");
    expect(change({ do: "remove", pointer: ["frontMatter", "teem"] })).toBe("- teem: ops");
  });
});
