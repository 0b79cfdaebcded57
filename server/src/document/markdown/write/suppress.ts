import { lineAfter, lineAt, lineBreakOf } from "../../../text/markdown/source-lines.ts";
import type { TextChange } from "../../../text/place.ts";
import type { Intention } from "../../intention.ts";
import { framedAt } from "../compose/framed.ts";
import { type MarkdownDocument, reading } from "../compose/read-markdown.ts";

/**
 * Puts a comment above the line concerned that silences a rule there. Around a table or a fence, which a comment would
 * break, two comments; for the front matter, one for the whole file below it.
 */
export function suppress(
  document: MarkdownDocument,
  { at, rule, reason }: Extract<Intention, { readonly do: "suppress" }>,
): readonly TextChange[] | undefined {
  const part = document[reading].parts.find((each) => each === at.part);
  if (part === undefined) return undefined;
  const { text } = document;
  const eol = lineBreakOf(text);
  const because = reason.replace(/--+>?/g, "-").replace(/\s+/g, " ").trim();
  const comment = (word: string): string =>
    `<!-- release-docs-${word} ${rule}${because === "" ? "" : ` -- ${because}`} -->`;
  if (part.kind === "front-matter") {
    const end = document.span({ part, start: part.text.length, end: part.text.length }).start;
    const gap = end > 0 && text.charAt(end - 1) !== "\n" ? eol : "";
    return [{ start: end, end, text: `${gap}${comment("disable-file")}${eol}` }];
  }
  const { start } = document.span(at);
  const line = lineAt(text, start);
  const block = framedAt(document, line.start)?.span;
  if (block === undefined) {
    const indent = /^[ \t]*/.exec(text.slice(line.start, line.end))?.[0] ?? "";
    return [{ start: line.start, end: line.start, text: `${indent}${comment("disable-next-line")}${eol}` }];
  }
  const after = lineAfter(text, block.end);
  const gap = after === text.length && text.charAt(after - 1) !== "\n" ? eol : "";
  return [
    { start: block.start, end: block.start, text: `${comment("disable")}${eol}${eol}` },
    { start: after, end: after, text: `${gap}${eol}<!-- release-docs-enable ${rule} -->${eol}` },
  ];
}
