import { MarkdownPart } from "../../document/markdown/parts/markdown-part.ts";
import { edgesOf } from "../../text/markdown/front-matter-span.ts";
import type { Span } from "../../text/place.ts";
import { escapeHtml } from "../escape-html.ts";
import { marksWithin, wrapMarked } from "../marks.ts";
import type { PageContext } from "../page-context.ts";

/** Entries that the banner tells in words. */
const toldAbove = new Set(["kind", "template"]);

/** What stands above the text of a document: a byte order mark, front matter. */
export interface DocumentHead {
  readonly html: string;
  /** Offset at which the text begins. */
  readonly end: number;
}

/** Front matter as a list of terms; as code where it is more than `key: value`. */
export function documentHead(page: PageContext): DocumentHead {
  const { document } = page;
  let html = "";
  let end = 0;
  for (const part of document.parts) {
    if (!(part instanceof MarkdownPart) || part.kind === "body") break;
    const { start } = document.span({ part, start: 0, end: 0 });
    end = start + part.text.length;
    if (part.kind === "front-matter") html = frontMatter(page, { start, end });
  }
  return { html, end };
}

function frontMatter(page: PageContext, span: Span): string {
  const { document, anchors } = page;
  const rows: string[] = [];
  let simple = true;
  const run = document.text.slice(span.start, span.end);
  const { yaml } = edgesOf(run);
  const source = run.slice(yaml.start, yaml.end);
  let at = span.start + yaml.start;
  for (const line of source.split(/(?<=\n)/)) {
    const key = /^[\w-]+(?=:)/.exec(line)?.[0];
    if (key !== undefined && !toldAbove.has(key)) {
      const rest = line.slice(key.length + 1);
      const start = at + line.length - rest.trimStart().length;
      const value = marked(page, { start, end: start + rest.trim().length });
      rows.push(`<div${anchors.atOffset(at)}><dt>${escapeHtml(key)}</dt><dd>${value}</dd></div>`);
    } else if (key === undefined && !/^\s*(?:#|$)/.test(line)) simple = false;
    at += line.length;
  }
  if (simple) return rows.length === 0 ? "" : `<dl class="pairs front-matter">${rows.join("")}</dl>`;
  return `<pre class="front-matter"><code>${escapeHtml(source.trimEnd())}</code></pre>`;
}

function marked({ document, marks, findings }: PageContext, span: Span): string {
  return wrapMarked(escapeHtml(document.text.slice(span.start, span.end)), marksWithin(marks, span), findings);
}
