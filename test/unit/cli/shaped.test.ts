import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createNodeFileSystem } from "../../../server/src/cli/files/node-file-system.ts";
import { createReleaseDocsService, type ServiceSettings } from "../../../server/src/engine/service.ts";
import { type Called, type CallOptions, call } from "./call.ts";
import { git } from "./git.ts";
import { folderForEach, temporaryFolder } from "./temporary-folder.ts";

const folder = folderForEach();

const createService = (settings: ServiceSettings) =>
  createReleaseDocsService({ files: createNodeFileSystem(), today: () => "2026-12-04" }, settings);

const here = (words: readonly string[], options: CallOptions = {}): Promise<Called> =>
  call(words, { cwd: folder.path, createService, ...options });

/** A runbook with a gate that is due and open: No-Go as it stands. */
const runbook = `---
kind: ReleaseRunbook
---

# Release Runbook: Checkout v2.1.0

- **Version:** 2.1.0
- **Release Date:** 2026-12-04
- **Release Manager:** @alice
- **Status:** In progress

## Pre-Release Checklist

- [ ] Backups verified

## Backout Plan

1. Revert
`;

/** A rollback plan to which nothing is missing. */
const whole = `**Trigger:** error rate > 5%
**Decided by:** @alice

1. Revert
2. Verify the error rate

**Estimated time:** 10 minutes
`;

interface Told {
  readonly what: string;
  readonly sentence: string;
  readonly path?: string;
  readonly at?: { readonly file: string; readonly line?: number; readonly setting?: string };
}
interface Page {
  readonly verdict: string;
  readonly documents: readonly { readonly path: string; readonly verdict: string; readonly shaped: readonly Told[] }[];
  readonly shaped: readonly Told[];
}

async function verdictOf(...words: readonly string[]): Promise<Page> {
  return JSON.parse((await here(["verdict", "--format", "json", ...words])).stdout);
}

/** What is told of one kind, with the place in words. */
const of = (what: string, { documents, shaped }: Page): readonly string[] =>
  [...shaped, ...documents.flatMap((document) => document.shaped)]
    .filter((told) => told.what === what)
    .map(({ sentence, path, at }) => [sentence, path, at?.setting, at?.file, at?.line].filter(Boolean).join(" | "));

describe("what could not be read", () => {
  const unread = new Uint8Array([0x23, 0, 0, 0, 0x20, 0, 0, 0, 0x52, 0, 0, 0]);
  const sentence = "No Go without what was not read: b.md: is a binary file";

  it.each(["a.md b.md", "."])("keeps the verdict from Go, and stands beside it: %s", async (operands) => {
    folder.write({ "a.md": runbook.replace("[ ]", "[x]").replace("1. Revert\n", whole), "b.md": unread });
    const words = operands.split(" ");
    expect((await verdictOf("a.md")).verdict).toBe("go");
    const page = await verdictOf(...words);
    expect([page.verdict, of("unread", page)]).toEqual(["no-go", [sentence]]);
    const check = JSON.parse((await here(["check", "--format", "json", ...words])).stdout);
    expect([check.summary.verdict, of("unread", check)]).toEqual(["no-go", [sentence]]);
    for (const format of ["text", "markdown"]) {
      const { code, stdout } = await here(["verdict", "--format", format, ...words]);
      expect(code).toBe(2);
      expect(stdout).toContain("No-Go");
      expect(stdout).toContain("not read: b.md");
    }
  });
});

it("is no Go beside a configuration that is there and cannot be read", async () => {
  for (const content of [new Uint8Array([0x66, 0, 0, 0]), new Uint8Array([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0])]) {
    folder.write({
      "a.md": runbook.replace("[ ]", "[x]").replace("1. Revert\n", whole),
      ".release-docs.yaml": content,
    });
    const { code, stdout, stderr } = await here(["verdict", "a.md"]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(".release-docs.yaml:1:1: This configuration file cannot be read");
  }
});

describe("what shaped a verdict", () => {
  it.each<[string, Readonly<Record<string, string>>, readonly string[], string, readonly string[]]>([
    [
      "a status that is mapped",
      { ".release-docs.yaml": "# ours\nstatuses:\n  in progress: cancelled\n" },
      [],
      "status",
      ["Status “In progress” is read as cancelled, not as in-progress | statuses | .release-docs.yaml | 3"],
    ],
    [
      "a status that a base maps, by extends",
      {
        ".release-docs.yaml": "extends: a.yaml\n",
        "a.yaml": "extends: b.yaml\n",
        "b.yaml": "statuses: { In Progress: draft }\n",
      },
      [],
      "status",
      ["Status “In progress” is read as draft, not as in-progress | statuses | b.yaml | 1"],
    ],
    [
      "the files that hold, in a chain of extends",
      { ".release-docs.yaml": "extends: a.yaml\n", "a.yaml": "extends: b.yaml\n", "b.yaml": "" },
      [],
      "configuration",
      [
        "Configuration | .release-docs.yaml",
        "Configuration that it builds on (extends) | a.yaml",
        "Configuration that it builds on (extends) | b.yaml",
      ],
    ],
    [
      "a nested configuration",
      { ".release-docs.yaml": "", "ops/.release-docs.yaml": "rules: {}\n" },
      [],
      "nested",
      ["Does not hold here, for a nearer one does | .release-docs.yaml"],
    ],
    [
      "a kind that is not judged",
      { ".release-docs.yaml": "documents:\n  - { files: 'ops/*', kind: ReleaseNotes }\n" },
      [],
      "kind",
      [
        "Declared as ReleaseNotes; by itself it is a ReleaseRunbook | documents | .release-docs.yaml | 2",
        "A ReleaseNotes is not judged: only its structure is looked at",
      ],
    ],
    [
      "a kind by option",
      {},
      ["--kind", "DeploymentReport"],
      "kind",
      [
        "Declared as DeploymentReport by --kind; by itself it is a ReleaseRunbook",
        "A DeploymentReport is not judged: only its structure is looked at",
      ],
    ],
    [
      "a kind of another format",
      { ".release-docs.yaml": "documents: [{ files: 'ops/*.md', kind: Nonsense }]\n", "ok.md": "# Release Plan v1\n" },
      [],
      "excluded",
      [
        "A ReleaseRunbook is left out: it is declared as Nonsense, which is no kind of its format | ops/runbook.md | documents | .release-docs.yaml | 1",
      ],
    ],
    [
      "a template by configuration",
      { ".release-docs.yaml": "documents: [{ files: '**/*.md', template: true }]\n" },
      [],
      "template",
      ["Taken as a template, which is not judged | documents | .release-docs.yaml | 1"],
    ],
    [
      "a template by option",
      {},
      ["--as", "template"],
      "template",
      ["Taken as a template, which is not judged: --as template"],
    ],
    [
      "a template by its own word",
      { "ops/runbook.md": runbook.replace("kind:", "template: true\nkind:") },
      [],
      "template",
      ["Taken as a template, which is not judged: it says so itself (`template`)"],
    ],
    [
      "a template by its title",
      { "ops/runbook.md": runbook.replace("v2.1.0", "v2.1.0 template") },
      [],
      "template",
      ["Taken as a template, which is not judged: its title says so | ops/runbook.md | 5"],
    ],
    [
      "a title that is read as a section",
      { ".release-docs.yaml": "sections:\n  rollback-procedure: [Backout Plan]\n" },
      [],
      "section",
      ["Section “Backout Plan” is read as rollback-procedure | sections | .release-docs.yaml | 2"],
    ],
    [
      "a rule that an override switches off",
      {
        ".release-docs.yaml":
          "rules: { gates/unchecked: error }\noverrides:\n  - { files: 'ops/**', rules: { 'gates/*': off } }\n",
      },
      [],
      "rule",
      ["gates/unchecked is switched off: 1 blocker all the same | overrides | .release-docs.yaml | 3"],
    ],
    [
      "a rule that is only a hint",
      { ".release-docs.yaml": "rules: { '*': hint, rollback/missing-trigger: error }\n" },
      [],
      "rule",
      [
        "gates/unchecked is told as hint: 1 blocker all the same | rules | .release-docs.yaml | 1",
        "rollback/missing-verification is told as hint: 1 blocker all the same | rules | .release-docs.yaml | 1",
      ],
    ],
    [
      "a comment that silences a blocker",
      {
        "ops/runbook.md": runbook.replace(
          "- [ ]",
          "<!-- release-docs-disable-next-line gates/unchecked -- later -->\n- [ ]",
        ),
      },
      [],
      "suppressed",
      ["A comment silences gates/unchecked: 1 blocker all the same | ops/runbook.md | 15"],
    ],
    ["--stage", {}, ["--stage", "draft"], "stage", ["Judged at stage draft, by --stage; its own is “In progress”"]],
    ["--phase", {}, ["--phase", "rollback"], "phase", ["Only the gates of rollback are due, by --phase"]],
    ["--now", {}, ["--now", "2026-01-01"], "now", ["Judged as of 2026-01-01, by --now"]],
    [
      "a cancelled release",
      { "ops/runbook.md": runbook.replace("In progress", "Cancelled") },
      [],
      "stage",
      ["A release that is cancelled is not judged"],
    ],
    [
      "files that discovery leaves out, and that are ours",
      {
        ".release-docs.yaml": "\ndiscovery: ['plans/**']\n",
        "plans/plan.md": "# Release Plan v1\n",
        "README.md": "# Read me\n",
        "m/release-manifest.yaml": "apiVersion: release-docs/v1\nkind: ReleaseManifest\n",
      },
      [],
      "excluded",
      [
        "A ReleaseManifest is left out: discovery does not name it | m/release-manifest.yaml | discovery | .release-docs.yaml | 2",
        "A ReleaseRunbook is left out: discovery does not name it | ops/runbook.md | discovery | .release-docs.yaml | 2",
      ],
    ],
    [
      "a nested configuration that discovers nothing",
      { "ops/.release-docs.yaml": "discovery: ['!**']\n", "plan.md": "# Release Plan v1\n" },
      [],
      "excluded",
      [
        "A ReleaseRunbook is left out: discovery does not name it | ops/runbook.md | discovery | ops/.release-docs.yaml | 1",
      ],
    ],
    [
      "what the command line takes out",
      { "plan.md": "# Release Plan v1\n" },
      ["**/*.md", "!ops/**"],
      "excluded",
      ["1 file left out by !ops/** on the command line"],
    ],
  ])("tells %s", async (_, files, words, what, told) => {
    folder.write({ "ops/runbook.md": runbook, ...files });
    expect(of(what, await verdictOf(...words))).toEqual(told);
  });

  it("is nothing where nothing did", async () => {
    folder.write({ "ops/runbook.md": runbook });
    const { verdict, documents, shaped } = await verdictOf();
    expect([verdict, documents.map((document) => document.shaped), shaped]).toEqual(["no-go", [[]], []]);
    expect((await here(["verdict"])).stdout).not.toContain("What shaped");
  });

  it("stands in every format, of verdict and of check, and says what took everything out", async () => {
    folder.write({
      "ops/runbook.md": runbook,
      "ops/other.md": runbook,
      ".release-docs.yaml": "documents: [{ files: 'ops/*', template: true }]\n",
    });
    const sentence = "Taken as a template, which is not judged (documents in .release-docs.yaml:1)";
    for (const format of ["text", "markdown"]) {
      const { code, stdout } = await here(["verdict", "--format", format]);
      expect(code).toBe(2);
      expect(stdout).toContain("What shaped this verdict");
      expect(stdout).toContain(`- ${sentence}\n`);
    }
    for (const format of ["text", "markdown", "github", "junit", "sarif"]) {
      const { stdout } = await here(["check", "--format", format]);
      expect(stdout, format).toContain(sentence);
    }
    expect(of("template", JSON.parse((await here(["check", "--format", "json"])).stdout))).toHaveLength(2);
  });

  it("breaks out of no format by the name of a file", async () => {
    const name = "a\n::error::Go ]]> <b>.md";
    folder.write({
      [`ops/${name}`]: runbook,
      "plan.md": "# Release Plan v1\n",
      ".release-docs.yaml": "discovery: ['*.md']\n",
    });
    for (const format of ["text", "markdown", "github", "junit"]) {
      const { stdout } = await here(["check", "--format", format]);
      expect(stdout, format).toContain("is left out");
      expect(stdout, format).not.toMatch(/^::error::Go/m);
      if (format === "junit") expect(stdout).not.toContain("]]> <b>");
    }
    expect((await here(["verdict"])).stdout).not.toMatch(/^::error/m);
  });

  it("tells of a baseline, that it hides no blocker of the verdict", async () => {
    folder.write({ "ops/runbook.md": runbook });
    await here(["check", "--baseline", "known.json", "--update-baseline"]);
    const { code, stdout } = await here(["check", "--baseline", "known.json", "--format", "json"]);
    expect(code).toBe(0);
    expect(of("baseline", JSON.parse(stdout))).toEqual([
      expect.stringMatching(/^\d+ findings not told, for --baseline holds them \| known\.json$/),
    ]);
    expect(JSON.parse(stdout).summary.verdict).toBe("no-go");
  });
});

describe("files that .gitignore names", () => {
  const tree = { "ops/runbook.md": runbook, "plan.md": "# Release Plan v1\n", "build/out.md": "# Release Plan v2\n" };
  const paths = async (...words: readonly string[]) => (await verdictOf(...words)).documents.map(({ path }) => path);

  it.each([
    ["the file", "ops/runbook.md\nbuild/\n"],
    ["its folder", "ops/\nbuild/\n"],
    ["everything", "*\n"],
  ])("are looked at where Git tracks them: %s", async (_, ignored) => {
    folder.write(tree);
    git(folder.path, "init", "--quiet");
    git(folder.path, "add", "ops", "plan.md");
    folder.write({ ".gitignore": ignored });
    expect(await paths()).toEqual(["ops/runbook.md", "plan.md"]);
    expect(await paths("**/*.md")).toEqual(["ops/runbook.md", "plan.md"]);
    expect((await verdictOf()).shaped).toEqual([]);
  });

  it("are looked at in a repository within the repository, by what that one tracks", async () => {
    folder.write({ ...tree, "sub/book.md": runbook, "sub/.gitignore": "*.md\n" });
    git(folder.path, "init", "--quiet");
    mkdirSync(join(folder.path, "sub"), { recursive: true });
    git(join(folder.path, "sub"), "init", "--quiet");
    git(join(folder.path, "sub"), "add", "--force", "book.md");
    expect(await paths("sub")).toEqual(["sub/book.md"]);
  });

  it("are told where Git does not say whether it tracks them", async () => {
    folder.write({ ...tree, ".gitignore": "ops/\nplan.md\n" });
    expect(of("excluded", await verdictOf())).toEqual([
      "Left out by .gitignore, and whether Git tracks it is not known (this is no Git repository) | ops",
      "Left out by .gitignore, and whether Git tracks it is not known (this is no Git repository) | plan.md",
    ]);
  });
});

describe("lines of .gitignore that would take too long", () => {
  const sentence =
    "This line is too long, or has too many stars, to be tried: it hides nothing, and what it names is looked at";

  it.each([
    ["many stars", "*a*a*a*a*.md"],
    ["many pairs of them", "**/a/**/b/**/book.md"],
    ["500 characters", `${"x".repeat(500)}.md`],
    ["stars in one name of several", "sub/*o*o*k*d*"],
  ])("are told, and what they name is looked at: %s", async (_, line) => {
    folder.write({ ".gitignore": `# ${"*".repeat(600)}\n\n${line}\n`, "aaaa.md": runbook, "sub/book.md": runbook });
    const page = await verdictOf();
    expect(page.documents).toHaveLength(2);
    expect(of("excluded", page)).toEqual([`${sentence} | .gitignore | 3`]);
    expect((await here(["check"])).stdout).toContain(`${sentence} (.gitignore:3)`);
  });

  it("are told of each file, and of many only some", async () => {
    const line = "*a*a*a*a*.md\n";
    folder.write({ ".gitignore": line, "sub/.gitignore": line.repeat(1000), "sub/deep/book.md": runbook });
    expect(of("excluded", await verdictOf("sub/deep"))).toHaveLength(21);
  });

  it("are none with few stars", async () => {
    folder.write({ ".gitignore": "*a*b*.md\n/**/c*/**\n", "sub/book.md": runbook });
    expect(of("excluded", await verdictOf())).toEqual([]);
  });
});

describe("--require", () => {
  const required = async (...words: readonly string[]) => {
    const { code, stdout } = await here(["verdict", "--format", "json", ...words]);
    const { required: told, verdict } = JSON.parse(stdout);
    return { code, verdict, required: told };
  };

  it("is met by documents that were judged, whatever they say", async () => {
    folder.write({
      "services/a/runbook.md": runbook.replace("In progress", "Draft"),
      "services/b/runbook.md": runbook,
    });
    const told = await required("--require", "services/*/runbook.md", "--require", "./services/a/runbook.md");
    expect(told).toEqual({
      code: 1,
      verdict: "no-go",
      required: [
        {
          glob: "services/*/runbook.md",
          met: true,
          paths: ["services/a/runbook.md", "services/b/runbook.md"],
          reasons: [],
        },
        { glob: "./services/a/runbook.md", met: true, paths: ["services/a/runbook.md"], reasons: [] },
      ],
    });
  });

  it.each<[string, Readonly<Record<string, string>>, readonly string[], string]>([
    ["missing", {}, [], "Required: services/*/runbook.md: no document matches"],
    [
      "a template",
      { "services/a/runbook.md": runbook.replace("kind:", "template: true\nkind:") },
      [],
      "Required: services/a/runbook.md: not judged (Taken as a template, which is not judged: it says so itself (`template`))",
    ],
    [
      "notes",
      { "services/a/runbook.md": runbook.replace("ReleaseRunbook", "ReleaseNotes") },
      [],
      "Required: services/a/runbook.md: not judged (A ReleaseNotes is not judged: only its structure is looked at)",
    ],
    [
      "cancelled",
      { "services/a/runbook.md": runbook.replace("In progress", "Cancelled") },
      [],
      "Required: services/a/runbook.md: not judged (A release that is cancelled is not judged)",
    ],
    [
      "not recognised",
      { "services/a/runbook.md": "# Notes\n" },
      [],
      "Required: services/a/runbook.md: not judged (it is no release document, or none of the files that were to be judged)",
    ],
    [
      "left out by discovery",
      { "services/a/runbook.md": runbook, ".release-docs.yaml": "discovery: ['*.md']\n" },
      [],
      "Required: services/a/runbook.md: not judged (A ReleaseRunbook is left out: discovery does not name it)",
    ],
    [
      "not among the operands",
      { "services/a/runbook.md": runbook },
      ["ok.md"],
      "Required: services/a/runbook.md: not judged (it is no release document, or none of the files that were to be judged)",
    ],
  ])("is not met by a document that is %s", async (_, files, words, reason) => {
    folder.write({ "ok.md": runbook.replace("- [ ]", "- [x]"), ...files });
    const told = await required("--require", "services/*/runbook.md", ...words);
    expect(told).toEqual({
      code: 1,
      verdict: "no-go",
      required: [{ glob: "services/*/runbook.md", met: false, paths: [], reasons: [reason] }],
    });
    const { stdout } = await here(["verdict", "--require", "services/*/runbook.md", ...words]);
    expect(stdout.split("\n").slice(0, 2)).toEqual(["Verdict: No-Go", `✖ ${reason}`]);
  });
});

describe("a cache that somebody forged", () => {
  const forge = (path: string): number => {
    let forged = 0;
    for (const name of readdirSync(path)) {
      const text = readFileSync(join(path, name), "utf8");
      writeFileSync(
        join(path, name),
        text.replaceAll('"no-go"', '"go"').replace(/"blockers":\[[^\]]*\]/g, '"blockers":[]'),
      );
      forged++;
    }
    return forged;
  };

  it("is not believed in the checkout, with right digests, wherever it stands there", async () => {
    const outside = temporaryFolder();
    try {
      folder.write({ "ops/runbook.md": runbook, ".git/HEAD": "" });
      await here(["verdict", "--cache", "--cache-location", join(outside.path, "c")]);
      expect(forge(join(outside.path, "c"))).toBe(1);
      for (const name of readdirSync(join(outside.path, "c"))) {
        const text = readFileSync(join(outside.path, "c", name));
        folder.write({
          [`node_modules/.cache/release-docs/${name}`]: text,
          [`.cache/release-docs/${name}`]: text,
        });
      }
      const environment = { XDG_CACHE_HOME: join(folder.path, ".cache"), LOCALAPPDATA: join(folder.path, ".cache") };
      const { code, stdout, stderr } = await here(["verdict", "--cache"], { environment });
      expect([code, stdout.split("\n", 1)[0]]).toEqual([1, "Verdict: No-Go"]);
      if (process.platform !== "darwin") expect(stderr).toContain("no cache: ");
      const named = await here(["verdict", "--cache", "--cache-location", ".cache/release-docs"]);
      expect([named.code, named.stdout]).toEqual([2, ""]);
    } finally {
      outside.remove();
    }
  });
});
