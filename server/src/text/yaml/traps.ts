import { keyAt } from "./key-at.ts";
import { holdsMasks, maskOf } from "./masks.ts";

/**
 * Where a text may hold one of YAML's traps: a value that begins with a character that YAML keeps for itself (`@bob`,
 * `> 1%`, `[Name] of it`), or that holds `: `. Offsets of the characters that stand in the way.
 */
export function trapsIn(text: string): readonly number[] {
  const found: number[] = [];
  for (let start = 0; start < text.length; ) {
    const next = text.indexOf("\n", start);
    const end = next === -1 ? text.length : next;
    trapsOfLine(text, start, text.charCodeAt(end - 1) === 13 ? end - 1 : end, found);
    start = end + 1;
  }
  return found;
}

/** The text with a stand-in for each character; `undefined` where that could be mistaken for its own. */
export function maskTraps(text: string, offsets: readonly number[]): string | undefined {
  if (holdsMasks(text)) return undefined;
  const pieces: string[] = [];
  let from = 0;
  for (const offset of [...new Set(offsets)].sort((a, b) => a - b)) {
    pieces.push(text.slice(from, offset), maskOf(text.charAt(offset)));
    from = offset + 1;
  }
  return pieces.join("") + text.slice(from);
}

const blockHeader = /^[|>](?:[-+][1-9]?|[1-9][-+]?)?\s*(?:\s#.*)?$/;

function trapsOfLine(text: string, start: number, end: number, found: number[]): void {
  let at = start;
  while (/[ ]/.test(text.charAt(at)) || (text.charAt(at) === "-" && text.charAt(at + 1) === " ")) at++;
  if (at >= end || text.charAt(at) === "#") {
    if (at > start && at < end) touchingComment(text, at, end, found);
    return;
  }
  const key = keyAt(text, at);
  if (key !== undefined) {
    at = key.colon + 1;
    while (text.charAt(at) === " ") at++;
  }
  const value = text.slice(at, end);
  if (value === "" || at >= end) return;
  if (value.startsWith("#")) touchingComment(text, at, end, found);
  else if (/^[@`%]/.test(value) || (/^[|>]/.test(value) && !blockHeader.test(value))) masksOf(value, at, 1, found);
  else if (/^\*(?:\S*\s+[^#\s]|[^\s*]*\*)/.test(value)) masksOf(value, at, 1, found);
  else if (/^[[{]/.test(value)) flowTraps(value, at, found);
  else if (/^["']/.test(value)) {
    const rest = value.slice(closingQuote(value) + 1);
    if (closingQuote(value) > 0 && /^\s*[^\s#:,\]}]/.test(rest)) masksOf(value, at, 1, found);
  } else if (key !== undefined && /^[^&!|>]/.test(value)) masksOf(value, at, 0, found);
}

/** The first characters of a value, and every colon in it that YAML would take for a key's. */
function masksOf(value: string, at: number, leading: number, found: number[]): void {
  for (let n = 0; n < leading; n++) found.push(at + n);
  const comment = value.search(/\s#/);
  const body = comment === -1 ? value : value.slice(0, comment);
  for (const colon of body.matchAll(/:(?=\s|$)/g)) found.push(at + colon.index);
}

/** `- #room` and `id: #1235`: a comment to YAML. Not where the value stands on the lines below. */
function touchingComment(text: string, at: number, end: number, found: number[]): void {
  if (text.charAt(at - 1) !== " " || !/^#[^\s]/.test(text.slice(at, at + 2))) return;
  const lineStart = text.lastIndexOf("\n", at - 1) + 1;
  if (text.slice(lineStart, at).trim() === "") return;
  const indent = /^ *(?:- +)*/.exec(text.slice(lineStart, at))?.[0].length ?? 0;
  const below = /(?:^|\n)( *)(- )?[^\s#]/.exec(text.slice(end, end + 2000));
  const column = below?.[1]?.length ?? -1;
  if (column > indent || (column === indent && below?.[2] !== undefined)) return;
  found.push(at);
}

/** Where the quote that opens a value is closed on its line; -1 where it is not. */
function closingQuote(value: string): number {
  const match = /^(?:'(?:[^']|'')*'(?!')|"(?:[^"\\]|\\.)*")/.exec(value);
  return match === null ? -1 : match[0].length - 1;
}

/** In a flow collection: what stands where an item begins. Behind one: the text that shows that it is none. */
function flowTraps(value: string, at: number, found: number[]): void {
  let depth = 0;
  let quote = "";
  for (let n = 0; n < value.length; n++) {
    const character = value.charAt(n);
    if (quote !== "") {
      if (character === quote) quote = "";
    } else if (/["']/.test(character) && /[[{,:\s]$/.test(value.slice(0, n))) quote = character;
    else if (/[[{]/.test(character)) depth++;
    else if (/[\]}]/.test(character)) {
      depth--;
      if (depth > 0) continue;
      if (/^\s*[^\s#:,\]}]/.test(value.slice(n + 1))) {
        found.splice(found.findLastIndex((offset) => offset < at) + 1);
        masksOf(value, at, 1, found);
      }
      return;
    } else if (/[@`%#>|]/.test(character) && /(?:[[{,]\s*|:\s+)$/.test(value.slice(Math.max(0, n - 20), n))) {
      if (/\S/.test(value.charAt(n + 1)) || character === ">") found.push(at + n);
    }
  }
}
