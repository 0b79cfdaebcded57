/**
 * A text from a document, safe on a terminal and in the log of a pipeline: one line, with control characters and text-direction
 * marks made visible as `�`, and no `##[command]` or `##vso[command]`, which runners obey wherever it stands in a line.
 */
export function printable(text: string): string {
  return text
    .replace(/\t/g, " ")
    .replace(/[\p{Cc}\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069]|\p{Cs}/gu, "\uFFFD")
    .replace(/##(?=\w*\[)/g, "#\uFFFD");
}

/** A path as it is printed: in quotes where it is not plainly a path, so that it never begins a line with a command (`::error`). */
export function printablePath(path: string): string {
  const shown = printable(path);
  const plain = shown === path && !/^[\s:#"]|::|\s$/.test(path);
  return plain ? path : `"${shown.replace(/["\\]/g, "\\$&")}"`;
}

/** How many columns a text takes on a terminal: wide characters and emoji two, combining marks none. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += widthOf(character);
  return width;
}

function widthOf(character: string): number {
  if (/^[\p{Mn}\p{Me}\p{Cf}]$/u.test(character)) return 0;
  return wide.test(character) ? 2 : 1;
}

const wide =
  /^[\u1100-\u115F\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\u9FFF\uA000-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]|\p{Emoji_Presentation}$/u;
