import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Licences that let us ship a package with its notice. Another one ends the build: somebody has to read it first. */
const allowed = new Set(["0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "BlueOak-1.0.0", "ISC", "MIT"]);

/**
 * The notices of all packages that bundles are made of, by name.
 *
 * @param {string} root absolute path of the project
 * @param {import("esbuild").Metafile["outputs"]} outputs
 * @returns {string} the same text for the same packages
 */
export function thirdPartyNotices(root, outputs) {
  const packages = bundledPackages(outputs).map((folder) => describe(root, folder));
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

/** @param {string} path */
function packageFolder(path) {
  const [, folder] = /^(?:[\w-]+:)?(.*\bnode_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path) ?? [];
  return folder;
}

/**
 * @param {string} root
 * @param {string} folder
 */
function describe(root, folder) {
  const { name, version, license, repository } = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
  if (!allowed.has(license))
    throw new Error(`${name}: may it be shipped under "${license}"? See scripts/third-party-notices.mjs`);
  const file = readdirSync(join(root, folder)).find((each) => /^licen[cs]e(?:-mit)?(?:\.(?:md|txt))?$/i.test(each));
  if (file === undefined) throw new Error(`${name} comes without the text of its licence`);
  const address = typeof repository === "string" ? repository : repository?.url;
  const text = readFileSync(join(root, folder, file), "utf8")
    .replaceAll("\r\n", "\n")
    .trim();
  return {
    title: `${name} ${version} (${license})`,
    text: `${address === undefined ? "" : `${address}\n\n`}${text}\n`,
  };
}
