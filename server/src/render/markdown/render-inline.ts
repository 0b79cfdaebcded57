import type { Token } from "markdown-it";
import { escapeHtml } from "../escape-html.ts";
import { findingAttributes, type Mark, wrapMarked } from "../marks.ts";
import type { PageContext } from "../page-context.ts";
import { safeHref } from "../safe-link.ts";
import { readHtml } from "./allowed-html.ts";
import { hasSigns, splitSigns, withoutSigns } from "./signs.ts";

interface OpenElement {
  readonly tag: string;
  /** Written as HTML by the author; such an element ends with what encloses it. */
  readonly raw: boolean;
  /** False for a link whose address is not allowed. */
  readonly shown: boolean;
}

const elements: Readonly<Record<string, string>> = { em: "em", strong: "strong", s: "s", link: "a" };

/** Renders what stands within a block. Marks run on from text to text, and end with the block. */
export class InlineRenderer {
  readonly #page: PageContext;
  readonly #boxes: readonly string[];
  readonly #active = new Set<number>();

  constructor(page: PageContext, boxes: readonly string[]) {
    this.#page = page;
    this.#boxes = boxes;
  }

  render(tokens: readonly Token[]): string {
    const open: OpenElement[] = [];
    let html = "";
    tokens.forEach((token, index) => {
      html += token.type === "softbreak" && isField(tokens, index + 1) ? "<br>\n" : this.#token(token, open);
    });
    while (open.length > 0) html += endOf(open.pop());
    this.#active.clear();
    return html;
  }

  /** A text of one block that is no Markdown: code, or raw HTML that is shown as it stands. */
  code(text: string): string {
    const html = this.text(text);
    this.#active.clear();
    return html;
  }

  /** Escapes a text; its signs become boxes and marks. */
  text(text: string): string {
    if (this.#active.size === 0 && !hasSigns(text)) return escapeHtml(text);
    let html = "";
    for (const part of splitSigns(text)) {
      if (typeof part === "string") html += wrapMarked(escapeHtml(part), this.#marks(), this.#page.findings);
      else if (part.kind === "box") html += this.#boxes[part.index] ?? "";
      else if (part.kind === "open") this.#active.add(part.index);
      else if (part.kind === "close") this.#active.delete(part.index);
    }
    return html;
  }

  #marks(): readonly Mark[] {
    return [...this.#active].flatMap((index) => this.#page.marks[index] ?? []);
  }

  #token(token: Token, open: OpenElement[]): string {
    switch (token.type) {
      case "softbreak":
        return "\n";
      case "hardbreak":
        return "<br>\n";
      case "code_inline":
        return `<code>${this.text(token.content)}</code>`;
      case "html_inline":
        return this.#html(token.content, open);
      case "image":
        return this.#image(token);
      case "link_open":
        return this.#linkStart(token, open);
      case "em_open":
      case "strong_open":
      case "s_open":
        return this.#start(elements[token.tag] ?? "span", open);
      case "link_close":
      case "em_close":
      case "strong_close":
      case "s_close":
        return endNearest(open);
      default:
        return this.text(token.content);
    }
  }

  #start(tag: string, open: OpenElement[]): string {
    open.push({ tag, raw: false, shown: true });
    return `<${tag}>`;
  }

  #linkStart(token: Token, open: OpenElement[]): string {
    const target = attribute(token, "href");
    const href = safeHref(withoutSigns(target));
    open.push({ tag: "a", raw: false, shown: href !== undefined });
    return href === undefined ? "" : `<a href="${href}"${this.#findingsIn(target)}>`;
  }

  /** Findings at the address of a link mark the link. */
  #findingsIn(target: string): string {
    const indexes = splitSigns(target).flatMap((part) => {
      if (typeof part === "string" || part.kind !== "open") return [];
      return this.#page.marks[part.index]?.finding ?? [];
    });
    return findingAttributes(indexes, this.#page.findings);
  }

  /** Nothing is loaded for a page: an image is a link to itself. */
  #image(token: Token): string {
    const target = attribute(token, "src");
    const words = withoutSigns(token.content).trim();
    const text = escapeHtml(words === "" ? "Image" : `Image: ${words}`);
    const href = safeHref(withoutSigns(target));
    if (href === undefined) return `<span class="image">${text}</span>`;
    return `<a class="image" href="${href}">${text}</a>`;
  }

  #html(source: string, open: OpenElement[]): string {
    let html = "";
    for (const piece of readHtml(source)) {
      if (piece.type === "text") html += this.text(piece.text);
      else if (piece.type === "break") html += "<br>";
      else if (piece.block) html += this.text(source);
      else if (piece.type === "open") {
        open.push({ tag: piece.tag, raw: true, shown: true });
        html += `<${piece.tag}>`;
      } else if (open.at(-1)?.raw === true && open.at(-1)?.tag === piece.tag) html += endOf(open.pop());
    }
    return html;
  }
}

/** Whether `**Label:**` stands there: fields that an author writes below each other stay so. */
function isField(tokens: readonly Token[], index: number): boolean {
  const words = tokens.slice(index, index + 9).filter(({ type, content }) => type !== "text" || content !== "");
  if (words[0]?.type !== "strong_open") return false;
  const close = words.findIndex(({ type }) => type === "strong_close");
  return /:\s*$/.test(words[close - 1]?.content ?? "") || /^\s*:/.test(words[close + 1]?.content ?? "");
}

/** Ends the innermost element that Markdown opened, and what an author left open in it. */
function endNearest(open: OpenElement[]): string {
  let html = "";
  for (let element = open.pop(); element !== undefined; element = open.pop()) {
    html += endOf(element);
    if (!element.raw) return html;
  }
  return html;
}

const endOf = (element: OpenElement | undefined): string =>
  element === undefined || !element.shown ? "" : `</${element.tag}>`;

const attribute = (token: Token, name: string): string => String(token.attrGet(name) ?? "");
