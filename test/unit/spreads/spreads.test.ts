import {
  isArrayLiteralExpression,
  isCallExpression,
  isNewExpression,
  isSpreadElement,
} from "typescript/unstable/ast/is";
import { it } from "vitest";
import { expectExceptions, readExceptions } from "../../support/exceptions.ts";
import { sourceFolders, visitSources } from "../../support/visit-sources.ts";

/** Lists that are spread into the arguments of a call: the file, what is spread, and what keeps it short. */
const bounded = readExceptions(new URL("bounded.tsv", import.meta.url));

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
  expectExceptions(found, bounded, "spread, and nothing says what bounds it");
});
