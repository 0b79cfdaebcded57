import { append } from "../text/append.ts";
import { isJsonSchema } from "../text/json-schema.ts";

/** Keywords whose schemas speak about the same value as the schema that holds them, in draft-07 and later. */
const ofTheSameValue = ["not", "if", "then", "else", "allOf", "anyOf", "oneOf", "dependencies", "dependentSchemas"];
/** So many references may lead to each other, one after the other: what they are compiled to calls itself as deep. */
const longestChain = 200;
/** More steps of a circle are counted. */
const mostNamed = 3;
const longestName = 60;

/** A part of a schema: where it stands, and the address that what it refers to is relative to. */
interface Part {
  readonly pointer: string;
  readonly base: string;
}

/**
 * Why the references of a schema have no end, in one plain sentence; `undefined` where each of them comes to something that is said
 * of a value, or of a part of that value. A circle through `properties` or `items` has an end, for a document has one.
 */
export function endlessReferences(schema: object): string | undefined {
  const parts = new Parts(schema);
  /** How many steps lead on from a part; `undefined` while they are counted. */
  const lengths = new Map<object, number | undefined>();
  for (const part of parts.all) {
    if (lengths.has(part)) continue;
    lengths.set(part, undefined);
    const way = [{ part, next: parts.sameValue(part), at: 0, length: 0 }];
    for (let step = way.at(-1); step !== undefined; step = way.at(-1)) {
      const next = step.next[step.at++];
      if (next === undefined) {
        lengths.set(step.part, step.length);
        way.pop();
        const before = way.at(-1);
        if (before !== undefined) before.length = Math.max(before.length, step.length + 1);
        if (step.length > longestChain) return `more than ${longestChain} references follow each other`;
      } else if (!lengths.has(next)) {
        lengths.set(next, undefined);
        way.push({ part: next, next: parts.sameValue(next), at: 0, length: 0 });
      } else {
        const length = lengths.get(next);
        if (length === undefined) {
          const circle = way.map((one) => one.part);
          return inWords([...circle.slice(circle.indexOf(next)), next].map((one) => parts.pointer(one)));
        }
        step.length = Math.max(step.length, length + 1);
      }
    }
  }
  return undefined;
}

function inWords(pointers: readonly string[]): string {
  const shown = pointers.map((pointer) =>
    pointer.length > longestName ? `${pointer.slice(0, longestName)}…` : pointer,
  );
  const [last = ""] = shown.slice(-1);
  const named = shown.length > mostNamed + 1 ? [...shown.slice(0, mostNamed), "…", last] : shown;
  return `its references go round in a circle: ${named.join(" → ")}`;
}

/** The parts of a schema by where they stand and what they are called. */
class Parts {
  readonly #parts = new Map<object, Part>();
  readonly #named = new Map<string, object>();

  constructor(root: object) {
    this.#named.set("", root);
    const open: { readonly part: object; readonly pointer: string; readonly above: string }[] = [
      { part: root, pointer: "#", above: "" },
    ];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const { part, pointer, above } = next;
      const base = this.#name(part, above);
      this.#parts.set(part, { pointer, base });
      const inner = Object.entries(part).filter(([, value]) => typeof value === "object" && value !== null);
      append(open, inner.map(([key, value]) => ({ part: value, pointer: `${pointer}/${key}`, above: base })).reverse());
    }
  }

  get all(): Iterable<object> {
    return this.#parts.keys();
  }

  pointer(part: object): string {
    return this.#parts.get(part)?.pointer ?? "";
  }

  /** What a part refers to, or is combined of. */
  sameValue(part: object): readonly object[] {
    if (!isJsonSchema(part)) return [];
    const found: unknown[] = typeof part.$ref === "string" ? [this.#referred(part, part.$ref)] : [];
    for (const keyword of ofTheSameValue) {
      const value = part[keyword];
      const several = Array.isArray(value) || keyword.startsWith("depend");
      if (several) append(found, Object.values(Object(value)));
      else found.push(value);
    }
    return found.filter((value) => isJsonSchema(value));
  }

  /** Notes what a part is called (`$id`, `$anchor`); answers the address that holds in it. */
  #name(part: object, above: string): string {
    if (!isJsonSchema(part)) return above;
    const { $id, $anchor } = part;
    let base = above;
    if (typeof $id === "string" && $id !== "") {
      const [address, name] = resolved($id, above);
      if (!$id.startsWith("#")) base = address;
      this.#named.set(name === "" ? address : `${address}#${name}`, part);
    }
    if (typeof $anchor === "string") this.#named.set(`${base}#${$anchor}`, part);
    return base;
  }

  #referred(part: object, reference: string): unknown {
    const [address, fragment] = resolved(reference, this.#parts.get(part)?.base ?? "");
    if (fragment !== "" && !fragment.startsWith("/")) return this.#named.get(`${address}#${fragment}`);
    let target: unknown = this.#named.get(address);
    for (const step of fragment.split("/").slice(1)) {
      const name = step.replace(/~1/g, "/").replace(/~0/g, "~");
      if (typeof target !== "object" || target === null || !Object.hasOwn(target, name)) return undefined;
      target = Reflect.get(target, name);
    }
    return target;
  }
}

/** An address and its fragment, decoded. */
function resolved(reference: string, base: string): readonly [address: string, fragment: string] {
  const [before = "", ...fragments] = reference.split("#");
  const address = before === "" ? base : absolute(before, base);
  return [address, decoded(fragments.join("#"))];
}

function absolute(address: string, base: string): string {
  // A schema that has no address of its own stands somewhere: names in it are relative to that.
  try {
    return new URL(address, base === "" ? "schema:///" : base).href;
  } catch {
    return address;
  }
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
