import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createNodeFileSystem } from "../../../server/src/cli/files/node-file-system.ts";
import { kindNamed, templateKinds, templates } from "../../../server/src/cli/new/templates.ts";
import { createReleaseDocsService } from "../../../server/src/engine/service.ts";
import { badManifest } from "../../cli/documents.ts";
import { type Called, call } from "./call.ts";
import { folderForEach } from "./temporary-folder.ts";

const createService = () => createReleaseDocsService({ files: createNodeFileSystem(), today: () => "2026-12-04" });

const folder = folderForEach();

const here = (...words: readonly string[]): Promise<Called> => call(words, { cwd: folder.path, createService });
const text = (path: string): string => readFileSync(join(folder.path, path), "utf8");

const known = ["--set", "version=v2.1.0", "--set", "previousVersion=2.0.4", "--set", "date=2026-12-04", "--set"];

describe("release-docs new", () => {
  it.each(templates.map(({ kind, format }) => [kind, format] as const))(
    "begins a %s (%s) that is a run",
    async (kind, format) => {
      const file = format === "yaml" ? "a/v2.release-manifest.yaml" : "a/v2.md";
      const { code, stderr } = await here("new", kind, "--set", "version=v2.1.0", "-o", file);
      expect([code, stderr]).toEqual([0, expect.stringMatching(/^a\/v2.* is written: \d+ blanks to fill in/)]);
      expect(text(file)).toContain("2.1.0");
      expect(text(file)).not.toContain("[X.Y.Z]");
      const { stdout } = await here("inspect", file);
      expect(JSON.parse(stdout)).toMatchObject({ kind, declared: true, template: false });
    },
  );

  it("fills what it is told, in the style of each blank", async () => {
    await here("new", "manifest", ...known, 'owner=@a "b"', "--set", "Release channel=#releases", "-o", "m.yaml");
    const manifest = text("m.yaml");
    expect(manifest).toContain('id: "v2.1.0"');
    expect(manifest).toContain('previousVersion: "v2.0.4"');
    expect(manifest).toContain('date: "2026-12-04"');
    expect(manifest).toContain('owners: ["@a \\"b\\""]');
    expect(manifest).toContain('"#releases"');
    await here("new", "runbook", ...known, "owner=@a|b", "-o", "r.md");
    expect(text("r.md")).toContain("| Version                 | 2.1.0 ");
    expect(text("r.md")).toContain("| Owner         | @a\\|b");
    const { stdout } = await here("new", "notes", "--set", "version=2026-Q4");
    expect(stdout).toContain("# Release Notes: v2026-Q4");
  });

  it("never overwrites", async () => {
    folder.write({ "r.md": "mine" });
    const { code, stderr } = await here("new", "runbook", "-o", "r.md");
    expect([code, stderr]).toEqual([2, "release-docs: r.md: exists already, and is left as it is\n"]);
    expect(text("r.md")).toBe("mine");
  });

  it.each([
    [["new"], "new takes one kind: release-docs new runbook -o ops/v2.1.0.runbook.md"],
    [["new", "a", "b"], "new takes one kind: release-docs new runbook -o ops/v2.1.0.runbook.md"],
    [["new", "ReleaseRunbok"], /^The kind must be one of .*, not "ReleaseRunbok"; did you mean ReleaseRunbook\?/],
    [["new", "runbook", "--set", "version"], '--set takes NAME=VALUE, not "version"'],
    [["new", "runbook", "--set", "version="], "--set version= needs a value of one line"],
    [["new", "runbook", "--set", "a=1", "--set", "a=2"], "--set a is given twice"],
    [["new", "runbook", "--set", "nothing=1"], 'The template of a ReleaseRunbook has no blank "nothing"'],
    [["new", "runbook", "-o", "r.yaml"], "r.yaml: a ReleaseRunbook is written to a file whose name ends in .md"],
    [
      ["new", "manifest", "-o", "r.txt"],
      /a ReleaseManifest is written to a file whose name ends in \.release-manifest\.yaml or \.md$/,
    ],
  ])("%j: one line, and 2", async (words, message) => {
    const { code, stdout, stderr } = await here(...words);
    expect([code, stdout]).toEqual([2, ""]);
    const line = stderr.replace(/^release-docs: /, "").trimEnd();
    if (typeof message === "string") expect(line).toBe(message);
    else expect(line).toMatch(message);
    expect(existsSync(join(folder.path, "r.yaml"))).toBe(false);
  });

  it("knows kinds by short names", () => {
    expect(kindNamed("runbook")).toBe("ReleaseRunbook");
    expect(kindNamed("release-management-plan")).toBe("ReleaseManagementPlan");
    expect(kindNamed("report")).toBe("DeploymentReport");
    for (const kind of templateKinds) expect(kindNamed(kind)).toBe(kind);
  });
});

describe("release-docs render and convert", () => {
  it("renders a page that loads nothing", async () => {
    await here("new", "runbook", ...known, "owner=@a", "-o", "r.md");
    const { code } = await here("render", "r.md", "-o", "pages/r.html", "--theme", "dark");
    expect(code).toBe(0);
    const page = text("pages/r.html");
    expect(page).toMatch(/^<!DOCTYPE html>/);
    expect(page).toContain("default-src 'none'");
    expect((await here("render", "r.md")).stdout).toMatch(/^<!DOCTYPE html>/);
    expect((await here("render")).stderr).toBe(
      "release-docs: render takes one document: release-docs render r.md -o r.html\n",
    );
    expect((await here("render", "none.md")).stderr).toBe("release-docs: none.md: no such file or folder\n");
  });

  it("converts both ways, and never overwrites", async () => {
    await here("new", "manifest", ...known, "owner=@a", "-o", "m.md");
    expect((await here("convert", "m.md", "-o", "m.release-manifest.yaml")).stderr).toMatch(
      /^release-docs: m\.md: \d things without a place in the other form:\nrelease-docs: m\.md:\d+: text: /,
    );
    expect((await here("check", "m.release-manifest.yaml")).stdout).not.toContain("schema/unknown-property");
    const back = await here("convert", "m.release-manifest.yaml");
    expect([back.code, back.stderr]).toEqual([0, ""]);
    expect(back.stdout).toContain("# Release Manifest: v2.1.0");
    expect((await here("convert", "m.md", "-o", "m.md")).code).toBe(2);
    expect((await here("convert", "m.md", "-o", "m.md")).stderr).toContain("exists already");
  });

  it.each([
    ["r.md", "# Release Runbook\n", "r.md: is a ReleaseRunbook, and only manifests have two forms"],
    ["n.md", "# Notes\n", "n.md: is no release document; release-docs explain n.md says why"],
    [
      "m.yaml",
      "apiVersion: release-docs/v1\nkind: ReleaseManifest\nrelease:\n  id: 'v1\n",
      /^m\.yaml:\d+: .*; mend it first$/,
    ],
  ])("does not convert %s", async (name, source, message) => {
    folder.write({ [name]: source });
    const { code, stdout, stderr } = await here("convert", name);
    expect([code, stdout]).toEqual([2, ""]);
    const line = stderr.replace(/^release-docs: /, "").trimEnd();
    if (typeof message === "string") expect(line).toBe(message);
    else expect(line).toMatch(message);
  });

  it("names what Markdown has no place for, and keeps comments", async () => {
    folder.write({
      "m.yaml":
        "# kept in mind\napiVersion: release-docs/v1\nkind: ReleaseManifest\nrelease:\n  id: v1\n  colour: blue # so far\n",
    });
    const { stdout, stderr } = await here("convert", "m.yaml", "-o", "m.md");
    expect([stdout, stderr]).toEqual([
      "",
      "release-docs: m.yaml: 1 thing without a place in the other form:\nrelease-docs: m.yaml:6: property: release.colour\n",
    ]);
    expect(text("m.md")).toContain("\n<!-- kept in mind -->\n");
    const back = await here("convert", "m.md");
    expect(back.stdout).toMatch(/^# kept in mind\n\napiVersion/);
    expect(back.stdout).toContain("# so far\nrelease:\n");
  });

  it("silences in Markdown what the file silenced in YAML, and nothing more", async () => {
    const silent = "# release-docs-disable-next-line rollback/missing-step -- tried out\n";
    folder.write({
      "m.yaml": `# release-docs-disable-file gates/* -- tried out\n${badManifest.replace("scope:\n", `scope:\n  ${silent}`)}`,
    });
    await here("convert", "m.yaml", "-o", "m.md");
    expect(text("m.md")).toContain("<!-- release-docs-disable-file gates/* -- tried out -->");
    const { stdout } = await here("verdict", "m.md", "--format", "json", "--now", "2026-12-01");
    const [document] = JSON.parse(stdout).documents;
    const rules = (list: readonly { readonly rule: string }[]) => list.map(({ rule }) => rule);
    expect(rules(document.blockers)).toEqual(["rollback/missing-step", "gates/unchecked"]);
    expect(rules(document.suppressed)).toEqual(["gates/unchecked"]);
  });
});
