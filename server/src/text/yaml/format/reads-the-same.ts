import { isAlias, isMap, isScalar, isSeq, parseDocument } from "yaml";

/** Whether two YAML texts read to the same value, without errors, written in the same kinds of quotes. */
export function readsTheSame(before: string, after: string): boolean {
  const [one, other] = [before, after].map((text) => parseDocument(text, { prettyErrors: false, uniqueKeys: false }));
  if (one === undefined || other === undefined || other.errors.length > 0) return false;
  return sameNodes(one.contents, other.contents);
}

function sameNodes(a: unknown, b: unknown): boolean {
  if (isScalar(a))
    return isScalar(b) && Object.is(a.value, b.value) && a.type === b.type && a.tag === b.tag && a.anchor === b.anchor;
  if (isAlias(a)) return isAlias(b) && a.source === b.source;
  if (isMap(a)) {
    if (!isMap(b) || a.items.length !== b.items.length || a.anchor !== b.anchor) return false;
    return a.items.every((pair, index) => {
      const other = b.items[index];
      return other !== undefined && sameNodes(pair.key, other.key) && sameNodes(pair.value, other.value);
    });
  }
  if (isSeq(a)) {
    if (!isSeq(b) || a.items.length !== b.items.length || a.anchor !== b.anchor) return false;
    return a.items.every((item, index) => sameNodes(item, b.items[index]));
  }
  return a === b;
}
