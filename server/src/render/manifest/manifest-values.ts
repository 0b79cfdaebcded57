import type { JsonObject, JsonValue, Pointer } from "../../text/json.ts";
import type { Span } from "../../text/place.ts";
import { escapeHtml } from "../escape-html.ts";
import { findingAttributes, type Mark, marksWithin, wrapMarked } from "../marks.ts";
import type { PageContext } from "../page-context.ts";
import { linkified, linkTo } from "../safe-link.ts";
import { keyTitle } from "../words.ts";

export const isObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const isList = (value: JsonValue | undefined): value is readonly JsonValue[] => Array.isArray(value);

/** Nothing is written there. */
export const isNothing = (value: JsonValue | undefined): boolean =>
  value === undefined || value === null || value === "" || (isList(value) && value.length === 0);

/** Keys whose values a machine reads. */
const codeKeys = new Set(["command", "script", "flag", "revert", "forward", "backward"]);
const nameKeys = ["name", "title", "id", "role"];

/** Shows the values of a manifest within a line or a cell; knows where each stands in the source. */
export class ManifestValues {
  readonly #page: PageContext;
  /** Spans of values that name a file of the workspace. */
  readonly #files: ReadonlySet<string>;

  constructor(page: PageContext) {
    this.#page = page;
    const { document } = page;
    this.#files = new Set(
      document.references.flatMap(({ kind, at }) => (kind === "file" ? [spanKey(document.span(at))] : [])),
    );
  }

  /** Attributes for the element that shows the line of a value (of its key, where it has one). */
  line(pointer: Pointer): string {
    const { key, value } = this.#page.document.placeOf(pointer);
    return this.#page.anchors.atOffset(this.#page.document.span(key ?? value).start);
  }

  /** What a key is called, marked where a finding stands at it. */
  title(pointer: Pointer): string {
    const words = escapeHtml(keyTitle(String(pointer.at(-1) ?? "")));
    const { key } = this.#page.document.placeOf(pointer);
    if (key === undefined) return words;
    const found = marksWithin(this.#page.marks, this.#page.document.span(key)).flatMap(({ finding }) => finding ?? []);
    const attributes = findingAttributes(found, this.#page.findings);
    return attributes === "" ? words : `<span${attributes}>${words}</span>`;
  }

  /** Any value, as it fits a cell: texts with links and marks, lists as lists, maps as pairs. */
  inline(value: JsonValue | undefined, pointer: Pointer): string {
    if (value === undefined || value === null || value === "") return '<span class="nothing">–</span>';
    if (isList(value)) {
      if (value.length === 1 || isEnumeration(value)) {
        return value.map((item, index) => this.inline(item, [...pointer, index])).join(", ");
      }
      return `<ul>${value.map((item, index) => `<li>${this.inline(item, [...pointer, index])}</li>`).join("")}</ul>`;
    }
    if (!isObject(value)) return this.#scalar(value, pointer);
    return this.named(value, pointer) ?? this.pairs(value, pointer, Object.keys(value));
  }

  /** Some entries of a map, as a list of terms and values. */
  pairs(value: JsonObject, pointer: Pointer, keys: readonly string[]): string {
    const rows = keys.map((key) => {
      const at = [...pointer, key];
      return `<div${this.line(at)}><dt>${this.title(at)}</dt><dd>${this.inline(value[key], at)}</dd></div>`;
    });
    return rows.length === 0 ? "" : `<dl class="pairs">${rows.join("")}</dl>`;
  }

  /** A map that only has a name and an address, or a name and one sentence; `undefined` for any other. */
  named(value: JsonObject, pointer: Pointer): string | undefined {
    const keys = Object.keys(value);
    const name = nameKeys.find((key) => typeof value[key] === "string");
    if (name === undefined || keys.length > 2) return undefined;
    const other = keys.find((key) => key !== name);
    if (other === undefined) return this.linkedName(value, pointer, name);
    if (other === "url") return this.linkedName(value, pointer, name);
    if (other !== "description" && other !== "channel" && other !== "contact") return undefined;
    const words = this.inline(value[other], [...pointer, other]);
    return `<strong>${this.inline(value[name], [...pointer, name])}</strong>: ${words}`;
  }

  /** What names an item; a link where the item has an address. */
  linkedName(value: JsonObject, pointer: Pointer, name: string): string {
    const { url } = value;
    if (typeof url !== "string" || isObject(value[name]) || isList(value[name])) {
      return this.inline(value[name], [...pointer, name]);
    }
    return linkTo(url, this.#text(this.#words(value[name], [...pointer, name]), [...pointer, name], escapeHtml));
  }

  #scalar(value: string | number | boolean, pointer: Pointer): string {
    const key = pointer.findLast((step) => typeof step === "string");
    const text = this.#words(value, pointer);
    if (typeof value === "boolean") return this.#text(value ? "Yes" : "No", pointer, escapeHtml);
    if (codeKeys.has(String(key))) return `<code>${this.#text(text, pointer, escapeHtml)}</code>`;
    if (this.#files.has(spanKey(this.#span(pointer)))) return linkTo(text, this.#text(text, pointer, escapeHtml));
    return text
      .split(/\n+/)
      .filter((line) => line.trim() !== "")
      .map((line) => this.#text(line, pointer, linkified))
      .join("<br>");
  }

  /** Numbers as they were written: `2.10` is not 2.1. */
  #words(value: JsonValue | undefined, pointer: Pointer): string {
    if (typeof value === "string") return value;
    const { start, end } = this.#span(pointer);
    const source = this.#page.document.text.slice(start, end);
    return typeof value === "number" && /^[\w.+-]+$/.test(source) ? source : String(value ?? "");
  }

  #span(pointer: Pointer): Span {
    return this.#page.document.span(this.#page.document.placeOf(pointer).value);
  }

  /** A text with its placeholders marked; findings at the value mark the whole of it. */
  #text(text: string, pointer: Pointer, toHtml: (text: string) => string): string {
    const within = marksWithin(this.#page.marks, this.#span(pointer));
    if (within.length === 0) return toHtml(text);
    const findings = within.filter(({ finding }) => finding !== undefined);
    return wrapMarked(this.#placeholders(text, within, toHtml), findings, this.#page.findings);
  }

  #placeholders(text: string, marks: readonly Mark[], toHtml: (text: string) => string): string {
    let html = "";
    let at = 0;
    for (const mark of marks) {
      if (mark.finding !== undefined) continue;
      const words = this.#page.document.text.slice(mark.start, mark.end);
      const found = text.indexOf(words, at);
      if (found === -1) continue;
      html += toHtml(text.slice(at, found)) + wrapMarked(escapeHtml(words), [mark], []);
      at = found + words.length;
    }
    return html + toHtml(text.slice(at));
  }
}

/** A few handles or words, better read in one line. */
const isEnumeration = (items: readonly JsonValue[]): boolean =>
  items.length <= 4 && items.every((item) => typeof item === "string" && item.length <= 24 && /^[^\s,]+$/.test(item));

const spanKey = ({ start, end }: Span): string => `${start}:${end}`;
