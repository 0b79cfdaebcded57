import type { JsonObject, JsonValue, Pointer } from "../../text/json.ts";
import { escapeHtml } from "../escape-html.ts";
import { mostListed, type PageContext } from "../page-context.ts";
import { keyTitle, kindTitle } from "../words.ts";
import { ManifestGates } from "./manifest-gates.ts";
import { ManifestTables } from "./manifest-tables.ts";
import { isList, isNothing, isObject, ManifestValues } from "./manifest-values.ts";

/** Keys that say what the file is, not what the release is. */
const formatKeys = new Set(["apiVersion", "kind"]);
const deepestHeading = 4;

/** A manifest as the document that it stands for: headings, tables and checklists, in the order of its keys. */
export function renderManifest(page: PageContext): string {
  return new ManifestRenderer(page).render();
}

class ManifestRenderer {
  readonly #page: PageContext;
  readonly #values: ManifestValues;
  readonly #gates: ManifestGates;
  readonly #tables: ManifestTables;

  constructor(page: PageContext) {
    this.#page = page;
    this.#values = new ManifestValues(page);
    this.#gates = new ManifestGates(page, this.#values);
    this.#tables = new ManifestTables(this.#values, this.#gates);
  }

  render(): string {
    const { value } = this.#page.document;
    const sections = Object.keys(value)
      .filter((key) => !formatKeys.has(key))
      .map((key) => this.#section(key, value[key]));
    const title = isObject(value.release) ? "" : this.#plainTitle();
    return `${this.#unreadable()}${title}${sections.join("")}`;
  }

  #section(key: string, value: JsonValue | undefined): string {
    if (key === "release" && isObject(value)) return this.#release(value);
    const at = [key];
    return this.#heading(at, 2) + this.#block(value, at, 3);
  }

  #plainTitle(): string {
    return `<h1>${escapeHtml(kindTitle(this.#page.document.kind))}</h1>`;
  }

  #release(release: JsonObject): string {
    const named = ["name", "id"].filter((key) => !isNothing(release[key]) && !isObject(release[key]));
    const title = named.map((key) => this.#values.inline(release[key], ["release", key])).join(" ");
    const heading =
      title === "" ? this.#plainTitle() : `<h1${this.#values.line(["release", named[0] ?? ""])}>${title}</h1>`;
    const { summary } = release;
    const lead = isNothing(summary)
      ? ""
      : `<p class="lead"${this.#values.line(["release", "summary"])}>${this.#values.inline(summary, ["release", "summary"])}</p>`;
    const facts = Object.keys(release).filter((key) => key !== "name" && key !== "summary");
    return heading + lead + this.#values.pairs(release, ["release"], facts);
  }

  #heading(pointer: Pointer, level: number): string {
    return `<h${level}${this.#values.line(pointer)}>${this.#values.title(pointer)}</h${level}>`;
  }

  /** Any value, with the room of a page. `level`: of the headings in it. */
  #block(value: JsonValue | undefined, pointer: Pointer, level: number): string {
    if (isList(value)) return this.#list(value, pointer, level);
    if (isObject(value)) return this.#map(value, pointer, level);
    return `<p${this.#values.line(pointer)}>${this.#values.inline(value, pointer)}</p>`;
  }

  #list(items: readonly JsonValue[], pointer: Pointer, level: number): string {
    if (items.length === 0) return '<p class="nothing">None.</p>';
    if (this.#gates.isList(items, pointer)) return this.#gates.list(items, pointer);
    if (isRollout(pointer)) return items.map((item, index) => this.#phase(item, [...pointer, index], level)).join("");
    const maps = items.filter(isObject);
    const simple = maps.some((item, index) => this.#values.named(item, [...pointer, index]) === undefined);
    if (maps.length === items.length && simple) return this.#tables.ofList(maps, pointer);
    const tag = pointer.at(-1) === "steps" || pointer.at(-1) === "order" ? "ol" : "ul";
    const lines = items.map((item, index) => {
      const at = [...pointer, index];
      return `<li${this.#values.line(at)}>${this.#values.inline(item, at)}</li>`;
    });
    return `<${tag}>${lines.join("")}</${tag}>`;
  }

  /** Neighbouring short values stand together; what is larger gets a heading. */
  #map(value: JsonObject, pointer: Pointer, level: number): string {
    const keys = Object.keys(value);
    const large = (key: string): boolean => isObject(value[key]) || (isList(value[key]) && value[key].length > 0);
    if (level > deepestHeading || keys.every((key) => !large(key))) return this.#values.pairs(value, pointer, keys);
    if (keys.length > 1 && keys.every((key) => isObject(value[key]))) {
      const columns = new Set(keys.flatMap((key) => Object.keys(value[key] ?? {})));
      if (columns.has("status")) return this.#tables.ofMap(value, pointer);
    }
    let html = "";
    let short: string[] = [];
    for (const key of keys) {
      if (!large(key)) {
        short.push(key);
        continue;
      }
      html += this.#values.pairs(value, pointer, short);
      short = [];
      html += this.#heading([...pointer, key], level) + this.#block(value[key], [...pointer, key], level + 1);
    }
    return html + this.#values.pairs(value, pointer, short);
  }

  /** A rollout phase: its share of the traffic beside its name, then what is watched and what stops it. */
  #phase(phase: JsonValue, pointer: Pointer, level: number): string {
    if (!isObject(phase)) return this.#block(phase, pointer, level);
    const heading = ["name", "traffic"]
      .filter((key) => !isNothing(phase[key]))
      .map((key) => this.#values.inline(phase[key], [...pointer, key]));
    const { gates } = phase;
    const pairs = Object.keys(phase).filter((key) => key !== "name" && key !== "traffic" && key !== "gates");
    const title = `<h${level}${this.#values.line(pointer)}>${heading.join(" – ") || keyTitle("phase")}</h${level}>`;
    const list = gates === undefined ? "" : this.#block(gates, [...pointer, "gates"], level + 1);
    return `<section class="phase">${title}${this.#values.pairs(phase, pointer, pairs)}${list}</section>`;
  }

  #unreadable(): string {
    const { document, anchors } = this.#page;
    const broken = document.problems.filter(({ rule }) => rule === "syntax/yaml" || rule === "syntax/limit");
    if (document.unreadable.length === 0 || broken.length === 0) return "";
    const items = broken.slice(0, mostListed).map(({ message, at }) => {
      const { start } = document.span(at);
      return `<li>${anchors.jumpTo(start, escapeHtml(message))} <span class="line">line ${anchors.number(start)}</span></li>`;
    });
    const left = broken.length - items.length;
    if (left > 0) items.push(`<li>${left} more are not listed on this page</li>`);
    return `<section class="notice" aria-label="Unreadable parts"><p>Parts of this document cannot be read, and are missing here:</p><ul>${items.join("")}</ul></section>`;
  }
}

const isRollout = (pointer: Pointer): boolean =>
  pointer.length === 2 && pointer[0] === "rollout" && pointer[1] === "phases";
