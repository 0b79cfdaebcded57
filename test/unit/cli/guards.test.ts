import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { type Called, type CallOptions, call } from "./call.ts";
import { beginTopic, git } from "./git.ts";
import { folderForEach, temporaryFolder } from "./temporary-folder.ts";

const folder = folderForEach();

const here = (words: string, options: CallOptions = {}): Promise<Called> =>
  call(words.split(" "), { cwd: folder.path, ...options });

const paths = ({ stdout }: Called): readonly string[] =>
  JSON.parse(stdout).documents.map(({ path }: { path: string }) => path);

describe("--max-warnings", () => {
  it("fails with more than it allows", async () => {
    folder.write({ "a.md": "# Release\nwarning warning\n" });
    expect((await here("check a.md --max-warnings 2")).code).toBe(0);
    const over = await here("check a.md --max-warnings 1");
    expect([over.code, over.stderr]).toEqual([1, "release-docs: too many warnings: 2, and --max-warnings allows 1\n"]);
    expect((await here("check a.md --max-warnings few")).stderr).toContain('must be a number, not "few"');
  });
});

describe("--baseline", () => {
  it("reports only what is new, and what it holds in vain", async () => {
    folder.write({ "ops/a.md": "# Release\nold error\n", "b.md": "# Release\nerror\n" });
    const accepted = await here("check --baseline known.json --update-baseline");
    expect([accepted.code, accepted.stderr]).toEqual([0, "2 findings accepted in known.json\n"]);
    const inNewFolder = await here("check --baseline new/folder/known.json --update-baseline");
    expect([inNewFolder.code, inNewFolder.stderr]).toEqual([0, "2 findings accepted in new/folder/known.json\n"]);
    expect(JSON.parse(readFileSync(join(folder.path, "known.json"), "utf8")).findings[1]).toEqual({
      path: "ops/a.md",
      rule: "test/error",
      message: "This is error",
      fingerprint: expect.any(String),
    });
    folder.write({ "ops/a.md": "# Release\n\nmoved\n\n  old error\nnew error\n" });
    const moved = await here("check --baseline known.json --format json");
    expect(moved.code).toBe(1);
    const { documents, summary } = JSON.parse(moved.stdout);
    expect(documents[1].findings).toEqual([expect.objectContaining({ line: 6 })]);
    expect(documents[0].verdict).toBe("no-go");
    expect(summary.errors).toBe(1);
    const below = await here("check a.md --baseline ../known.json --format json", { cwd: join(folder.path, "ops") });
    expect(JSON.parse(below.stdout).summary.errors).toBe(1);
    folder.write({ "ops/a.md": "# Release\n" });
    const stale = await here("check --baseline known.json");
    expect([stale.code, stale.stderr]).toEqual([
      0,
      "release-docs: known.json: ops/a.md no longer has test/error; --update-baseline forgets it\n",
    ]);
    expect((await here("check b.md --baseline known.json")).stderr).toBe("");
  });

  it.each([
    ["check a.md --baseline no.json", "no.json: no such file or folder; --update-baseline writes it"],
    ["check a.md --baseline a.md", "a.md: is no valid JSON, and so no baseline; --update-baseline writes one"],
    ["check a.md --baseline other.json", "other.json: is no baseline; --update-baseline writes one"],
    ["check a.md --update-baseline", "--update-baseline needs --baseline F, the file to write"],
  ])("refuses %s", async (words, message) => {
    folder.write({ "a.md": "# Release\n", "other.json": '{"version":1,"findings":[{"path":1}]}' });
    const { code, stderr } = await here(words);
    expect([code, stderr]).toEqual([2, `release-docs: ${message}\n`]);
  });
});

describe("--changed-since", () => {
  beforeEach(() => {
    folder.write({
      "old.md": "# Release\n",
      "sub/changed.md": "# Release\n",
      "gone.md": "# Release\n",
      ".gitignore": "ignored.md\n",
    });
    beginTopic(folder.path);
  });

  it("checks what changed on this branch, committed or not", async () => {
    folder.write({ "sub/changed.md": "# Release 2\n", "committed.md": "# Release\n" });
    git(folder.path, "rm", "--quiet", "gone.md");
    git(folder.path, "add", ".");
    git(folder.path, "commit", "--quiet", "-m", "second");
    folder.write({ "sub/ü new.md": "# Release\n", "ignored.md": "# Release\n" });
    expect(paths(await here("check --changed-since main --format json"))).toEqual([
      "committed.md",
      "sub/changed.md",
      "sub/ü new.md",
    ]);
    const below = await here("check --changed-since main --format json", { cwd: join(folder.path, "sub") });
    expect(paths(below)).toEqual(["changed.md", "ü new.md"]);
    git(folder.path, "checkout", "--quiet", "main");
    folder.write({ "later.md": "# Release\n" });
    git(folder.path, "add", "later.md");
    git(folder.path, "commit", "--quiet", "-m", "on main");
    git(folder.path, "checkout", "--quiet", "topic");
    expect(paths(await here("check --changed-since main --format json"))).not.toContain("later.md");
  });

  it("is content when nothing changed", async () => {
    const { code, stderr } = await here("check --changed-since HEAD");
    expect([code, stderr]).toEqual([0, ""]);
  });

  it.each([
    ["nowhere", "--changed-since nowhere: there is no such branch, tag or commit"],
    ["--output=x", "--changed-since --output=x: there is no such branch, tag or commit"],
  ])("refuses %s", async (ref, message) => {
    const { code, stderr } = await here(`check --changed-since=${ref}`);
    expect([code, stderr]).toEqual([2, `release-docs: ${message}\n`]);
  });

  it("says where Git does not reach", async () => {
    const outside = temporaryFolder({ "a.md": "# Release\n" });
    const { stderr } = await call(["check", "--changed-since", "main"], { cwd: outside.path });
    outside.remove();
    expect(stderr).toBe("release-docs: --changed-since main: this is no Git repository\n");
  });
});

describe("rules, explain, completion", () => {
  it("explains a file that is ours, and one that is not", async () => {
    folder.write({ "a.md": "# Release\nwarning\n", "notes.md": "# My notes\n", "x.yaml": "a: 1\n" });
    const ours = await here("explain a.md");
    expect(ours.code).toBe(0);
    expect(ours.stdout).toContain("configuration  the defaults: there is no .release-docs.yaml in its folder or above");
    expect(ours.stdout).toContain("kind           ReleaseRunbook: its front matter, or --kind, declares it");
    expect((await here("explain notes.md")).stdout).toContain(
      "its first heading, “My notes”, is not the title of a release document",
    );
    expect((await here("explain x.yaml --format json")).stdout).toContain(
      "its apiVersion does not start with release-docs/",
    );
    expect((await here("explain")).stderr).toBe(
      "release-docs: explain takes one rule or one path: release-docs explain rollback/missing-step\n",
    );
    expect((await here("explain no/such")).stderr).toBe("release-docs: no/such: no such file or folder\n");
  });

  it("completes in zsh and fish, and in no other shell", async () => {
    expect((await here("completion zsh")).stdout).toMatch(/^#compdef release-docs\n/);
    expect((await here("completion fish")).stdout).toContain("-l changed-since -r -d");
    expect((await here("completion tcsh")).stderr).toBe(
      "release-docs: completion takes one of bash, zsh, fish: release-docs completion bash\n",
    );
  });

  it("lists nothing but rules", async () => {
    expect((await here("rules --format json")).stdout).toBe(
      `${JSON.stringify({ version: 1, rules: [] }, undefined, 2)}\n`,
    );
    expect((await here("rules a.md")).code).toBe(2);
  });
});
