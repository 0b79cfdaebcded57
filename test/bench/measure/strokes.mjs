/** Where a benchmark types: the places of an input that a person might edit. */
export const places = ["middle", "first item", "new line"];

/**
 * Typing at one place: each call of `next` is one keystroke. A character is inserted, another one each time, and the next
 * keystroke deletes it, so that the text stays what it was, and no two texts with a character in it are equal.
 *
 * @param {string} text
 * @param {string} place one of `places`
 */
export function createTypist(text, place) {
  const offset = offsetOf(text, place);
  const letters = place === "new line" ? ["\n"] : [..."abcdefghijklmnopqrstuvwxyz"];
  const line = text.slice(0, offset).split("\n").length - 1;
  const character = offset - (text.lastIndexOf("\n", offset - 1) + 1);
  let typed = 0;
  return {
    /** The line that is typed in, from 0. */
    line,
    /** The change of one keystroke (as LSP has it), and the whole text after it. */
    next() {
      const insert = typed % 2 === 0;
      const letter = letters[(typed >> 1) % letters.length];
      typed++;
      const start = { line, character };
      const behind = letter === "\n" ? { line: line + 1, character: 0 } : { line, character: character + 1 };
      return {
        text: insert ? text.slice(0, offset) + letter + text.slice(offset) : text,
        change: { range: { start, end: insert ? start : behind }, text: insert ? letter : "" },
      };
    },
  };
}

function offsetOf(text, place) {
  // A scalar of YAML or JSON, or a gate of Markdown, that begins with a word.
  const prose = /^ *(?:(?:- )?"?(?:title|gate|step|risk|mitigation)"?: "?|- \[[ x]\] )[A-Z][a-z]/gm;
  prose.lastIndex = place === "first item" ? 0 : text.length >> 1;
  const found = prose.exec(text);
  if (found === null) throw new Error("the input has nothing to type in");
  if (place !== "new line") return prose.lastIndex;
  return text.indexOf("\n", prose.lastIndex) + 1;
}
