import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { transform } from "esbuild";
import { line, noMoreThan } from "../budget.mjs";
import { Skipped } from "../skipped.mjs";

const row = "size";

/** What is shipped: the bundles, minified as `npm run build` does, and the package. */
export const size = {
  id: "size",
  title: "server bundle, packaged extension",
  async run({ root }) {
    const dist = join(root, "dist");
    if (!existsSync(dist)) throw new Skipped("dist is not built");
    const bundles = readdirSync(dist).filter((name) => name.endsWith(".js"));
    const lines = [];
    for (const name of bundles) {
      const { code } = await transform(readFileSync(join(dist, name), "utf8"), { minify: true, legalComments: "none" });
      const budget = name === "server.js" ? noMoreThan(750, "KB") : undefined;
      lines.push(line({ row, what: `dist/${name}`, ours: Buffer.byteLength(code) / 1024, unit: "KB", budget }));
    }
    return [...lines, packaged(root)];
  },
};

function packaged(root) {
  const folder = mkdtempSync(join(tmpdir(), "release-docs-bench-"));
  const file = join(folder, "package.vsix");
  const what = "packaged extension";
  // Addresses for the pictures of the README: they change no size that counts, and need no repository.
  const addresses = ["--baseContentUrl", "https://example.com/", "--baseImagesUrl", "https://example.com/"];
  const words = [
    "package",
    "--no-dependencies",
    "--skip-license",
    "--allow-missing-repository",
    "--allow-unused-files-pattern",
    ...addresses,
  ];
  try {
    const vsce = join(root, "node_modules", "@vscode", "vsce", "vsce");
    execFileSync(process.execPath, [vsce, ...words, "-o", file], { cwd: root, stdio: ["ignore", "ignore", "pipe"] });
    const ours = statSync(file).size / 1024 / 1024;
    const minified = readFileSync(join(root, "dist", "server.js"), "utf8").split("\n").length < 5000;
    const note = minified ? "" : "dist is a development build";
    return line({ row, what, ours, unit: "MB", budget: noMoreThan(1, "MB"), note });
  } catch (error) {
    return {
      row,
      what,
      skipped: String(error.stderr ?? error.message)
        .trim()
        .split("\n")
        .at(-1),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
