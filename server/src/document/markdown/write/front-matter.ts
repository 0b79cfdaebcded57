import { replaceSpan } from "../../../text/changes.ts";
import { edgesOf } from "../../../text/markdown/front-matter-span.ts";
import { lineAfter, lineAt, lineBreakOf } from "../../../text/markdown/source-lines.ts";
import type { TextChange } from "../../../text/place.ts";
import type { Intention } from "../../intention.ts";
import { type MarkdownDocument, reading } from "../compose/read-markdown.ts";

/** Sets a key of the front matter, which is made when there is none. `undefined` when it cannot be read. */
function setKey(document: MarkdownDocument, key: string, value: string): readonly TextChange[] | undefined {
  const { frontMatter, parts } = document[reading];
  const { text } = document;
  const eol = lineBreakOf(text);
  const part = parts.find(({ kind }) => kind === "front-matter");
  if (frontMatter === undefined || part === undefined) {
    const start = parts[0]?.kind === "mark" ? 1 : 0;
    return [{ start, end: start, text: `---${eol}${key}: ${value}${eol}---${eol}${eol}` }];
  }
  if (frontMatter.value === undefined) return undefined;
  const place = frontMatter.places.get(key);
  if (place !== undefined) {
    const span = document.span(place.value);
    return replaceSpan(text, span, span.start === span.end ? ` ${value}` : value);
  }
  const start = lineAfter(text, document.span({ part, start: 0, end: 0 }).start);
  return [{ start, end: start, text: `${key}: ${value}${eol}` }];
}

/** Says in the front matter which kind of document this is. */
export const declare = (document: MarkdownDocument): readonly TextChange[] | undefined =>
  setKey(document, "kind", document[reading].options.kind.name);

/** Moves front matter to the first line, between `---` alone. */
export function moveFrontMatter(document: MarkdownDocument): readonly TextChange[] | undefined {
  const { text } = document;
  const part = document[reading].parts.find(({ kind }) => kind === "front-matter");
  if (part === undefined) return undefined;
  const { start, end } = document.span({ part, start: 0, end: part.text.length });
  const top = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const eol = lineBreakOf(text);
  const run = text.slice(start, end);
  const { yaml, closed } = edgesOf(run);
  const body = closed ? run.slice(yaml.start) : `${run.slice(yaml.start, yaml.end)}---`;
  const ended = body.endsWith("\n") ? body : `${body}${eol}`;
  return [{ start: top, end, text: `---${eol}${ended}${text.slice(top, start)}` }];
}

/**
 * States the status where the document has a field for it; else in the front matter when there is one, else in a line
 * below the title.
 */
export function setStatus(
  document: MarkdownDocument,
  { status }: Extract<Intention, { readonly do: "set-status" }>,
): readonly TextChange[] | undefined {
  const { text, facts, fields, title } = document;
  if (facts.status !== undefined) return replaceSpan(text, document.span(facts.status.at), status);
  const labels = document[reading].options.kind.labels.status;
  const empty = fields.find(({ key, value }) => labels.includes(key) && value.value === "");
  if (empty !== undefined) {
    const { start } = document.span(empty.value.at);
    return [{ start, end: start, text: /[ \t|]$/.test(text.slice(0, start)) ? status : ` ${status}` }];
  }
  if (document[reading].frontMatter !== undefined || title === undefined) return setKey(document, "status", status);
  const eol = lineBreakOf(text);
  const heading = document[reading].outline.nodes.find(({ passage }) => passage.heading?.text === title)?.passage
    .heading;
  const end =
    heading === undefined ? document.span(title.at).end : document.span({ part: title.at.part, ...heading.line }).end;
  const at = lineAt(text, end).end;
  const next = text.slice(lineAfter(text, at), lineAt(text, lineAfter(text, at)).end).trim();
  return [{ start: at, end: at, text: `${eol}${eol}**Status:** ${status}${next === "" ? "" : eol}` }];
}
