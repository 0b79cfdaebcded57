import { withoutCode } from "../../../text/markdown/code-spans.ts";
import type { Part, Span, Text } from "../../../text/place.ts";
import type { Reference } from "../../model.ts";

/** `[label](target)`, `![alt](target)` or `<https://…>`. */
export interface Link {
  readonly kind: Reference["kind"];
  readonly target: Text;
}

const label = /\[(?:[^[\]\\]|\\.|\[[^[\]]*\])*\]\([ \t]*/y;
const destination = /<([^<>\r\n]*)>|([^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*)/y;
const end = /(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s*\)/y;
const automatic = /<((?:https?|mailto|ftp):[^<>\s]+)>/g;

/** What a link leads to, by the look of its target. */
export function linkKind(target: string): Reference["kind"] {
  if (target.startsWith("#")) return "anchor";
  return /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(target) ? "url" : "file";
}

/** The links of a run of prose that say their target themselves, in order; none from inline code or comments. */
export function readLinks(part: Part, run: Span): readonly Link[] {
  const source = part.text.slice(run.start, run.end);
  if (!source.includes("](") && !source.includes("<")) return [];
  const prose = withoutCode(source);
  const links: Link[] = [];
  const add = (target: string, at: number): void => {
    if (target !== "") links.push(linkTo(part, { start: run.start + at, end: run.start + at + target.length }));
  };
  for (let open = prose.indexOf("["), next: number; open !== -1; open = prose.indexOf("[", next)) {
    const link = inlineAt(prose, open);
    if (link !== undefined) add(link.target, link.at);
    next = link?.end ?? open + 1;
  }
  for (const match of prose.matchAll(automatic)) add(match[1] ?? "", match.index + 1);
  return links.sort((a, b) => a.target.at.start - b.target.at.start);
}

/** The inline link whose label begins at an offset. What is tried at one bracket is not tried again at the next. */
function inlineAt(text: string, open: number): { target: string; at: number; end: number } | undefined {
  label.lastIndex = open;
  if (!label.test(text)) return undefined;
  destination.lastIndex = label.lastIndex;
  const match = destination.exec(text);
  if (match === null) return undefined;
  end.lastIndex = destination.lastIndex;
  if (!end.test(text)) return undefined;
  const target = match[1] ?? match[2] ?? "";
  return { target, at: match.index + (match[1] === undefined ? 0 : 1), end: end.lastIndex };
}

/** The link whose target stands at a span. */
export function linkTo(part: Part, span: Span): Link {
  const value = part.text.slice(span.start, span.end).replace(/\\([!-/:-@[-`{-~])/g, "$1");
  return { kind: linkKind(value), target: { value, at: { part, ...span } } };
}
