import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { digest } from "./digest.ts";

/** What stands in the same folder and is never loaded by the command: the editor's part. */
const foreign = /^(?:extension|server|index)\b/;

/**
 * Names a program by the content of the scripts in its folder (absolute path): the command, and what it loads beside it
 * (rules, schemas, parsers). Two programs that answer differently have different names.
 */
export function nameBuild(folder: string): string {
  const scripts = readdirSync(folder).filter((name) => name.endsWith(".js") && !foreign.test(name));
  return digest(process.version, ...scripts.sort().flatMap((name) => [name, readFileSync(join(folder, name))]));
}
