// Writes the types of the library entry into dist/types/: the declarations that server/src/engine/service.ts leads to, and no others.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const compiler = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin", "tsc");
const emitted = mkdtempSync(join(tmpdir(), "release-docs-types-"));
const target = join(root, "dist", "types");

const config = join(root, "tsconfig.types.json");
writeFileSync(
  config,
  JSON.stringify({
    extends: "./tsconfig.json",
    compilerOptions: { noEmit: false, declaration: true, emitDeclarationOnly: true, rootDir: ".", outDir: emitted },
    include: [],
    files: ["server/src/engine/service.ts"],
  }),
);
try {
  execFileSync(process.execPath, [compiler, "-p", config], { cwd: root, stdio: "inherit" });
} finally {
  rmSync(config);
}

const imports = /((?:from|import) ?\(?")(\.[^"]+)\.[jt]s(")/g;
const folder = join(emitted, "server", "src");
/** Declarations that were written by a script, not emitted, stand beside their module. */
const textOf = (name) => {
  const file = join(folder, name);
  return readFileSync(existsSync(file) ? file : join(root, "server", "src", name), "utf8");
};
const wanted = new Set(["engine/service.d.ts"]);
rmSync(target, { recursive: true, force: true });
for (const name of wanted) {
  const text = textOf(name);
  for (const [, , path] of text.matchAll(imports)) wanted.add(`${join(dirname(name), path)}.d.ts`);
  mkdirSync(dirname(join(target, name)), { recursive: true });
  writeFileSync(join(target, name), text.replace(imports, "$1$2.js$3"));
}
rmSync(emitted, { recursive: true, force: true });
console.log(`dist/types: ${wanted.size} declarations`);
