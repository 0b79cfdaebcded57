import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { isBuilt } from "../cli/command.ts";
import { goodManifest } from "../cli/documents.ts";
import { temporaryFolder } from "../unit/cli/temporary-folder.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const described = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const hasTypes = existsSync(join(root, "dist", "types", "engine", "service.d.ts"));
const isReady = isBuilt && hasTypes && described.exports !== undefined;
if (!isReady) console.log("the npm package is not tried: it needs dist/, dist/types/ and exports in package.json");

/** The largest the package may be, in bytes, packed. */
const largest = 700 * 1024;

describe.skipIf(!isReady)("the npm package", () => {
  it("is small, holds what it needs, and works in an empty folder", () => {
    const folder = temporaryFolder({ "v2.release-manifest.yaml": goodManifest });
    const npm = (...words: readonly string[]): string =>
      execFileSync("npm", [...words], { cwd: folder.path, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    try {
      const [packed] = JSON.parse(npm("pack", root, "--json", "--ignore-scripts"));
      const names: readonly string[] = packed.files.map(({ path }: { path: string }) => path);
      expect(names).toEqual(
        expect.arrayContaining([
          "dist/cli.js",
          "dist/index.js",
          "dist/ajv.js",
          "dist/re2js.js",
          "dist/ThirdPartyNotices.txt",
          "README.md",
          "LICENSE",
        ]),
      );
      const wanted =
        /^(?:dist\/(?!extension|server)[\w-]+\.js|dist\/ThirdPartyNotices\.txt|dist\/types\/.+\.d\.ts|schemas\/.+\.json|package\.json|README\.md|LICENSE|CHANGELOG\.md)$/;
      expect(names.filter((name) => !wanted.test(name))).toEqual([]);
      expect(packed.size).toBeLessThan(largest);

      folder.write({ "package.json": '{ "private": true }' });
      npm("install", `./${packed.filename}`, "--offline", "--no-audit", "--no-fund");
      const checked = execFileSync("npx", ["--offline", "release-docs", "check", "--now", "2026-12-01"], {
        cwd: folder.path,
        encoding: "utf8",
      });
      expect(checked).toMatch(/^1 document checked: .*Verdict: Go\.$/m);

      folder.write({
        "use.mjs": `import { createReleaseDocsService } from "release-docs";
import { readFileSync } from "node:fs";
const files = { readText: async () => undefined, exists: async () => true, stands: async () => false, rootOf: async () => "file:///" };
const service = createReleaseDocsService({ files, today: () => "2026-12-01" });
const text = readFileSync("v2.release-manifest.yaml", "utf8");
const { verdict } = await service.assess("file:///r/v2.release-manifest.yaml", text);
console.log(verdict.verdict);
`,
        "use.ts": `import { type Assessment, createReleaseDocsService, type Ports } from "release-docs";
const ports: Ports = { files: { readText: async () => undefined, exists: async () => true, stands: async () => false, rootOf: async () => "file:///" }, today: () => "2026-12-01" };
const assessed: Promise<Assessment | undefined> = createReleaseDocsService(ports).assess("file:///a.md", "# A");
export const rule = assessed.then((found) => found?.findings[0]?.rule.toUpperCase());
`,
      });
      expect(execFileSync(process.execPath, ["use.mjs"], { cwd: folder.path, encoding: "utf8" })).toBe("go\n");
      const compiler = join(root, "node_modules", "typescript", "bin", "tsc");
      const strict = ["--noEmit", "--strict", "--module", "nodenext", "--target", "es2022", "use.ts"];
      execFileSync(process.execPath, [compiler, ...strict], { cwd: folder.path, stdio: "pipe" });
    } finally {
      folder.remove();
    }
  });
});
