import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/**
 * The peers as libraries, in this process.
 *
 * @param {string} folder where they are installed
 */
export function openPeers(folder) {
  const require = createRequire(join(folder, "package.json"));
  const load = (name) => import(pathToFileURL(require.resolve(name)).href);
  const path = (...steps) => join(folder, "node_modules", ...steps);
  return {
    folder,
    require,
    load,
    /** The scripts that their commands run. */
    scripts: {
      ajv: path("ajv-cli", "dist", "index.js"),
      markdownlint: path("markdownlint-cli2", "markdownlint-cli2-bin.mjs"),
      yamlLanguageServer: path("yaml-language-server", "bin", "yaml-language-server"),
    },
  };
}
