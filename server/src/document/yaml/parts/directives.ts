import { Lexer } from "yaml";
import type { Part, Span, Text } from "../../../text/place.ts";
import type { Directive } from "../../model.ts";

const scopes: Readonly<Record<string, Directive["scope"]>> = {
  "disable-next-line": "next-line",
  "disable-file": "file",
  disable: "start",
  enable: "end",
};

const directive = /^#+\s*release-docs-(disable-next-line|disable-file|disable|enable)(?![\w-])(.*)$/;

/**
 * The `# release-docs-…` comments of a part, in order. Costs nothing where that word is absent. `text` is the part's as
 * the parser read it: it may differ in single characters.
 */
export function findDirectives(part: Part, text: string = part.text): readonly Directive[] {
  if (!part.text.includes("release-docs-")) return [];
  const found: Directive[] = [];
  for (const { start, end } of comments(text)) {
    const comment = part.text.slice(start, end);
    const match = directive.exec(comment);
    const scope = scopes[match?.[1] ?? ""];
    if (match === null || scope === undefined) continue;
    const bodyStart = end - (match[2] ?? "").length;
    found.push({
      scope,
      ...bodyOf(part, match[2] ?? "", bodyStart),
      at: { part, start, end: start + comment.trimEnd().length },
    });
  }
  return found;
}

/** `RULE, RULE -- reason` */
function bodyOf(
  part: Part,
  body: string,
  start: number,
): { readonly rules: readonly Text[]; readonly reason?: string } {
  const dashes = /(?:^|\s)--(?=\s|$)/.exec(body);
  const named = dashes === null ? body : body.slice(0, dashes.index);
  const rules = [...named.matchAll(/[^\s,]+/g)].map((match): Text => {
    const at = start + match.index;
    return { value: match[0], at: { part, start: at, end: at + match[0].length } };
  });
  const reason = dashes === null ? "" : body.slice(dashes.index + dashes[0].length).trim();
  return reason === "" ? { rules } : { rules, reason };
}

/** Marks of the lexer that stand for no text: document, end of a flow, scalar. */
const marks = new Set(["\u0002", "\u0018", "\u001f"]);

function* comments(text: string): Generator<Span> {
  let at = 0;
  let scalarNext = false;
  for (const token of new Lexer().lex(text)) {
    if (!scalarNext && marks.has(token)) {
      scalarNext = token === "\u001f";
      continue;
    }
    if (!scalarNext && token.startsWith("#")) yield { start: at, end: at + token.length };
    scalarNext = false;
    at += token.length;
  }
}
