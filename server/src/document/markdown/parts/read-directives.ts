import { codeSpans } from "../../../text/markdown/code-spans.ts";
import type { Part, Span, Text } from "../../../text/place.ts";
import type { Directive } from "../../model.ts";

const directive = /<!--\s*release-docs-(disable-next-line|disable-file|disable|enable)(?![\w-])/g;
/** A longer comment is none. */
const longestWords = 2000;
const scopes: Readonly<Record<string, Directive["scope"]>> = {
  "disable-next-line": "next-line",
  "disable-file": "file",
  disable: "start",
  enable: "end",
};

/** `<!-- release-docs-disable-next-line RULE -- reason -->` and its kin in a run of the source; none from inline code. */
export function readDirectives(part: Part, run: Span): readonly Directive[] {
  const source = part.text.slice(run.start, run.end);
  if (!source.includes("release-docs-")) return [];
  const code = codeSpans(source);
  const found: Directive[] = [];
  let close = -1;
  let span = 0;
  for (const match of source.matchAll(directive)) {
    const scope = scopes[match[1] ?? ""];
    const from = match.index + match[0].length;
    if (close < from) close = source.indexOf("-->", from);
    if (close === -1) break;
    const words = source.slice(from, close);
    const end = close + 3;
    while ((code[span]?.end ?? source.length) < end) span++;
    if (scope === undefined || words.length > longestWords || (code[span]?.start ?? end) <= match.index) continue;
    const start = run.start + from;
    const dashes = /(?:^|\s)--(?=\s|$)/.exec(words);
    const reason = dashes === null ? "" : words.slice(dashes.index + dashes[0].length).trim();
    found.push({
      scope,
      rules: ruleNames(part, start, dashes === null ? words : words.slice(0, dashes.index)),
      ...(reason === "" ? {} : { reason }),
      at: { part, start: run.start + match.index, end: run.start + end },
    });
  }
  return found;
}

function ruleNames(part: Part, start: number, words: string): readonly Text[] {
  return [...words.matchAll(/[^\s,]+/g)].map((name) => ({
    value: name[0],
    at: { part, start: start + name.index, end: start + name.index + name[0].length },
  }));
}
