import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { digest } from "./digest.ts";

/**
 * Names a program by the content of all scripts in its folder (absolute path): the command, and what it loads beside it
 * (rules, schemas, parsers). Two programs that answer differently have different names.
 */
export function nameBuild(folder: string): string {
  const scripts = readdirSync(folder).filter((name) => name.endsWith(".js"));
  return digest(process.version, ...scripts.sort().flatMap((name) => [name, readFileSync(join(folder, name))]));
}
