import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** @typedef {{ readonly sources: readonly string[], readonly sourcesContent?: readonly (string | null)[] }} SourceMap */
/** @typedef {{ readonly path: string, readonly text: string }} SourceFile */

/** Licences that let us ship a package with its notice. Another one ends the build: somebody has to read it first. */
const allowed = new Set(["0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "BlueOak-1.0.0", "ISC", "MIT"]);

/**
 * The notices of all packages that bundles are made of, by name.
 *
 * @param {string} root absolute path of the project
 * @param {import("esbuild").Metafile["outputs"]} outputs
 * @param {readonly SourceMap[]} maps of the bundles: they tell what packages were made of, and what their files say
 * @returns {string} the same text for the same packages
 */
export function thirdPartyNotices(root, outputs, maps = []) {
  const files = maps.flatMap(({ sources, sourcesContent }) =>
    sources.map((path, at) => ({ path, text: sourcesContent?.[at] ?? "" })),
  );
  const packages = bundledPackages(outputs).map((folder) => describe(root, folder, files));
  packages.push(...packagesWithin(root, files).map((name) => describeWithin(root, name)));
  packages.sort((a, b) => (a.title < b.title ? -1 : a.title > b.title ? 1 : 0));
  const head = `Release Docs contains code of ${packages.length} packages. Their notices follow.`;
  return [head, ...packages.map(({ title, text }) => `${"=".repeat(80)}\n${title}\n\n${text}`)].join("\n\n");
}

/**
 * Folders of the packages of which something stands in a bundle, from the project's own: `node_modules/a/node_modules/@b/c`.
 *
 * @param {import("esbuild").Metafile["outputs"]} outputs
 */
export function bundledPackages(outputs) {
  const inputs = Object.values(outputs).flatMap(({ inputs }) => Object.entries(inputs));
  const shipped = inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  return [...new Set(shipped.flatMap(([path]) => packageFolder(path) ?? []))].sort();
}

/**
 * Names of packages that came inside of another one: a source map knows them, and they are not installed.
 *
 * @param {string} root
 * @param {readonly SourceFile[]} files
 */
function packagesWithin(root, files) {
  const names = files.flatMap(({ path }) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []);
  return [...new Set(names)].filter((name) => !existsSync(join(root, "node_modules", name))).sort();
}

/**
 * @param {string} root
 * @param {string} name
 */
function describeWithin(root, name) {
  const file = join(root, "scripts/notices", `${name.replace("/", "+")}.txt`);
  if (!existsSync(file)) throw new Error(`${name} stands in another package: write its notice to ${file}`);
  return { title: `${name} (within another package)`, text: readFileSync(file, "utf8") };
}

/** @param {string} path */
function packageFolder(path) {
  const [, folder] = /^(?:[\w-]+:)?(.*\bnode_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path) ?? [];
  return folder;
}

/**
 * @param {string} root
 * @param {string} folder
 * @param {readonly SourceFile[]} files
 */
function describe(root, folder, files) {
  const { name, version, license, repository } = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
  if (!allowed.has(license))
    throw new Error(`${name}: may it be shipped under "${license}"? See scripts/third-party-notices.mjs`);
  const file = readdirSync(join(root, folder)).find((each) => /^licen[cs]e(?:-mit)?(?:\.(?:md|txt))?$/i.test(each));
  if (file === undefined) throw new Error(`${name} comes without the text of its licence`);
  const address = typeof repository === "string" ? repository : repository?.url;
  const text = readFileSync(join(root, folder, file), "utf8")
    .replaceAll("\r\n", "\n")
    .trim();
  const own = files.filter(({ path }) => path.includes(`${folder}/`) && !path.startsWith("webpack:"));
  const others = [...new Set(own.flatMap((file) => copyrights(file.text)))].filter(
    ({ holder }) => !text.includes(holder),
  );
  const named = [...new Set(others.map(({ line }) => line))].sort();
  const further = named.length === 0 ? "" : `\nSome of its files say:\n\n${named.join("\n")}\n`;
  return {
    title: `${name} ${version} (${license})`,
    text: `${address === undefined ? "" : `${address}\n\n`}${text}\n${further}`,
  };
}

const copyright =
  /^[ \t/*]*((?:copyright|\(c\)|©)[ \t]+(?:\(c\)[ \t]*|©[ \t]*)?(?:[\d ,-]+[ \t]+)?(?:by )?([A-Z][\w-]*)[^\n]*)/gim;

/**
 * The lines of a file that claim a right in it, each with the first word of who does.
 *
 * @param {string} text
 */
export function copyrights(text) {
  return [...text.matchAll(copyright)].map(([, line = "", holder = ""]) => ({
    line: line.replace(/\*\/.*$/, "").trim(),
    holder,
  }));
}
