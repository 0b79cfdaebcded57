import { readFileSync } from "node:fs";
import {
  isArrayLiteralExpression,
  isCallExpression,
  isNewExpression,
  isSpreadElement,
} from "typescript/unstable/ast/is";
import { expect, it } from "vitest";
import { sourceFolders, visitSources } from "../../support/visit-sources.ts";

/** Lists that are spread into the arguments of a call: the file, what is spread, and what keeps it short. */
const bounded = readFileSync(new URL("bounded.tsv", import.meta.url), "utf8")
  .split("\n")
  .filter((row) => row !== "")
  .map((row) => row.split("\t"));

it("no list as long as a document is spread into a call: its items would lie on the stack", () => {
  const found = new Set<string>();
  visitSources(sourceFolders, (node, file, tree) => {
    if (!isCallExpression(node) && !isNewExpression(node)) return;
    for (const argument of node.arguments ?? []) {
      if (!isSpreadElement(argument) || isArrayLiteralExpression(argument.expression)) continue;
      const call = `${node.expression.getText(tree)}(${argument.getText(tree)})`;
      found.add(`${file}\t${call.replaceAll(/\s+/g, " ")}`);
    }
  });
  const known = new Set(bounded.map(([file, call]) => `${file}\t${call}`));
  expect(
    [...found].filter((each) => !known.has(each)),
    "spread, and nothing says what bounds it",
  ).toEqual([]);
  expect(
    [...known].filter((each) => !found.has(each)),
    "listed, but gone",
  ).toEqual([]);
  expect(
    bounded.filter(([, , bound]) => (bound ?? "").length < 5),
    "a bound has a reason",
  ).toEqual([]);
});
