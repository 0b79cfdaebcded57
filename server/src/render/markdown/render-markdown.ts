import type { Token } from "markdown-it";
import { markdownNesting } from "../../text/guard.ts";
import { lazy } from "../../text/lazy.ts";
import { githubSlug } from "../../text/markdown/github-slug.ts";
import { createMarkdownParser } from "../../text/markdown/markdown-parser.ts";
import { escapeHtml } from "../escape-html.ts";
import { isGantt } from "../gantt/parse-gantt.ts";
import { timeline } from "../gantt/timeline.ts";
import type { PageContext } from "../page-context.ts";
import { anchorPrefix } from "../safe-link.ts";
import { tableFrame } from "../table-frame.ts";
import { readHtml } from "./allowed-html.ts";
import { annotate } from "./annotate.ts";
import { documentHead } from "./front-matter.ts";
import { InlineRenderer } from "./render-inline.ts";
import { splitSigns, withoutSigns } from "./signs.ts";

/** Addresses are kept as they are written; the renderer decides which become links. */
const parser = lazy(() => {
  const made = createMarkdownParser({ linkify: true, maxNesting: markdownNesting });
  made.validateLink = () => true;
  made.normalizeLink = (address) => address;
  made.normalizeLinkText = (address) => address;
  made.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
  return made;
});

/** A Markdown document as HTML. Every text of the author is escaped; tags and attributes are ours alone. */
export function renderMarkdown(page: PageContext): string {
  const head = documentHead(page);
  const { source, boxes } = annotate(page, { start: head.end, end: page.document.text.length });
  const firstLine = page.lines.position(head.end).line;
  const renderer = new BlockRenderer(page, new InlineRenderer(page, boxes), firstLine);
  return head.html + renderer.render(parser().parse(source, {}));
}

class BlockRenderer {
  readonly #page: PageContext;
  readonly #inline: InlineRenderer;
  readonly #firstLine: number;
  readonly #slugs = new Map<string, number>();
  /** `details` and `summary` that the author left open, and in how many containers each stands. */
  readonly #open: { readonly tag: string; readonly depth: number }[] = [];
  #depth = 0;
  #heading = "";

  constructor(page: PageContext, inline: InlineRenderer, firstLine: number) {
    this.#page = page;
    this.#inline = inline;
    this.#firstLine = firstLine;
  }

  render(tokens: readonly Token[]): string {
    let html = "";
    for (let index = 0; index < tokens.length; index++) {
      const token = tokens[index];
      if (token === undefined) continue;
      if (token.type === "table_open") {
        const close = closeOf(tokens, index);
        html += this.#table(tokens.slice(index, close));
        index = close;
      } else html += this.#token(token, tokens, index);
    }
    this.#depth = -1;
    return html + this.#endOpen();
  }

  #token(token: Token, tokens: readonly Token[], index: number): string {
    switch (token.type) {
      case "inline":
        return this.#inline.render(token.children ?? []);
      case "heading_open":
        return `<${token.tag}${this.#line(token)}><span id="${this.#anchor(tokens[index + 1])}">`;
      case "heading_close":
        return `</span></${token.tag}>`;
      case "paragraph_open":
        return token.hidden ? "" : `<p${this.#line(token)}>`;
      case "paragraph_close":
        return token.hidden ? "\n" : "</p>";
      case "bullet_list_open":
        return "<ul>";
      case "bullet_list_close":
        return "</ul>";
      case "ordered_list_open":
        return `<ol${startOf(token)}>`;
      case "ordered_list_close":
        return "</ol>";
      case "list_item_open":
        this.#depth++;
        return `<li${this.#line(token)}${isTask(tokens[index + 2]) ? ' class="task"' : ""}>`;
      case "blockquote_open":
        this.#depth++;
        return "<blockquote>";
      case "list_item_close":
      case "blockquote_close":
        this.#depth--;
        return `${this.#endOpen()}</${token.tag}>`;
      case "hr":
        return `<hr${this.#line(token)}>`;
      case "fence":
      case "code_block":
        return this.#code(token);
      case "html_block":
        return this.#html(token);
      default:
        return "";
    }
  }

  /** Line of a token on the page, counted from 0. */
  #lineOf(token: Token): number | undefined {
    return token.map === null ? undefined : token.map[0] + this.#firstLine;
  }

  #line(token: Token): string {
    const line = this.#lineOf(token);
    return line === undefined ? "" : this.#page.anchors.atLine(line);
  }

  #anchor(inline: Token | undefined): string {
    const title = (inline?.children ?? []).map(({ content }) => content).join("");
    this.#heading = withoutSigns(title);
    const slug = githubSlug(this.#heading);
    const count = this.#slugs.get(slug) ?? 0;
    this.#slugs.set(slug, count + 1);
    return escapeHtml(`${anchorPrefix}${slug}${count === 0 ? "" : `-${count}`}`);
  }

  #table(tokens: readonly Token[]): string {
    let html = "";
    let rows = 0;
    for (const [index, token] of tokens.entries()) {
      const cell = tokens[index + 1];
      if (token.type === "tr_open") rows++;
      if (token.type === "inline") html += this.#inline.render(token.children ?? []);
      else if (token.type === "tr_open") html += `<tr${this.#line(token)}>`;
      else if (token.type === "th_open") html += cell?.content === "" ? "<td>" : `<th scope="col"${alignment(token)}>`;
      else if (token.type === "th_close") html += tokens[index - 1]?.content === "" ? "</td>" : "</th>";
      else if (token.type === "td_open") html += `<td${alignment(token)}>`;
      else if (token.type !== "table_open") html += token.nesting === -1 ? `</${token.tag}>` : `<${token.tag}>`;
    }
    const label = this.#heading === "" ? "Table" : `Table: ${this.#heading}`;
    return tableFrame(html, { label, rows });
  }

  #code(token: Token): string {
    const language = (
      withoutSigns(token.info)
        .trim()
        .split(/[\s,{]/)[0] ?? ""
    ).toLowerCase();
    const first = (this.#lineOf(token) ?? 0) + (token.type === "fence" ? 1 : 0);
    const attributes = this.#line(token);
    if (language === "mermaid" && isGantt(withoutSigns(token.content))) {
      const chart = timeline(withoutSigns(token.content), (line) => this.#page.anchors.atLine(first + line));
      return `<div class="chart"${attributes}>${chart}</div>`;
    }
    const named = /^[\w+#.-]+$/.test(language) ? ` class="language-${language}"` : "";
    const lines = token.content.split("\n").map((line, at) => this.#codeLine(line, first + at));
    const html = lines.join("\n");
    this.#inline.code("");
    return `<pre${attributes}><code${named}>${html}</code></pre>`;
  }

  /** Lines with a box are places to jump to. */
  #codeLine(line: string, at: number): string {
    const html = this.#inline.text(line);
    const hasBox = splitSigns(line).some((part) => typeof part !== "string" && part.kind === "box");
    return hasBox ? `<span${this.#page.anchors.atLine(at)}>${html}</span>` : html;
  }

  /** Raw HTML: allowed tags as they are, all else as text. */
  #html(token: Token): string {
    let html = "";
    let text = "";
    const flush = (): void => {
      const inSummary = this.#open.at(-1)?.tag === "summary";
      if (withoutSigns(text).trim() !== "") html += inSummary ? text : `<p${this.#line(token)}>${text}</p>`;
      text = "";
    };
    const raw: string[] = [];
    for (const piece of readHtml(token.content)) {
      if (piece.type === "text") text += this.#inline.text(piece.text);
      else if (piece.type === "break") text += "<br>";
      else if (!piece.block && piece.type === "open") text += `<${raw[raw.push(piece.tag) - 1]}>`;
      else if (!piece.block) text += raw.at(-1) === piece.tag ? `</${raw.pop()}>` : "";
      else {
        while (raw.length > 0) text += `</${raw.pop()}>`;
        flush();
        html += piece.type === "open" ? this.#start(piece.tag) : this.#end(piece.tag);
      }
    }
    while (raw.length > 0) text += `</${raw.pop()}>`;
    flush();
    this.#inline.code("");
    return this.#open.at(-1)?.tag === "summary" ? html + this.#end("summary") : html;
  }

  /** A summary stands first in its details, and nowhere else. */
  #start(tag: string): string {
    const inner = this.#open.at(-1);
    if (inner?.tag === "summary" || (tag === "summary" && inner?.depth !== this.#depth)) return "";
    this.#open.push({ tag, depth: this.#depth });
    return `<${tag}>`;
  }

  #end(tag: string): string {
    const inner = this.#open.at(-1);
    if (inner?.tag !== tag || inner.depth !== this.#depth) return "";
    this.#open.pop();
    return `</${tag}>`;
  }

  /** Ends what was opened in containers that end. */
  #endOpen(): string {
    let html = "";
    while ((this.#open.at(-1)?.depth ?? this.#depth) > this.#depth) html += `</${this.#open.pop()?.tag}>`;
    return html;
  }
}

/** Index of the end of a table; tables hold no tables. */
function closeOf(tokens: readonly Token[], open: number): number {
  let close = open;
  while (close < tokens.length && tokens[close]?.type !== "table_close") close++;
  return close;
}

const startOf = (token: Token): string => {
  const start = Number(token.attrGet("start") ?? 1);
  return start === 1 || !Number.isSafeInteger(start) ? "" : ` start="${start}"`;
};

/** Whether an item begins with a box. */
function isTask(inline: Token | undefined): boolean {
  const first = splitSigns(inline?.type === "inline" ? inline.content.slice(0, 12) : "")[0];
  return typeof first === "object" && first.kind === "box";
}

function alignment(token: Token): string {
  const align = /^text-align:(left|center|right)$/.exec(String(token.attrGet("style") ?? ""))?.[1];
  return align === undefined ? "" : ` class="${align}"`;
}
