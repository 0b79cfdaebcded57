/** Where a cursor stands in a flow collection. */
export interface FlowCursor {
  readonly where: "node" | "key" | "value";
  /** From the collection to the map (`node`, `key`) or the value. */
  readonly steps: readonly (string | number)[];
  readonly name?: string;
  /** Keys of the same map that stand before the cursor. */
  readonly siblings: readonly string[];
  /** What of the word stands before the cursor, and what after it. */
  readonly partial: string;
  readonly rest: string;
  readonly quote?: '"' | "'";
  readonly closed: boolean;
}

interface Level {
  readonly map: boolean;
  readonly keys: string[];
  /** The key whose value is being written. */
  key: string | undefined;
  index: number;
}

/** Reads a flow collection up to the cursor; `before` begins with its bracket, `after` is the rest of the line. */
export function readFlow(before: string, after: string): FlowCursor {
  const levels: Level[] = [];
  let word = "";
  let quote: '"' | "'" | undefined;
  const take = (): void => {
    word = "";
  };
  for (let at = 0; at < before.length; at++) {
    const character = before[at] ?? "";
    const level = levels.at(-1);
    if (quote !== undefined) {
      if (character === quote) quote = undefined;
      word += character;
    } else if ((character === '"' || character === "'") && word.trim() === "") {
      quote = character;
      word = character;
    } else if (character === "{" || character === "[") {
      levels.push({ map: character === "{", keys: [], key: undefined, index: 0 });
      take();
    } else if (character === "}" || character === "]") {
      levels.pop();
      take();
    } else if (character === "," && level !== undefined) {
      level.index++;
      level.key = undefined;
      take();
    } else if (
      character === ":" &&
      level?.map === true &&
      level.key === undefined &&
      /^(?:\s|$)/.test(before[at + 1] ?? "")
    ) {
      level.key = nameOf(word);
      level.keys.push(level.key);
      take();
    } else if (character === "\n") take();
    else if (word !== "" || !/\s/.test(character)) word += character;
  }
  return cursorIn(levels, word, quote, after);
}

function cursorIn(levels: readonly Level[], word: string, quote: '"' | "'" | undefined, after: string): FlowCursor {
  const inner = levels.at(-1);
  const outer = levels.slice(0, -1).map(({ map, key, index }) => (map ? (key ?? "") : index));
  const rest = quote === undefined ? (/^[^,\]}#:]*/.exec(after)?.[0] ?? "") : (/^[^"']*/.exec(after)?.[0] ?? "");
  const common = {
    siblings: inner?.keys.filter((name) => name !== inner.key) ?? [],
    partial: quote === undefined ? word : word.slice(1),
    rest,
    closed: quote !== undefined && after[rest.length] === quote,
    ...(quote !== undefined && { quote }),
  };
  if (inner === undefined) return { ...common, where: "value", steps: [] };
  if (!inner.map) return { ...common, where: "value", steps: [...outer, inner.index] };
  if (inner.key !== undefined) return { ...common, where: "value", steps: [...outer, inner.key] };
  const hasColon = /^["']?\s*:(?:\s|$)/.test(after.slice(rest.length));
  if (hasColon) return { ...common, where: "key", steps: outer, name: nameOf(word + rest) };
  return { ...common, where: "node", steps: outer };
}

const nameOf = (word: string): string => word.trim().replace(/^["']|["']$/g, "");
