import { type Document, isCollection, isMap, isNode, isScalar, isSeq, parseDocument, type YAMLMap } from "yaml";
import type { Comment, ValuePath } from "./comment.ts";

/** The comments of a YAML text, in their order; above the first value they are the document's, above a list item's first key the item's. */
export function readYamlComments(text: string): readonly Comment[] {
  const document = parseDocument(text, { prettyErrors: false, uniqueKeys: false, logLevel: "silent" });
  const reader = new CommentReader();
  reader.note(document.commentBefore, []);
  reader.read(document.contents, [], []);
  reader.note(document.comment, [], true);
  return reader.found;
}

class CommentReader {
  readonly found: Comment[] = [];

  note(comment: string | null | undefined, path: ValuePath, trailing = false): void {
    const lines = (comment ?? "").split("\n").filter((line) => line !== "");
    for (const line of lines) this.found.push({ path, trailing, text: line.replace(/^ /, "").trimEnd() });
  }

  /** @param above What a comment above the value is about. */
  read(node: unknown, path: ValuePath, above: ValuePath): void {
    if (!isNode(node)) return;
    this.note(node.commentBefore, above);
    if (isMap(node)) this.#map(node, path, above);
    if (isSeq(node)) {
      for (const [index, item] of node.items.entries()) this.read(item, [...path, index], [...path, index]);
    }
    this.note(node.comment, path, true);
  }

  #map(map: YAMLMap, path: ValuePath, above: ValuePath): void {
    for (const [index, { key, value }] of map.items.entries()) {
      const below = [...path, keyOf(key)];
      if (isNode(key)) this.note(key.commentBefore, index === 0 && isListItem(path) ? above : below);
      if (isNode(key)) this.note(key.comment, below);
      this.read(value, below, firstIn(value, below));
    }
  }
}

/** Puts comments to their values; one whose value is not there, to what would hold it. */
export function putYamlComments(document: Document, comments: readonly Comment[]): void {
  for (const { path, trailing, text } of comments) {
    const at = nearest(document, path);
    const value = at.length === 0 ? document : document.getIn(at, true);
    const isEnd = trailing && at.length === path.length;
    if (!isCommented(value)) continue;
    if (isEnd && (at.length === 0 || isCollection(value) || !value.comment)) append(value, "comment", text);
    else append(keyAt(document, at) ?? value, "commentBefore", text);
  }
}

interface Commented {
  comment?: string | null;
  commentBefore?: string | null;
}

const isCommented = (value: unknown): value is Commented => typeof value === "object" && value !== null;

function append(node: Commented, place: "comment" | "commentBefore", text: string): void {
  const before = node[place];
  node[place] = before ? `${before}\n ${text}` : ` ${text}`;
}

/** What a comment above a value is written to: its key; the list item or the document where that begins with it. */
function keyAt(document: Document, at: ValuePath): Commented | undefined {
  const around = at.slice(0, -1);
  const holder = at.length === 0 ? undefined : document.getIn(around, true);
  if (!isMap(holder)) return undefined;
  const index = holder.items.findIndex(({ key }) => keyOf(key) === at.at(-1));
  const first = around.length === 0 ? document : holder;
  const key = index === 0 && isListItem(around) ? first : holder.items[index]?.key;
  return isCommented(key) ? key : undefined;
}

/** The value at a path, or the innermost around it. */
function nearest(document: Document, path: ValuePath): ValuePath {
  for (let length = path.length; length > 0; length--) {
    if (document.hasIn(path.slice(0, length))) return path.slice(0, length);
  }
  return [];
}

/** A comment between a key and a block below it is above the first thing in the block. */
function firstIn(value: unknown, path: ValuePath): ValuePath {
  if (!isCollection(value) || value.flow) return path;
  if (isSeq(value)) return [...path, 0];
  return isMap(value) ? [...path, keyOf(value.items[0]?.key)] : path;
}

/** Whether a path leads to an item of a list, or to the whole document: what has no key of its own. */
const isListItem = (path: ValuePath): boolean => typeof (path.at(-1) ?? 0) === "number";

const keyOf = (key: unknown): string => (isScalar(key) ? String(key.value) : "");
