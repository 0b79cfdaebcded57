import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

/**
 * @param {string} folder of an extension
 * @param {"main" | "browser"} [entry] the one a host will load
 * @returns {string} its absolute path
 * @throws when there is no extension, or its bundle has not been built
 */
export function builtExtension(folder, entry = "main") {
  const root = resolve(folder);
  const manifest = join(root, "package.json");
  if (!existsSync(manifest)) throw new Error(`No extension in ${root}`);
  const bundle = JSON.parse(readFileSync(manifest, "utf8"))[entry];
  if (!bundle) throw new Error(`The extension has no "${entry}" entry`);
  if (!existsSync(join(root, bundle))) throw new Error(`${bundle} is missing; run "npm run build" first`);
  return root;
}
