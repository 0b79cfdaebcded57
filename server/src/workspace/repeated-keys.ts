import { isMap, isScalar, isSeq } from "yaml";
import type { ConfigurationProblem } from "./configuration-problem.ts";

/** The keys that stand a second time in a map of a YAML tree, in order. The parser compares each key with each other. */
export function repeatedKeys(root: unknown): readonly ConfigurationProblem[] {
  const problems: ConfigurationProblem[] = [];
  const open: unknown[] = [root];
  while (open.length > 0) {
    const node = open.pop();
    if (isSeq(node)) for (const item of node.items) open.push(item);
    if (!isMap(node)) continue;
    const seen = new Set<unknown>();
    for (const { key, value } of node.items) {
      open.push(key, value);
      if (!isScalar(key)) continue;
      const start = key.range?.[0] ?? 0;
      if (seen.has(key.value)) problems.push({ message: "Map keys must be unique", start, end: start + 1 });
      seen.add(key.value);
    }
  }
  return problems.sort((a, b) => a.start - b.start);
}
