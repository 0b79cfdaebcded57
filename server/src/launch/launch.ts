import { statSync } from "node:fs";
import * as nodeModule from "node:module";
import { CompiledCode } from "./compiled-code.ts";

/** How long a start may take until what it compiled is kept, in milliseconds; a process that ends sooner keeps it then. */
const afterTheStart = 10_000;

/**
 * Runs a bundle that stands beside the calling script. Where Node keeps compiled code (`NODE_COMPILE_CACHE`, or its own folder;
 * since Node 22.1), the code of all functions that this start called is kept too, so that the next start compiles nothing.
 *
 * @param script path of the calling script
 * @param main name of the bundle: `./NAME.js`
 * @param hashes of the bundles that may be kept, by name
 * @returns what the bundle exports
 */
export function launch(script: string, main: string, hashes: Readonly<Record<string, string>>): unknown {
  nodeModule.enableCompileCache?.();
  const folder = nodeModule.getCompileCacheDir?.();
  const require = nodeModule.createRequire(script);
  if (folder === undefined || !isOurs(folder)) return require(`./${main}.js`);
  const code = new CompiledCode({ folder, require, hashes });
  const exported = code.load(`./${main}.js`);
  const keep = (): void => code.keep();
  setTimeout(keep, afterTheStart).unref();
  process.once("exit", keep);
  return exported;
}

/** Whether nobody else can write into a folder, as far as its owner and mode tell: what is kept there is run. */
function isOurs(folder: string): boolean {
  if (process.platform === "win32") return true; // The folder of temporary files is the user's own.
  try {
    const { uid, mode } = statSync(folder);
    return uid === process.getuid?.() && (mode & 0o022) === 0;
  } catch {
    return false;
  }
}
