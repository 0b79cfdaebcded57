import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Node, SyntaxKind } from "typescript/unstable/ast";
import {
  isCallExpression,
  isIdentifier,
  isImportDeclaration,
  isNewExpression,
  isRegularExpressionLiteral,
} from "typescript/unstable/ast/is";
import { sourceFolders, visitSources } from "./visit-sources.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** A regular expression that stands in a file, by its path from the root with `/`. */
export interface SourcePattern {
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

/** A place that makes a regular expression when it runs. */
export interface Builder {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** As it is written, on one line. */
  readonly call: string;
}

export interface SourcePatterns {
  readonly literals: readonly SourcePattern[];
  readonly builders: readonly Builder[];
  /** Files that ask lists of words, whose patterns are made when they are first asked for. */
  readonly askers: readonly string[];
}

/** Every regular expression of the sources and scripts, read by the compiler; generated code is left to its schemas. */
export function readSourcePatterns(): SourcePatterns {
  const literals: SourcePattern[] = [];
  const builders: Builder[] = [];
  const askers: string[] = [];
  visitSources([...sourceFolders, "scripts"], (node, file, tree) => {
    if (isRegularExpressionLiteral(node)) literals.push({ file, ...splitLiteral(node.text) });
    if (isImportDeclaration(node) && /\/lists\.ts"$/.test(node.moduleSpecifier.getText(tree))) askers.push(file);
    if (!makesPattern(node)) return;
    const line = tree.text.slice(0, node.getStart(tree)).split("\n").length;
    builders.push({ file, line, call: node.getText(tree).replaceAll(/\s+/g, " ") });
  });
  return { literals, builders, askers };
}

function splitLiteral(text: string): { source: string; flags: string } {
  const end = text.lastIndexOf("/");
  return { source: text.slice(1, end), flags: text.slice(end + 1) };
}

function makesPattern(node: Node): boolean {
  const made = isNewExpression(node) || isCallExpression(node) ? node.expression : undefined;
  if (made === undefined) return false;
  if (isIdentifier(made)) return made.text === "RegExp";
  return made.kind === SyntaxKind.PropertyAccessExpression && made.getText().endsWith(".RegExp");
}

/** The patterns of our schemas and of the language's configuration: the engine or the editor runs them. */
export function readDataPatterns(): readonly SourcePattern[] {
  const found: SourcePattern[] = [];
  const visit = (file: string, value: unknown, key: string): void => {
    if (
      typeof value === "string" &&
      /^(?:pattern|wordPattern|beforeText|afterText|start|end|.*IndentPattern)$/.test(key)
    )
      found.push({ file, source: value, flags: file.startsWith("schemas/") ? "u" : "" });
    if (typeof value !== "object" || value === null) return;
    for (const [name, child] of Object.entries(value)) {
      if (key === "patternProperties") found.push({ file, source: name, flags: "u" });
      visit(file, child, key === "properties" ? "" : name);
    }
  };
  const schemas = readdirSync(join(root, "schemas")).map((name) => `schemas/${name}`);
  for (const file of [...schemas.sort(), "language-configuration.json"])
    visit(file, JSON.parse(readFileSync(join(root, file), "utf8")), "");
  return found;
}
