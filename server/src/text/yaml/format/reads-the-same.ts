import { type CST, type Document, isAlias, isMap, isScalar, isSeq, Parser } from "yaml";
import { firstDocuments } from "../parse-yaml.ts";

/** The document that the tokens of a text make; `undefined` where it has errors, or where there are several. */
export function onlyDocument(tokens: Iterable<CST.Token>, text: string): Document.Parsed | undefined {
  const { documents, failure } = firstDocuments(tokens, text.length);
  const [only, second] = documents;
  return failure === undefined && second === undefined && only?.errors.length === 0 ? only : undefined;
}

/** Whether a YAML text reads to the same value as a document, without errors, written in the same kinds of quotes. */
export function readsTheSame(before: Document.Parsed, text: string): boolean {
  const after = onlyDocument(new Parser().parse(text), text);
  return after !== undefined && sameNodes(before.contents, after.contents);
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
