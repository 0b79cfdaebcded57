import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { listFiles, PackageManager } from "@vscode/vsce";
import { describe, expect, it } from "vitest";
import { copyrights, thirdPartyNotices } from "../../scripts/third-party-notices.mjs";
import { isBuilt } from "../cli/command.ts";
import { temporaryFolder } from "../unit/cli/temporary-folder.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), "utf8");

describe.skipIf(!isBuilt)("the notices that are shipped", () => {
  it("name each package that a source map finds in a bundle, with its version and licence", () => {
    const notices = read("dist/ThirdPartyNotices.txt");
    const sources = ["extension", "extension-web", "server", "command", "index", "worker", "ajv"].flatMap((name) => {
      const map: { readonly sources: readonly string[] } = JSON.parse(read(`dist/${name}.js.map`));
      return map.sources;
    });
    const folders = sources.flatMap(
      (path) => /node_modules\/.*\//.exec(path)?.[0].replace(/^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\/.*$/, "$1") ?? [],
    );
    expect(new Set(folders).size).toBeGreaterThan(15);
    // What is not installed came inside of another package, under that one's notice.
    for (const folder of new Set(folders)) {
      if (!existsSync(join(root, folder))) continue;
      const { name, version, license } = JSON.parse(read(`${folder}/package.json`));
      expect(notices).toContain(`\n${name} ${version} (${license})\n`);
    }
    for (const name of ["yaml", "markdown-it", "piscina", "picomatch"]) expect(notices).toContain(`\n${name} `);
    expect(notices.match(/Permission is hereby granted/g)?.length).toBeGreaterThan(15);
  });

  it("name what packages were made of, and each holder of a right in the bundled code", () => {
    const notices = read("dist/ThirdPartyNotices.txt");
    const maps = readdirSync(join(root, "dist")).filter((name) => name.endsWith(".js.map"));
    const within = new Set<string>();
    const holders = new Set<string>();
    for (const name of maps) {
      const map: { readonly sources: readonly string[]; readonly sourcesContent: readonly string[] } = JSON.parse(
        read(`dist/${name}`),
      );
      for (const [at, path] of map.sources.entries()) {
        const folder = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1];
        if (folder === undefined) continue;
        if (!existsSync(join(root, "node_modules", folder))) within.add(folder);
        for (const { holder } of copyrights(map.sourcesContent[at] ?? "")) holders.add(holder);
      }
    }
    expect([...within]).toEqual(["path-browserify"]);
    for (const name of within) expect(notices).toContain(`\n${name} (within another package)\n`);
    expect([...holders]).toEqual(expect.arrayContaining(["Microsoft", "TypeFox", "Joyent"]));
    expect([...holders].filter((holder) => !notices.includes(holder))).toEqual([]);
  });

  it("are not written where the notice of what came within a package is missing", () => {
    const folder = temporaryFolder({ "node_modules/a/package.json": "{}" });
    const sources = ["webpack://a/node_modules/@b/c/index.js", "../node_modules/a/src/index.ts", "../client/src/x.ts"];
    expect(() => thirdPartyNotices(folder.path, {}, [{ sources }])).toThrow(/^@b\/c stands in another package/);
    folder.write({ "scripts/notices/@b+c.txt": "Be kind.\n" });
    expect(thirdPartyNotices(folder.path, {}, [{ sources }])).toContain("@b/c (within another package)\n\nBe kind.\n");
    folder.remove();
  });

  it("lie in the package of the extension", async () => {
    const names = await listFiles({ cwd: root, packageManager: PackageManager.None });
    expect(names).toContain("dist/ThirdPartyNotices.txt");
  });

  it("are not written where a package has another licence, or none", () => {
    const folder = temporaryFolder({
      "node_modules/a/package.json": '{ "name": "a", "version": "1.0.0", "license": "GPL-3.0-only" }',
      "node_modules/a/LICENSE": "…",
      "node_modules/@b/c/package.json": '{ "name": "@b/c", "version": "1.0.0", "license": "MIT" }',
    });
    const bundleOf = (path: string, bytesInOutput = 1) => ({
      "dist/a.js": { bytes: 1, imports: [], exports: [], inputs: { [path]: { bytesInOutput } } },
    });
    expect(() => thirdPartyNotices(folder.path, bundleOf("node_modules/a/index.js"))).toThrow(/^a: .*"GPL-3\.0-only"/);
    expect(() => thirdPartyNotices(folder.path, bundleOf("node_modules/@b/c/lib/index.js"))).toThrow(
      /^@b\/c comes without/,
    );
    expect(thirdPartyNotices(folder.path, bundleOf("node_modules/a/index.js", 0))).not.toContain("GPL");
    folder.write({ "node_modules/@b/c/LICENCE.md": "Be kind.\r\n" });
    expect(thirdPartyNotices(folder.path, bundleOf("node_modules/@b/c/lib/index.js"))).toContain(
      "@b/c 1.0.0 (MIT)\n\nBe kind.\n",
    );
    folder.remove();
  });
});
