import type { Node } from "typescript/unstable/ast";
import {
  isCallExpression,
  isIdentifier,
  isNewExpression,
  isRegularExpressionLiteral,
  isStringLiteral,
} from "typescript/unstable/ast/is";
import { expect, test } from "vitest";
import { en } from "../../../server/src/words/en.ts";
import { expectExceptions, readExceptions } from "../../support/exceptions.ts";
import { phrasesOf, spellings } from "../../support/spellings.ts";
import { visitSources } from "../../support/visit-sources.ts";

/** Patterns with words that are not what people write of releases: the file, the pattern (or all of it), what the words are. */
const syntax = readExceptions(new URL("syntax.tsv", import.meta.url));

const vocabulary = new Set(
  Object.values(en)
    .flatMap(phrasesOf)
    .flatMap(spellings)
    .flatMap((spelling) => wordsOf(spelling)),
);

test("what people write stands in the lists of a language, and in no pattern of the code that reads", () => {
  const whole = new Set(syntax.flatMap(([file = "", pattern]) => (pattern === "*" ? [file] : [])));
  const found = new Set<string>();
  visitSources(["server/src"], (node, file, tree) => {
    const pattern = patternIn(node, node.getText(tree));
    if (pattern === undefined || !wordsOf(pattern).some((word) => vocabulary.has(word))) return;
    found.add(`${file}\t${whole.has(file) ? "*" : pattern.replaceAll(/\s+/g, " ")}`);
  });
  expectExceptions(found, syntax, "words in a pattern: to server/src/words/en.ts");
});

test("every list is asked for", () => {
  const asked = new Set<string>();
  visitSources(["server/src"], (node, file) => {
    if (isStringLiteral(node) && !file.endsWith("/en.ts")) asked.add(node.text);
  });
  expect(Object.keys(en).filter((list) => !asked.has(list) && !/^(?:status|topic)-/.test(list))).toEqual([]);
});

/** A pattern as it is written: a literal, or a call that makes one, without the lists that are asked for in it. */
function patternIn(node: Node, text: string): string | undefined {
  if (isRegularExpressionLiteral(node)) return text;
  if (!(isCallExpression(node) || isNewExpression(node)) || !isIdentifier(node.expression)) return undefined;
  if (!/^(?:expression|RegExp)$/.test(node.expression.text)) return undefined;
  const written = text.replace(/\b(?:either|behind)\([^()]*\)/g, "").match(/`(?:\\.|[^`\\])*`|"[^"]*"/g);
  return (written?.join(" ") ?? "").replace(/\$\{[^}]*\}/g, " ");
}

/** The words of three letters and more, in lower case; escapes and sets of characters are none. */
function wordsOf(text: string): readonly string[] {
  const plain = text.replace(/\\[pP]\{[^}]*\}|\\u[\da-f]{4}|\\x[\da-f]{2}|\\.|\[[^\]]*\]|\(\?<[a-z]+>/gi, " ");
  return plain.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
}
