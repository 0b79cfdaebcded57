import { invisible, isSeen } from "../values/invisible.ts";
import { codeSpans } from "./code-spans.ts";
import { htmlTagAt } from "./html-tag.ts";
import { linkEnd } from "./link-end.ts";

/** What must stand in a text in which something is not seen. */
const worthALook = new RegExp(`[<&]|\\][([]|\\{[ \\t]?[#.:]|${invisible.source}`, "u");

const entity = /&(?:#x0{0,7}([0-9a-f]{1,6})|#0{0,7}(\d{1,7})|([a-z]{2,20}));/iy;
const blankEntities = new Set(
  "nbsp ensp emsp thinsp hairsp numsp puncsp shy zwj zwnj lrm rlm nobreak zerowidthspace af it ic applyfunction invisibletimes invisiblecomma tab newline".split(
    " ",
  ),
);
/** `{#anchor}`, `{.class}`: attributes to many renderers. */
const attributes = /\{[ \t]?[#.:][^{}\r\n]{0,200}\}/y;
const showsNothing = new RegExp(`^(?:${invisible.source}|\\s)$`, "u");

/**
 * A text of Markdown with blanks for all that its rendering does not show: comments, tags with their attributes, what stands
 * in a hidden element, targets and titles of links, images with their alternative text, labels of references, invisible
 * characters. Of equal length, so that offsets stay; inline code is shown as it stands. Linear.
 */
export function seenOnly(source: string): string {
  return worthALook.test(source) ? new Blanker(source).blanked() : source;
}

/** Elements that show nothing without words in them; others may be the author's blanks: `<owner>`. */
const silent = new Set(
  "a b bdi bdo big br center del div em font i ins kbd mark p s small span strong sub sup u wbr".split(" "),
);

/**
 * Whether a reader sees anything where this Markdown is rendered: the one place that says so of labels, values, cells, items and
 * steps. Pictures are seen, and so are blanks to be filled (`<owner>`).
 */
export function showsText(source: string): boolean {
  // Nothing before it can hide what comes first.
  if (/^[A-Za-z0-9]/.test(source)) return true;
  return isSeen(worthALook.test(source) ? new Blanker(source, true).blanked() : source);
}

class Blanker {
  readonly #source: string;
  /** Pictures, and tags that may be words, are left as they stand. */
  readonly #lenient: boolean;
  /** How many hidden stretches begin (or, counted down, end) at each offset. */
  readonly #edges: Int32Array;
  /** Brackets that are open. */
  readonly #open: number[] = [];
  /** From where on no comment ends. */
  readonly #lastComment: number;

  constructor(source: string, lenient = false) {
    this.#source = source;
    this.#lenient = lenient;
    this.#edges = new Int32Array(source.length + 1);
    this.#lastComment = source.lastIndexOf("-->");
  }

  blanked(): string {
    const source = this.#source;
    const codes = codeSpans(source);
    let code = 0;
    for (let at = 0; at < source.length; ) {
      while ((codes[code]?.end ?? source.length + 1) <= at) code++;
      const span = codes[code];
      at = span !== undefined && at >= span.start ? span.end : this.#take(at);
    }
    let shown = "";
    let depth = 0;
    let from = 0;
    this.#edges.forEach((edge, at) => {
      if (edge === 0 && at < source.length) return;
      const stretch = source.slice(from, at);
      shown += depth > 0 ? stretch.replace(/[^\r\n]/g, " ") : stretch;
      depth += edge;
      from = at;
    });
    return shown;
  }

  /** Looks at one offset; answers the next to look at. */
  #take(at: number): number {
    const source = this.#source;
    const code = source.charCodeAt(at);
    switch (code) {
      case 38:
        return this.#hide(at, this.#blankEntityEnd(at));
      case 60:
        return this.#hide(at, this.#markupEnd(at));
      case 91:
        this.#open.push(at);
        return at + 1;
      case 92:
        return at + 2;
      case 93:
        return this.#closeBracket(at);
      case 123:
        attributes.lastIndex = at;
        return this.#hide(at, attributes.test(source) ? attributes.lastIndex : at);
      default:
        return this.#character(at, code);
    }
  }

  #character(at: number, code: number): number {
    if (code > 31 && code < 127) return at + 1;
    const character = String.fromCodePoint(this.#source.codePointAt(at) ?? code);
    const end = at + character.length;
    return showsNothing.test(character) ? this.#hide(at, end) : end;
  }

  /** Answers where to go on; an empty stretch is one character that is shown. */
  #hide(start: number, end: number): number {
    if (end <= start) return start + 1;
    const last = Math.min(end, this.#source.length);
    this.#edges[start] = (this.#edges[start] ?? 0) + 1;
    this.#edges[last] = (this.#edges[last] ?? 0) - 1;
    return last;
  }

  /** The end of a comment, or of a tag with what it hides; `at` when none begins there. */
  #markupEnd(at: number): number {
    if (this.#source.startsWith("<!--", at)) {
      return at + 4 > this.#lastComment ? at : this.#source.indexOf("-->", at + 4) + 3;
    }
    const tag = htmlTagAt(this.#source, at);
    if (tag === undefined || (this.#lenient && tag.hiddenEnd === undefined && !silent.has(tag.name))) return at;
    return tag.hiddenEnd ?? tag.end;
  }

  #blankEntityEnd(at: number): number {
    entity.lastIndex = at;
    const match = entity.exec(this.#source);
    if (match === null) return at;
    const [{ length }, hex, decimal, name = ""] = match;
    if (hex === undefined && decimal === undefined) return blankEntities.has(name.toLowerCase()) ? at + length : at;
    const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return point > 0x10ffff || showsNothing.test(String.fromCodePoint(point)) ? at + length : at;
  }

  /** `[label](target "title")` shows its label, `![words](target)` nothing, `[label][reference]` its label. */
  #closeBracket(at: number): number {
    const open = this.#open.pop();
    const end = open === undefined ? undefined : linkEnd(this.#source, at + 1);
    if (open === undefined || end === undefined) return at + 1;
    const image = this.#source[open - 1] === "!" && this.#source[open - 2] !== "\\";
    if (image) return this.#lenient ? end : this.#hide(open - 1, end);
    this.#hide(open, open + 1);
    return this.#hide(at, end);
  }
}
