import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { everyExpression } from "../../server/src/words/lists.ts";
import type { Builder, SourcePattern } from "./source-patterns.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** A pattern that a builder made while its module was loaded. */
export interface BuiltPattern extends SourcePattern {
  readonly line: number;
}

/**
 * Loads the modules that make patterns, and those that ask lists of words, and catches what they make; what is made in functions
 * that nobody calls is not among it.
 */
export async function catchBuiltPatterns(
  builders: readonly Builder[],
  askers: readonly string[],
): Promise<readonly BuiltPattern[]> {
  const caught: BuiltPattern[] = [];
  const Original = globalThis.RegExp;
  const keep = (made: RegExp): RegExp => {
    const from = place(new Error().stack ?? "");
    if (from !== undefined) caught.push({ ...from, source: made.source, flags: made.flags });
    return made;
  };
  globalThis.RegExp = new Proxy(Original, {
    construct: (target, [pattern, flags]) => keep(new target(pattern, flags)),
    apply: (target, _, [pattern, flags]) => keep(target(pattern, flags)),
  });
  try {
    const files = [...builders.map(({ file }) => file), ...askers];
    for (const file of new Set(files)) await import(/* @vite-ignore */ join(root, file));
    everyExpression();
  } finally {
    globalThis.RegExp = Original;
  }
  return caught;
}

/** The file and line that asked for a pattern, where it is one of the sources and no package of others. */
function place(stack: string): { file: string; line: number } | undefined {
  for (const frame of stack.split("\n")) {
    const at = frame.indexOf(root);
    if (at < 0 || frame.includes("/test/support/")) continue;
    if (frame.includes("/node_modules/")) return undefined;
    const [file = "", line = ""] = frame.slice(at + root.length).split(":");
    return { file, line: Number(line) };
  }
  return undefined;
}
