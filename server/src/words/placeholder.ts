import { codeSpans } from "../text/markdown/code-spans.ts";
import type { Span } from "../text/place.ts";
import { isOptionList } from "../text/values/option-list.ts";
import { expression, textHas, textIs, textStarts } from "./lists.ts";

const isLabel = textIs("bracketLabels");
const asksForOne = textIs("bracketBlanks");
const isNote = textHas("bracketNotes");
const isDone = textStarts("bracketDone");
/** `Subject: [Shop] Release 1.2 tonight`: the tag of a mail. */
const isMailTag = expression((either) => `${either("mailSubject")}\\W{0,8}$`);
const toBeDecided = expression((either) => `(?<![\\w/-])${either("toBeDecided")}(?![\\w/-])`, "g");

const bracketed = /(?<![\]!\\$])(?<emphasis>[_*]{0,2})\[(?<content>[^[\]\n]{1,200})\]\k<emphasis>(?![([])/g;
const versionBlank = /(?<![\w.])(?:v?X\.Y(?:\.[ZW])?|vX\.[Yx]\.\w)(?![\w])/g;
const dateBlank = /(?<![\w-])YYYY[-/.]MM[-/.]DD(?:[ T]HH:MM(?::SS)?(?: ?(?:TZ|UTC))?)?(?![\w-]|\)? format)/g;
const moustache = /(?<!\$)\{\{[^{}\n]{1,100}\}\}/g;
const underscores = /(?<![\w_])_{3,}(?![\w_])/g;
const link = /\[[^[\]\n]*\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|<[^<>\s][^<>\n]*>/g;

/** Whether the words in a bracket stand for something that the author must still write. */
function isBlankInProse(content: string, before: string): boolean {
  if (/^v?X\.Y/.test(content)) return true;
  if (/\w$/.test(before)) return false;
  if (content.trim() === "" || content !== content.trim()) return false;
  if (!/\p{L}/u.test(content) || /^[\^!#$]/.test(content)) return false;
  if (/^[A-Z]{2}[A-Z0-9]*-\d+$/.test(content) || /^\d{1,2}:\d{2}/.test(content)) return false;
  if (isNote(content) || (isDone(content) && /\d/.test(content))) return false;
  if (content.includes("://") || isMailAddress(content)) return false;
  if (/^[a-z][a-z0-9_.-]*$/.test(content) && !asksForOne(content)) return false;
  return !isLabel(content);
}

function isMailAddress(content: string): boolean {
  const at = content.indexOf("@", 1);
  const dot = content.lastIndexOf(".");
  return at !== -1 && dot > at + 1 && /^\w+$/.test(content.slice(dot + 1)) && !/\s/.test(content);
}

/** In code only words with a space between them can be told from indexes, tests and globs. */
function isBlankInCode(content: string, before: string): boolean {
  if (/^v?X\.Y/.test(content)) return true;
  if (/[\w"')\]]$/.test(before)) return false;
  if (/\b(?:for|in|if|is|not|and)\b/.test(content)) return false;
  return /^[A-Za-z][\w'./&-]*(?: [\w'./&-]+)+$/.test(content) && isBlankInProse(content, before);
}

function collect(text: string, offset: number, mode: "prose" | "code", found: Span[]): void {
  const add = (pattern: RegExp): void => {
    for (const match of text.matchAll(pattern)) {
      found.push({ start: offset + match.index, end: offset + match.index + match[0].length });
    }
  };
  for (const match of text.matchAll(bracketed)) {
    const content = match.groups?.content ?? "";
    const before = text.slice(Math.max(0, match.index - 20), match.index);
    if (isMailTag().test(before) || !(mode === "prose" ? isBlankInProse : isBlankInCode)(content, before)) continue;
    const version = /v$/.test(before) && /^X\.Y/.test(content) ? 1 : 0;
    found.push({ start: offset + match.index - version, end: offset + match.index + match[0].length });
  }
  add(versionBlank);
  if (mode === "code") return;
  add(dateBlank);
  add(moustache);
  add(toBeDecided());
  if (/[^_\s]/.test(text)) add(underscores);
}

/** Drops what lies inside an earlier, larger one: `[Release date: YYYY-MM-DD]` is one blank. */
function outermost(spans: readonly Span[]): readonly Span[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Span[] = [];
  let end = -1;
  for (const span of sorted) {
    if (span.start < end) continue;
    kept.push(span);
    end = span.end;
  }
  return kept;
}

const worthALook = expression((_, behind) => `[[{]|___|X\\.Y|vX\\.|YYYY|${behind("toBeDecided")}`, "");

/**
 * Where a line of text still holds a blank to be filled: `[Name/Role]`, `_[Name]_`, `YYYY-MM-DD`, `{{DATE}}`, `TBD`,
 * `vX.Y.Z`, `___`. Offsets count from the start of `text`; spans come in order and do not overlap.
 *
 * In `prose`, inline code is read as `code`, and Markdown links, task boxes, footnotes, times (`[10:05]`) and labels
 * (`[WIP]`) are none. In `code`, only `vX.Y.Z` and bracketed words with spaces count. Reference links are the reader's to
 * take out: they need the document's definitions.
 */
export function findPlaceholders(text: string, mode: "prose" | "code"): readonly Span[] {
  if (!worthALook().test(text)) return [];
  const found: Span[] = [];
  if (mode === "code") {
    collect(text, 0, "code", found);
    return outermost(found);
  }
  const blank = (part: string): string => " ".repeat(part.length);
  let prose = "";
  let at = 0;
  for (const code of codeSpans(text)) {
    prose += text.slice(at, code.start) + blank(text.slice(code.start, code.end));
    if (!isMailTag().test(text.slice(Math.max(0, code.start - 20), code.start)))
      collect(text.slice(code.start, code.end), code.start, "code", found);
    at = code.end;
  }
  prose += text.slice(at);
  collect(prose.replace(link, blank), 0, "prose", found);
  return outermost(found);
}

/** True when nothing but blanks stands in a value: `[Name/Role]`, `v[X.Y.Z]`, `_[Date]_`, `TBD`, `[A] / [B]`. */
export function isPlaceholder(value: string): boolean {
  const spans = findPlaceholders(value, "prose");
  if (spans.length === 0) return false;
  let rest = "";
  let at = 0;
  for (const { start, end } of spans) {
    rest += value.slice(at, start);
    at = end;
  }
  rest += value.slice(at);
  return !/[\p{L}\p{N}@#]/u.test(rest.replace(/\bv\b/g, ""));
}

/** Nobody writes a longer blank. */
const longestBlank = 2000;

/** Whether a value is still to be filled or chosen. */
export const isBlank = (value: string): boolean =>
  !value.includes("```") && value.length <= longestBlank && (isOptionList(value) || isPlaceholder(value));
