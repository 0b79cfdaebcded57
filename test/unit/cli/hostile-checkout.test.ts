import { execFileSync } from "node:child_process";
import { rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { createNodeFileSystem } from "../../../server/src/cli/files/node-file-system.ts";
import { createReleaseDocsService, type ServiceSettings } from "../../../server/src/engine/service.ts";
import { type Called, call } from "./call.ts";
import { folderForEach } from "./temporary-folder.ts";

const runbook = (body: string): string =>
  `---\nkind: ReleaseRunbook\nstatus: Approved\n---\n# Release Runbook: v2.1.0\n\n${body}\n`;

describe("a checkout that somebody else wrote", () => {
  const folder = folderForEach();
  const cwd = (): string => join(folder.path, "repo");
  const link = (target: string, name: string): void => symlinkSync(target, join(cwd(), name));
  const pipe = (name: string): unknown => execFileSync("mkfifo", [join(cwd(), name)]);
  const run = (...words: string[]): Promise<Called> =>
    call(words, {
      cwd: cwd(),
      createService: (settings: ServiceSettings) =>
        createReleaseDocsService({ files: createNodeFileSystem(cwd()), today: () => "2026-12-04" }, settings),
    });
  const said = async (...words: string[]): Promise<string> => {
    const { stdout, stderr } = await run(...words);
    return stdout + stderr;
  };

  beforeEach(() => {
    folder.write({
      "repo/.git/config": "token-of-git: [\n",
      "repo/runbook.md": runbook("Text"),
      "secret.yaml": "token-of-home: 1\nrules: { token-of-rules: x }\n",
    });
  });

  it.each([
    ".git/config",
    "../secret.yaml",
    "./.git/../.git/config",
    "/etc/passwd",
    "//host/share/x.yaml",
    "..\\secret.yaml",
    "link.yaml",
    "pipe.yaml",
    "zero.yaml",
    "folder.yaml",
    "file:///etc/passwd",
    '"a\\0b"',
    '"\\uD800"',
  ])("names no base of its configuration outside: %s", async (base) => {
    link("../secret.yaml", "link.yaml");
    link("/dev/zero", "zero.yaml");
    pipe("pipe.yaml");
    folder.write({ "repo/folder.yaml/x": "", "repo/.release-docs.yaml": `extends: ${base}\n` });
    const { code, stdout, stderr } = await run("check", "runbook.md");
    expect(code).toBe(2);
    expect(stdout + stderr).toMatch(/extends (?:names|must name)/);
    expect(stdout + stderr).not.toMatch(/token-of|root:/);
  });

  it("does not repeat what a base in the repository holds", async () => {
    folder.write({
      "repo/base.yaml": "rules: { gates/unchecked: word-of-base }\n",
      "repo/broken.yaml": "a: word-of-broken: [\n",
      "repo/.release-docs.yaml": "extends: base.yaml\n",
      "repo/sub/.release-docs.yaml": "extends: ../broken.yaml\n",
      "repo/sub/runbook.md": runbook("Text"),
    });
    expect(await said("check", "runbook.md")).toMatch(
      /base\.yaml, which is no sound configuration at line 1, column 27/,
    );
    expect(await said("check", "runbook.md")).not.toContain("word-of");
    expect(await said("check", "sub/runbook.md")).toMatch(/broken\.yaml, which is no sound configuration at line 1/);
    expect(await said("check", "sub/runbook.md")).not.toContain("word-of");
  });

  it.each(["../secret.json", "link.json", "zero.json", "pipe.json", "/etc/passwd", "https://example.com/s.json"])(
    "names no schema outside: %s",
    async (schema) => {
      folder.write({
        "secret.json": '{ "token-of-home": ',
        "repo/.release-docs.yaml": `documents: [{ files: "*.md", kind: ReleaseRunbook, schema: "${schema}" }]\n`,
      });
      link("../secret.json", "link.json");
      link("/dev/zero", "zero.json");
      pipe("pipe.json");
      const { code, stderr } = await run("check", "runbook.md");
      expect(code).toBe(2);
      expect(stderr).toMatch(/schema .* (?:leads out of the repository|cannot be read)/);
      expect(stderr).not.toContain("token-of");
    },
  );

  it.each(['{ "word-of-schema": ', '{ "type": "word-of-schema" }', '{ "allOf": [{ "$ref": "word-of-schema.json" }] }'])(
    "does not repeat what a schema holds: %s",
    async (schema) => {
      folder.write({
        "repo/s.json": schema,
        "repo/.release-docs.yaml": 'documents: [{ files: "*.md", kind: ReleaseRunbook, schema: s.json }]\n',
      });
      const { code, stderr } = await run("check", "runbook.md");
      expect(code).toBe(2);
      expect(stderr).not.toContain("word-of");
    },
  );

  it("says the same of a link that leads out, whether its target is there or not", async () => {
    const about = async (target: string): Promise<string> => {
      folder.write({ "repo/runbook.md": runbook(`See [it](${target}).`) });
      const { documents } = JSON.parse((await run("check", "runbook.md", "--format", "json")).stdout);
      const found = documents[0].findings.filter(({ rule }: { rule: string }) => rule === "references/broken-link");
      return found.map(({ message }: { message: string }) => message.replace(/“.*”/, "IT")).join();
    };
    link("../secret.yaml", "out.yaml");
    link("../no-such.yaml", "none.yaml");
    const out = "IT leads out of the repository, where nothing is looked up: keep it within";
    expect(await about("../secret.yaml")).toBe(out);
    expect(await about("../no-such.yaml")).toBe(out);
    expect(await about("..%2fsecret.yaml")).toBe(out);
    expect(await about(".git/config")).toBe(out);
    expect(await about("out.yaml")).toBe("IT is not there: correct the path, or add the file");
    expect(await about("none.yaml")).toBe(await about("out.yaml"));
    expect(await about("runbook.md")).toBe("");
  });

  it("takes no steps of a rollback, and no manifest, from outside", async () => {
    const withPlan = (target: string): string =>
      runbook(
        `## Rollback Procedure\n\nSee [the plan](${target}).\n\nSee [the manifest](${target.replace("plan.md", "release-manifest.yaml")}).`,
      );
    const manifest = "apiVersion: release-docs/v1\nkind: ReleaseManifest\nrelease: { id: v9.9.9 }\n";
    folder.write({ "plan.md": "1. Undo\n", "release-manifest.yaml": manifest });
    folder.write({ "repo/in/plan.md": "1. Undo\n", "repo/in/release-manifest.yaml": manifest });
    folder.write({ "repo/runbook.md": withPlan("in/plan.md") });
    const inside = await said("check", "runbook.md");
    folder.write({ "repo/runbook.md": withPlan("../plan.md") });
    const outside = await said("check", "runbook.md");
    expect(inside).toContain("v9.9.9");
    expect(outside).not.toContain("v9.9.9");
    expect(inside).not.toContain("rollback/missing-plan");
  });

  it("has no file that is read for ever: ignore rules, baseline, configuration, documents", async () => {
    pipe("pipe.md");
    link("/dev/zero", ".gitignore");
    link("/dev/zero", ".release-docs.yaml");
    link("/dev/zero", "zero.md");
    link("/", "root");
    link("../secret.yaml", "secret.yaml");
    const unread = await run("check", ".");
    expect(unread.code).toBe(2);
    expect(unread.stderr).toContain(".release-docs.yaml");
    rmSync(join(folder.path, "repo/.release-docs.yaml"));
    expect((await run("check", ".")).stdout).toContain("1 document checked");
    expect((await run("check", "pipe.md")).stderr).toBe("release-docs: pipe.md: is no regular file\n");
    expect((await run("check", "zero.md")).stderr).toBe(
      "release-docs: zero.md: a link in it leads out of the repository, and is not followed\n",
    );
    expect((await run("check", "root")).stderr).toMatch(/^release-docs: root: a link in it leads out/);
    expect((await run("check", "root/**/*.md")).stderr).toMatch(/^release-docs: root\/\*\*\/\*\.md: a link in it/);
    expect((await run("check", "runbook.md", "--baseline", "zero.md")).stderr).toMatch(/zero\.md: is no regular file/);
    expect((await run("check", "runbook.md", "--baseline", "pipe.md")).stderr).toMatch(/pipe\.md: is no regular file/);
    expect((await run("check", "runbook.md", "--config", "zero.md")).code).toBe(2);
  });
});
