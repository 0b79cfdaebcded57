import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type FoundFiles, findFiles } from "../../../server/src/cli/files/find-files.ts";
import { createNodeFileSystem } from "../../../server/src/cli/files/node-file-system.ts";
import { createConfigurationResolver } from "../../../server/src/workspace/resolve-configuration.ts";
import { folderForEach, temporaryFolder } from "./temporary-folder.ts";

const folder = folderForEach();

async function search(operands: readonly string[], cwd = folder.path): Promise<FoundFiles> {
  const resolver = createConfigurationResolver(createNodeFileSystem());
  return findFiles(operands, { cwd, configurationFor: (uri) => resolver.configurationFor(uri) });
}

async function find(operands: readonly string[], cwd = folder.path): Promise<readonly string[]> {
  const { files, problems } = await search(operands, cwd);
  expect(problems).toEqual([]);
  return files.map(({ path }) => path);
}

describe("findFiles", () => {
  it("looks by itself where discovery says, sorted, in hidden folders, never in node_modules or .git", async () => {
    folder.write({
      "b.md": "",
      "a/z.md": "",
      "a/notes.txt": "",
      "a/plain.yaml": "",
      "a/v2.release-manifest.yaml": "",
      ".github/ISSUE_TEMPLATE/release.md": "",
      "node_modules/x/README.md": "",
      "packages/p/node_modules/y/README.md": "",
      ".git/description.md": "",
    });
    const all = [".github/ISSUE_TEMPLATE/release.md", "a/v2.release-manifest.yaml", "a/z.md", "b.md"];
    expect(await find([])).toEqual(all);
    expect(await find(["."])).toEqual(all);
    expect(await find(["a"])).toEqual(["a/v2.release-manifest.yaml", "a/z.md"]);
    expect(await find([], join(folder.path, "a"))).toEqual(["v2.release-manifest.yaml", "z.md"]);
  });

  it("takes the nearest configuration's globs, folder by folder", async () => {
    folder.write({
      ".release-docs.yaml":
        "discovery: ['docs/**/*.md', 'sub/**', '!docs/old/**']\ndocuments: [{ files: '**/*.rel', kind: X }]",
      "a.md": "",
      "docs/a.md": "",
      "docs/old/b.md": "",
      "ops/c.rel": "",
      "sub/.release-docs.yaml": "discovery: ['only.md']",
      "sub/only.md": "",
      "sub/other.md": "",
    });
    expect(await find([])).toEqual(["docs/a.md", "ops/c.rel", "sub/only.md"]);
    expect(await find(["docs"])).toEqual(["docs/a.md"]);
    expect(await find(["docs/old/b.md"])).toEqual(["docs/old/b.md"]);
  });

  it("honours .gitignore, nested and negated, but not for what is named", async () => {
    folder.write({
      ".gitignore": "dist/\n*.tmp.md\n!keep.tmp.md\n",
      "a.tmp.md": "",
      "keep.tmp.md": "",
      "dist/a.md": "",
      "sub/.gitignore": "secret.md\n!b.tmp.md\n",
      "sub/secret.md": "",
      "sub/b.tmp.md": "",
      "secret.md": "",
    });
    expect(await find([])).toEqual(["keep.tmp.md", "secret.md", "sub/b.tmp.md"]);
    expect(await find(["**/*.md"])).toEqual(["keep.tmp.md", "secret.md", "sub/b.tmp.md"]);
    expect(await find(["sub"])).toEqual(["sub/b.tmp.md"]);
    expect(await find(["a.tmp.md"])).toEqual(["a.tmp.md"]);
    expect(await find(["dist"])).toEqual(["dist/a.md"]);
  });

  it("reads the .gitignore files up to the repository's root", async () => {
    folder.write({ ".git/HEAD": "", ".gitignore": "/repo/drafts/\n", "repo/drafts/a.md": "", "repo/b.md": "" });
    expect(await find([], join(folder.path, "repo"))).toEqual(["b.md"]);
  });

  it("matches globs from the working directory, and excludes with !", async () => {
    folder.write({ "a/x.md": "", "a/b/y.md": "", "a/b/z.yaml": "", "a+(1)/[w].md": "" });
    expect(await find(["a/**/*.md"])).toEqual(["a/b/y.md", "a/x.md"]);
    expect(await find(["./a/*.md"])).toEqual(["a/x.md"]);
    expect(await find(["**/*.{md,yaml}", "!a/b/**"])).toEqual(["a+(1)/[w].md", "a/x.md"]);
    expect(await find(["../**/y.md"], join(folder.path, "a"))).toEqual(["b/y.md"]);
    expect(await find(["*.md"], join(folder.path, "a+(1)"))).toEqual(["[w].md"]);
    expect(await find(["a+(1)/[w].md"])).toEqual(["a+(1)/[w].md"]);
    expect(await find([`${folder.path}/a/*.md`])).toEqual(["a/x.md"]);
  });

  it("names each file once, and remembers that it was named", async () => {
    folder.write({ "a.md": "", "b.md": "" });
    const { files } = await search(["*.md", "a.md", "."]);
    expect(files.map(({ path, explicit }) => [path, explicit])).toEqual([
      ["a.md", true],
      ["b.md", false],
    ]);
  });

  it("follows links without ever going round, and none that leads out", async () => {
    folder.write({ "real/a.md": "", "outside.txt": "" });
    const elsewhere = temporaryFolder({ "far.md": "", "deep/x.md": "" });
    try {
      symlinkSync("..", join(folder.path, "real", "loop"));
      symlinkSync("real", join(folder.path, "alias"));
      symlinkSync("real/a.md", join(folder.path, "also-a.md"));
      symlinkSync("nowhere", join(folder.path, "broken.md"));
      symlinkSync("self", join(folder.path, "self"));
      symlinkSync(elsewhere.path, join(folder.path, "elsewhere"));
      symlinkSync(folder.path, join(elsewhere.path, "deep", "back"));
      symlinkSync(join(elsewhere.path, "far.md"), join(folder.path, "far.md"));
      symlinkSync("/", join(folder.path, "real", "root"));
      expect(await find([])).toEqual(["real/a.md"]);
      expect(await find(["also-a.md"])).toEqual(["also-a.md"]);
    } finally {
      elsewhere.remove();
    }
  });

  it("reports what is not there", async () => {
    folder.write({ "a.txt": "" });
    expect((await search(["no.md", "no/*.md", "*.md", "a.txt/b"])).problems).toEqual([
      "no.md: no such file or folder",
      "no/*.md: no file matches",
      "*.md: no file matches",
      "a.txt/b: a part of this path is no folder",
    ]);
    expect((await search([])).problems).toEqual([".: no file here matches the discovery globs of the configuration"]);
    expect((await search(["self"])).problems).toEqual(["self: no such file or folder"]);
  });
});
