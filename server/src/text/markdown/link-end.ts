/** As deep as CommonMark lets parentheses nest in a target. */
const deepestTarget = 32;
const longestLabel = 1000;

/**
 * Where a link ends whose label closes before an offset: after `(target "title")`, or after `[reference]`. `undefined` when
 * neither stands there.
 */
export function linkEnd(source: string, at: number): number | undefined {
  if (source[at] === "(") return inlineEnd(source, at + 1);
  if (source[at] !== "[") return undefined;
  const close = source.indexOf("]", at + 1);
  if (close === -1 || close - at > longestLabel || /^[ xX]$/.test(source.slice(at + 1, close))) return undefined;
  return close + 1;
}

function inlineEnd(source: string, start: number): number | undefined {
  const target = targetEnd(source, skipBlank(source, start));
  if (target === undefined) return undefined;
  let at = skipBlank(source, target);
  const quote = at > target || target === start ? source[at] : undefined;
  if (quote === '"' || quote === "'" || quote === "(") {
    const end = titleEnd(source, at + 1, quote === "(" ? ")" : quote);
    if (end === undefined) return undefined;
    at = skipBlank(source, end);
  }
  return source[at] === ")" ? at + 1 : undefined;
}

function skipBlank(source: string, from: number): number {
  let at = from;
  while (source[at] === " " || source[at] === "\t" || source[at] === "\n" || source[at] === "\r") at++;
  return at;
}

/** The end of a target: `<…>`, or a run without blanks whose parentheses match. */
function targetEnd(source: string, start: number): number | undefined {
  if (source[start] === "<") {
    for (let at = start + 1; at < source.length; at++) {
      const character = source[at];
      if (character === ">") return at + 1;
      if (character === "<" || character === "\n" || character === "\r") return undefined;
      if (character === "\\") at++;
    }
    return undefined;
  }
  let depth = 0;
  for (let at = start; at < source.length; at++) {
    const code = source.charCodeAt(at);
    if (code <= 32) return depth === 0 ? at : undefined;
    if (code === 92) at++;
    else if (code === 40 && ++depth > deepestTarget) return undefined;
    else if (code === 41 && --depth < 0) return at;
  }
  return undefined;
}

function titleEnd(source: string, start: number, close: string): number | undefined {
  for (let at = start; at < source.length; at++) {
    if (source[at] === close) return at + 1;
    if (source[at] === "(" && close === ")") return undefined;
    if (source[at] === "\\") at++;
  }
  return undefined;
}
