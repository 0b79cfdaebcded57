import type { Part } from "../text/place.ts";
import type { Problem } from "./model.ts";

interface Strange {
  readonly pattern: RegExp;
  readonly message: (count: number) => string;
  readonly replacement?: string;
  readonly repair?: string;
}

const more = (count: number): string => (count > 1 ? `, and ${count - 1} more in this file` : "");

const strange: readonly Strange[] = [
  {
    pattern: /\r(?!\n)/g,
    message: (count) =>
      `A carriage return without a line feed stands here${more(count)}: a line ends here to some tools and not to others; write a line break`,
    replacement: "\n",
    repair: "Write a line break",
  },
  {
    pattern: /[\v\f\u2028\u2029]|(?<![\u0080-\u00FF])\u0085/g,
    message: (count) =>
      `A character that ends a line to some tools and not to others stands here${more(count)}: write a line break`,
    replacement: "\n",
    repair: "Write a line break",
  },
  {
    pattern: /(?![\t-\r\u0080-\u009F])\p{Cc}/gu,
    message: (count) => `A control character stands here${more(count)}, which nobody sees: remove it`,
    replacement: "",
    repair: "Remove it",
  },
  {
    pattern: /\uFFFD/g,
    message: (count) => `A character could not be read here${more(count)}: write it again, and save the file as UTF-8`,
  },
];

/** Whether parts that were looked at hold anything strange. A part that stands is not looked at again. */
const looked = new WeakMap<Part, boolean>();

function isStrange(part: Part): boolean {
  const known = looked.get(part);
  if (known !== undefined) return known;
  const found = strange.some(({ pattern }) => part.text.search(pattern) !== -1);
  looked.set(part, found);
  return found;
}

/**
 * What a text holds that is no text: lone carriage returns and other odd ends of lines, control characters, what could not
 * be decoded. One problem for each sort, at the first of them.
 *
 * @param parts Cover the text exactly, and may have a line feed where the text has a lone carriage return.
 */
export function textProblems(text: string, parts: readonly Part[]): readonly Problem[] {
  if (!text.includes("\r") && !parts.some(isStrange)) return [];
  return strange.flatMap(({ pattern, message, ...repair }) => {
    const [first, ...others] = text.match(pattern) ?? [];
    if (first === undefined) return [];
    const at = placeAt(parts, text.search(pattern), first.length);
    return at === undefined
      ? []
      : [{ rule: "syntax/hidden", severity: "warning", at, message: message(others.length + 1), ...repair }];
  });
}

function placeAt(parts: readonly Part[], offset: number, length: number): Problem["at"] | undefined {
  let start = offset;
  for (const part of parts) {
    if (start < part.text.length) return { part, start, end: start + length };
    start -= part.text.length;
  }
  return undefined;
}
