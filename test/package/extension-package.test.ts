import { cpSync, existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { deflateRawSync } from "node:zlib";
import { listFiles, PackageManager } from "@vscode/vsce";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isBuilt } from "../cli/command.ts";
import { temporaryFolder } from "../unit/cli/temporary-folder.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
/** What is large, and would only be left out again. */
const notLookedAt = new Set([".cache", ".git", ".vscode-test", "node_modules"]);

/** The largest the package may be, in bytes, packed; pictures come on top of what it is now. */
const largest = 1024 * 1024;

describe.skipIf(!isBuilt)("the package of the extension", () => {
  const copy = temporaryFolder();
  let names: readonly string[] = [];
  const read = (name: string): Buffer => readFileSync(join(copy.path, name));

  beforeAll(async () => {
    cpSync(root, copy.path, { recursive: true, filter: (from) => !notLookedAt.has(relative(root, from)) });
    names = await listFiles({ cwd: copy.path, packageManager: PackageManager.None });
  });
  afterAll(() => copy.remove());

  it("holds every file that package.json refers to", () => {
    const { main, browser, icon, contributes } = JSON.parse(read("package.json").toString());
    const files = [main, browser, icon, ...strings(contributes)].filter((text) => isFileOf(copy.path, text));
    expect(files).toContain(main);
    expect(files).toContain(browser);
    expect(files.length).toBeGreaterThan(10);
    expect(names).toEqual(expect.arrayContaining(files.map((file) => file.replace(/^\.\//, ""))));
    expect(names).toEqual(expect.arrayContaining(["README.md", "CHANGELOG.md", "LICENSE"]));
  });

  it("holds the bundles that package.json, the extension and a bundle start or load, and no others", () => {
    const started = ["extension", "extension-web", "server", "server-web", "webview/preview"];
    expect(read("dist/server-web.js").toString()).toContain('"server"');
    const bundles = names.filter((name) => /^dist\/.*\.js$/.test(name));
    const loaded = bundles.flatMap((name) => loadedBundles(read(name).toString()));
    expect(loaded).toContain("yaml");
    const needed = new Set([...started, ...loaded]);
    expect(bundles.sort()).toEqual([...needed].map((name) => `dist/${name}.js`).sort());
  });

  it("holds the templates that New Release Document offers", () => {
    expect(names).toEqual(expect.arrayContaining(["snippets/templates/release-manifest.yaml"]));
  });

  it("holds nothing else, and is small", () => {
    const wanted = /^(?:dist|client\/media|docs\/walkthrough|snippets|syntaxes)\/|^[^/]+\.(?:md|json)$|^LICENSE$/;
    expect(names.filter((name) => !wanted.test(name) || name.endsWith(".map"))).toEqual([]);
    const packed = names.reduce((sum, name) => sum + deflateRawSync(read(name)).length, 0);
    expect(packed).toBeLessThan(largest);
  });
});

/** Every string in a value. */
function strings(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(strings) : [];
}

/** Names of the bundles that one loads from its folder. */
const loadedBundles = (code: string): string[] =>
  [...code.matchAll(/(?:require|import)\("\.\/([\w-]+)\.js"\)/g)].flatMap(([, name]) => name ?? []);

function isFileOf(folder: string, text: unknown): text is string {
  return typeof text === "string" && /^[\w./-]+\.\w+$/.test(text) && existsSync(join(folder, text));
}
