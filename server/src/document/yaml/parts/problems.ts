import type { Part, Place } from "../../../text/place.ts";
import type { YamlNode } from "../../../text/yaml/node.ts";
import type { ParsedYaml } from "../../../text/yaml/parse-yaml.ts";
import { type Sentence, sentenceFor } from "../../../text/yaml/problem-sentences.ts";
import { quoteScalar } from "../../../text/yaml/scalar-value.ts";
import type { Problem } from "../../model.ts";

/** The first error of a part, in our words, at the smallest text that shows it. */
export function syntaxProblem(part: Part, parsed: ParsedYaml, error: NonNullable<ParsedYaml["error"]>): Problem {
  const line = lineAround(part, error.start);
  const { message, mark, below } = refined(sentenceFor(error.code, error.message), part, line);
  const at = markedBy(mark, parsed.node, error.start) ?? (below === true ? lineBelow(part, line) : undefined);
  if (at !== undefined) return { rule: "syntax/yaml", message, at };
  const { start, end } = error;
  const shown = mark === undefined && start < part.text.length && !/[\r\n]/.test(part.text.charAt(start));
  if (!shown) return { rule: "syntax/yaml", message, at: line };
  const last = Math.max(end, start + 1);
  const lineBreak = part.text.slice(start, last).search(/\r?\n/);
  return { rule: "syntax/yaml", message, at: { part, start, end: lineBreak === -1 ? last : start + lineBreak } };
}

/** Errors that the parser gives one name to, told apart by the line that they stand on. */
function refined(sentence: Sentence, part: Part, line: Place): Sentence & { readonly below?: boolean } {
  const text = part.text.slice(line.start, line.end);
  if (sentence.kind === "nested-map" && !/:\s.*:(?:\s|$)/.test(text)) {
    const message = "This line is indented deeper than the one above, which has a value already: align the two";
    return { message, mark: "line", below: true };
  }
  if (sentence.kind === "list-as-key" && text.startsWith("-")) {
    return { message: "A list item cannot stand here: the lines above it are `key: value`", mark: "line" };
  }
  return sentence;
}

/** The quote or bracket that opens the value in which an error was found. */
function markedBy(mark: Sentence["mark"], node: YamlNode | undefined, offset: number): Place | undefined {
  if (node === undefined || (mark !== "quote" && mark !== "bracket")) return undefined;
  let found: YamlNode | undefined;
  const open = [node];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.kind === "map") for (const entry of next.entries) open.push(entry.node);
    else if (next.kind === "sequence") for (const item of next.items) open.push(item);
    const opens =
      next.kind === "scalar"
        ? mark === "quote" && /^(?:single|double)$/.test(next.style)
        : mark === "bracket" && next.flow;
    if (opens && next.start < offset && (found === undefined || next.start > found.start)) found = next;
  }
  return found && { part: found.part, start: found.start, end: found.start + 1 };
}

/** The next line that is neither blank nor a comment. */
function lineBelow(part: Part, line: Place): Place | undefined {
  const match = /\n[ \t]*([^\s#][^\r\n]*)/.exec(part.text.slice(line.end));
  if (match === null) return undefined;
  const text = match[1] ?? "";
  const start = line.end + match.index + match[0].length - text.length;
  return { part, start, end: start + text.trimEnd().length };
}

/** A trap that was recovered, with what would make it what its author meant. */
export function unquoted(at: Place): Problem {
  const source = at.part.text.slice(at.start, at.end);
  const value = source.replace(/(?<!\s)\s*\r?\n\s*/g, " ");
  const shown = value.length > 40 ? `${value.slice(0, 39)}…` : value;
  const message = value.startsWith("#")
    ? `${shown} is a comment to YAML, so that nothing is left of the value: put it in quotes`
    : `YAML does not read ${shown} as text: put it in quotes`;
  return { rule: "syntax/unquoted", message, at, replacement: quoteScalar(value) };
}

/** The text of the line of an offset, without white space around it; the nearest line above that is not blank. */
function lineAround(part: Part, offset: number): Place {
  const { text } = part;
  let end = Math.min(offset, text.length);
  for (;;) {
    const start = end === 0 ? 0 : text.lastIndexOf("\n", end - 1) + 1;
    const next = text.indexOf("\n", start);
    const line = text.slice(start, next === -1 ? text.length : next);
    if (line.trim() !== "" || start === 0) {
      const from = start + line.length - line.trimStart().length;
      return { part, start: line.trim() === "" ? start : from, end: from + line.trim().length };
    }
    end = start - 1;
  }
}

/** From an offset to the last character of its line. */
export function lineFrom(part: Part, start: number): Place {
  const next = part.text.indexOf("\n", start);
  const rest = part.text.slice(start, next === -1 ? part.text.length : next);
  const comment = rest.slice(1).search(/\s#/);
  const kept = comment === -1 ? rest : rest.slice(0, comment + 1);
  return { part, start, end: start + kept.trimEnd().length };
}

/** The first line of a part that is neither blank nor a comment. */
export function contentOf(part: Part): Place {
  const match = /^[ \t\ufeff]*([^\s#\ufeff][^\r\n]*)/m.exec(part.text);
  if (match === null) return { part, start: 0, end: 0 };
  const start = match.index + match[0].length - (match[1] ?? "").length;
  return { part, start, end: start + (match[1] ?? "").trimEnd().length };
}
