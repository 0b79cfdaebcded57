import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type TemporaryFolder, temporaryFolder } from "../unit/cli/temporary-folder.ts";
import { isBuilt, releaseDocs } from "./command.ts";
import { badManifest, goodManifest } from "./documents.ts";

let folder: TemporaryFolder;
let caches: TemporaryFolder;
beforeEach(() => {
  caches = temporaryFolder();
  const files = Array.from({ length: 200 }, (_, index) => {
    const text = (index % 3 === 0 ? badManifest : goodManifest).replace("id: v2.1.0", `id: v2.1.${index}`);
    return [`r${String(index).padStart(3, "0")}/v.release-manifest.yaml`, text] as const;
  });
  folder = temporaryFolder({ ...Object.fromEntries(files), "notes.md": "# Notes\n" });
});
afterEach(() => {
  folder.remove();
  caches.remove();
});

const check = (...words: readonly string[]) =>
  releaseDocs(["check", "--format", "json", "--now", "2026-12-01", ...words], { cwd: folder.path });

describe.skipIf(!isBuilt)("a large tree", () => {
  it("is told in the order of the paths, the same with several threads, with one, and from the cache", async () => {
    const whole = await check();
    expect([whole.code, whole.stderr]).toEqual([1, ""]);
    const documents: readonly { readonly path: string }[] = JSON.parse(whole.stdout).documents;
    expect(documents.map(({ path }) => path)).toEqual([...documents.map(({ path }) => path)].sort());
    expect(documents).toHaveLength(200);
    const parts: object[] = [];
    for (const name of ["r00", "r01", "r02", "r03", "r04"])
      parts.push(...JSON.parse((await check(`${name}?/*.yaml`)).stdout).documents);
    expect(parts).toEqual(documents.slice(0, parts.length));
    const cached = ["--cache", "--cache-location", caches.path];
    expect(await check(...cached)).toEqual(whole);
    expect(await check(...cached)).toEqual(whole);
  });

  it("says which of many files it cannot read, and tells the others", async () => {
    const { code, stdout, stderr } = await check(".", "absent.md", "missing.md");
    expect([code, stderr]).toEqual([
      2,
      "release-docs: absent.md: no such file or folder\nrelease-docs: missing.md: no such file or folder\n",
    ]);
    expect(JSON.parse(stdout).documents).toHaveLength(200);
  });

  it("says what is wrong with a configuration once, whatever thread sees it", async () => {
    folder.write({ "r199/.release-docs.yaml": "rules: { gates/failed: loud }\n" });
    const { code, stdout, stderr } = await check();
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^release-docs: r199\/\.release-docs\.yaml:1:\d+: [^\n]+\n$/);
  });
});
