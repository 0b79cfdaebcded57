import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { AssessOptions, ServiceSettings } from "../../../server/src/engine/service.ts";
import { defaultConfiguration } from "../../../server/src/workspace/default-configuration.ts";
import { type Called, type CallOptions, call } from "./call.ts";
import { fakeService } from "./fake-service.ts";
import { folderForEach } from "./temporary-folder.ts";

const folder = folderForEach();

const here = (words: string, options: CallOptions = {}): Promise<Called> =>
  call(words.split(" "), { cwd: folder.path, ...options });

describe("check", () => {
  it("answers 0 without errors, 1 with", async () => {
    folder.write({
      "good.md": "# Release\n",
      "warned.md": "# Release\nwarning hint\n",
      "bad.md": "# Release\nerror\n",
    });
    expect((await here("check good.md")).code).toBe(0);
    expect((await here("check warned.md")).code).toBe(0);
    expect((await here("check bad.md good.md")).code).toBe(1);
  });

  it("writes the JSON of version 1", async () => {
    folder.write({
      "b.md": "# Release\n\n  an error and\r\na warning\n",
      "a.md": "# Other\n",
      "c.md": "# Release 😀 hint",
    });
    const { stdout, code } = await here("check b.md a.md c.md --format json");
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      version: 1,
      documents: [
        {
          path: "b.md",
          kind: "ReleaseRunbook",
          declared: true,
          template: false,
          stage: "approved",
          stageSource: "stated",
          verdict: "no-go",
          gates: { total: 0, checked: 0, failed: 0, waived: 0, notApplicable: 0, open: 0, due: 0 },
          findings: [
            {
              rule: "test/error",
              severity: "error",
              message: "This is error",
              line: 3,
              column: 6,
              endLine: 3,
              endColumn: 11,
              url: expect.stringContaining("docs/rules/test--error.md"),
              fixable: false,
            },
            expect.objectContaining({ rule: "test/warning", line: 4, column: 3, endLine: 4, endColumn: 10 }),
          ],
          shaped: [],
        },
        expect.objectContaining({ path: "c.md", findings: [expect.objectContaining({ line: 1, column: 14 })] }),
      ],
      shaped: [],
      summary: { documents: 2, skipped: 1, errors: 1, warnings: 1, infos: 0, hints: 1, verdict: "no-go" },
    });
  });

  it("reads standard input, as the file it is said to be", async () => {
    const seen: { uri: string; options: AssessOptions }[] = [];
    const createService = () => fakeService(defaultConfiguration("file:///"), seen);
    const text = "# Release\nerror\n";
    const named = await here("check - --stdin-filepath ops/r.md --format json", { stdin: text, createService });
    expect(JSON.parse(named.stdout).documents[0].path).toBe("ops/r.md");
    expect(seen[0]?.uri).toMatch(/\/ops\/r\.md$/);
    const unnamed = await here("check - --format json", { stdin: text, createService });
    expect(JSON.parse(unnamed.stdout).documents[0].path).toBe("<stdin>");
    expect(seen[1]?.uri).toMatch(/\/stdin\.md$/);
    await here("check -", { stdin: "apiVersion: release-docs/v1\nkind: ReleaseManifest\n", createService });
    expect(seen[2]?.uri).toMatch(/\/stdin\.yaml$/);
  });

  it("hands its options on", async () => {
    folder.write({ "a.md": "# Release\n" });
    const seen: { uri: string; options: AssessOptions }[] = [];
    const settings: ServiceSettings[] = [];
    const createService = (given: ServiceSettings) => {
      settings.push(given);
      return fakeService(defaultConfiguration("file:///"), seen);
    };
    await here("check a.md --stage completed --as run --kind ReleasePlan --now 2026-02-03", { createService });
    expect(seen[0]?.options).toEqual({ stage: "completed", as: "run", kind: "ReleasePlan", today: "2026-02-03" });
    await here("check a.md --config ci/strict.yaml", { createService });
    expect(settings[1]?.bounds?.file?.uri).toMatch(/^file:.*\/ci\/strict\.yaml$/);
    expect(settings[1]?.bounds?.file?.root).toMatch(/^file:/);
  });

  it("goes on after what it cannot read, and answers 2", async () => {
    folder.write({
      "a.md": "# Release\nerror\n",
      "b.png": new Uint8Array([0x89, 0x50, 0, 1]),
      "utf32.md": new Uint8Array([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]),
    });
    const { code, stdout, stderr } = await here("check b.png no.md a.md utf32.md");
    expect(code).toBe(2);
    expect(stdout).toContain("This is error");
    expect(stderr.split("\n").sort()).toEqual([
      "",
      "release-docs: b.png: is a binary file",
      "release-docs: no.md: no such file or folder",
      "release-docs: utf32.md: is UTF-32; save it as UTF-8",
    ]);
  });

  it("says nothing of what a glob finds and is not ours", async () => {
    folder.write({
      "a.png": new Uint8Array([0, 1]),
      "b.md": new Uint8Array([0, 1]),
      "c.md": "# Other\n",
      "d.txt": "x",
    });
    const { code, stdout, stderr } = await here("check **/*");
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toBe("No release document among 4 files.\n");
  });

  it("refuses to judge by a bad configuration", async () => {
    folder.write({ "a.md": "# Release\n", ".release-docs.yaml": "rules: {}\nstatuses: { x: y }\n" });
    const configuration = {
      ...defaultConfiguration("file:///"),
      uri: `file://${folder.path}/.release-docs.yaml`,
      problems: [
        { message: "This is wrong", start: 22, end: 23 },
        { message: "This too", start: 0, end: 1 },
      ],
    };
    const { code, stderr, stdout } = await here("check a.md", { createService: () => fakeService(configuration) });
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toBe(
      "release-docs: .release-docs.yaml:2:13: This is wrong\nrelease-docs: .release-docs.yaml:1:1: This too\n",
    );
  });

  it("writes several formats to files, one to standard output", async () => {
    folder.write({ "a.md": "# Release\nerror\n" });
    const { stdout, code } = await here("check a.md --format json -o out/a.json --format text");
    expect(code).toBe(1);
    expect(stdout).toContain("2:1");
    expect(await here("check a.md --output b.json --format json")).toEqual({ code: 1, stdout: "", stderr: "" });
    expect(JSON.parse(readFileSync(join(folder.path, "b.json"), "utf8")).version).toBe(1);
    const again = await here("inspect out/a.json");
    expect(again.stderr).toContain("is no release document");
  });
});

describe("verdict", () => {
  it.each([
    ["# Release\nwarning\n", 0, "go"],
    ["# Release\nerror\n", 1, "no-go"],
    ["# Release template\n", 2, "none"],
    ["# Other\n", 2, "none"],
  ])("%j answers %i", async (text, code, verdict) => {
    folder.write({ "a.md": text });
    const called = await here("verdict a.md --format json");
    expect(called.code).toBe(code);
    expect(JSON.parse(called.stdout).verdict).toBe(verdict);
    expect(called.stderr).toBe(
      code === 2
        ? "release-docs: nothing to judge: every document is a template, a report, notes or cancelled, or there is none\n"
        : "",
    );
  });

  it("writes the JSON of version 1", async () => {
    folder.write({ "a.md": "# Release\nerror\nwaived\n" });
    expect(JSON.parse((await here("verdict a.md --format json")).stdout)).toEqual({
      version: 1,
      documents: [
        {
          path: "a.md",
          kind: "ReleaseRunbook",
          stage: "approved",
          stageSource: "stated",
          verdict: "no-go",
          blockers: [{ rule: "test/error", message: "This is error", line: 2, column: 1 }],
          waivers: [{ text: "Load test", phase: "pre-release", by: "@bob", reason: "Low risk", line: 3, column: 1 }],
          suppressed: [],
          shaped: [],
        },
      ],
      required: [],
      shaped: [],
      verdict: "no-go",
    });
  });

  it("hands the phase on", async () => {
    folder.write({ "a.md": "# Release\n" });
    const seen: { uri: string; options: AssessOptions }[] = [];
    await here("verdict a.md --phase pre-release", {
      createService: () => fakeService(defaultConfiguration("file:///"), seen),
    });
    expect(seen[0]?.options).toEqual({ phase: "pre-release" });
  });
});

describe("inspect", () => {
  it("writes the JSON of version 1", async () => {
    folder.write({ "a.md": "# Release\nwaived\n" });
    const { stdout, code } = await here("inspect a.md");
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      version: 1,
      path: "a.md",
      kind: "ReleaseRunbook",
      declared: true,
      template: false,
      stage: "approved",
      stageSource: "stated",
      fields: { version: "2.1.0", owners: ["@alice"] },
      gates: [
        {
          line: 2,
          text: "Load test",
          state: "waived",
          phase: "pre-release",
          due: false,
          form: "task",
          critical: false,
        },
      ],
      rollback: {
        present: true,
        headings: [1],
        trigger: false,
        owner: false,
        steps: 0,
        verification: false,
        communication: false,
      },
      placeholders: [{ line: 1, text: "[Name]" }],
      workItems: [],
      migrations: [],
      phases: [],
      references: [],
    });
  });

  it.each([
    ["inspect", "inspect takes one document: release-docs inspect r.md"],
    ["inspect a.md b.md", "inspect takes one document: release-docs inspect r.md"],
    ["inspect other.md", /^other\.md: is no release document/],
    ["inspect no.md", "no.md: no such file or folder"],
  ])("refuses %s", async (words, message) => {
    folder.write({ "other.md": "# Other\n" });
    const { code, stderr } = await here(words);
    expect(code).toBe(2);
    expect(stderr.replace(/^release-docs: /, "").trimEnd()).toEqual(
      typeof message === "string" ? message : expect.stringMatching(message),
    );
  });
});

describe("release-docs", () => {
  it.each([
    ["chekc", 'There is no command "chekc"; did you mean check?'],
    ["ops/r.md", 'There is no command "ops/r.md"; to check a file: release-docs check ops/r.md'],
    ["frobnicate", 'There is no command "frobnicate"; release-docs --help lists them'],
    ["--format json check ops", "Options stand after the command: release-docs check --format json ops"],
    ["check --fromat json", "There is no option --fromat; did you mean --format?"],
    ["check --format xml", /^--format must be one of text, json, .*not "xml"/],
    [
      "check --format json --format text",
      "Only one format can go to standard output: write --output F after --format text",
    ],
    ["check --stdin-filepath r.md", "--stdin-filepath goes with standard input: add - to the paths"],
    ["check --now tomorrow", '--now must be a date like 2026-12-04, not "tomorrow"'],
    ["check --now 2026-02-30", '--now must be a date like 2026-12-04, not "2026-02-30"'],
    ["check --kind Runbok", /^--kind must be one of .*ReleaseRunbook/],
    ["check --kind ReleaseRunbok", /not "ReleaseRunbok"; did you mean ReleaseRunbook\?$/],
    ["check --stage", /^--stage needs a value: --stage draft \| in-review/],
    [
      "check --format json -o a.json -o b.json",
      "--output b.json has no format of its own: write --format FORMAT before it",
    ],
    ["check no/such/*.md", "no/such/*.md: no file matches"],
  ])("%s: one line, and 2", async (words, message) => {
    const { code, stdout, stderr } = await here(words);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
    expect(stderr.replace(/^release-docs: /, "").trimEnd()).toEqual(
      typeof message === "string" ? message : expect.stringMatching(message),
    );
  });

  it("explains itself and each command by example", async () => {
    const overview = await here("--help");
    expect(overview.code).toBe(0);
    expect(overview.stdout).toMatch(/Usage: release-docs[\s\S]*check[\s\S]*verdict[\s\S]*inspect[\s\S]*Examples:/);
    for (const name of ["check", "verdict", "inspect"]) {
      const help = await here(`${name} --help`);
      expect(help.code).toBe(0);
      expect(help.stdout).toMatch(/Examples:\n {2}(?:release-docs|git)[\s\S]*Options:[\s\S]*--stage S[\s\S]*Exit code/);
      expect((await here(`help ${name}`)).stdout).toBe(help.stdout);
    }
    expect((await call([])).code).toBe(2);
  });

  it("prints its version", async () => {
    expect((await here("--version")).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect((await here("check -v")).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it("shows a stack trace with --debug only", async () => {
    const createService = () => {
      throw new Error("broken\u001B[31m");
    };
    const plain = await here("check", { createService });
    expect(plain.stderr).toBe("release-docs: internal error: broken\uFFFD[31m (--debug shows where)\n");
    expect(plain.code).toBe(2);
    expect((await here("check --debug", { createService })).stderr).toContain("    at ");
  });
});
