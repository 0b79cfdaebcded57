import { Document, isMap, isNode, isPair, isScalar, isSeq, visit } from "yaml";
import type { JsonObject } from "../text/json.ts";
import type { Comment } from "./comment.ts";
import { manifestKeys } from "./manifest-keys.ts";
import { putYamlComments } from "./yaml-comments.ts";

/** The longest list that stands in one line. */
const shortList = 90;

/** Writes the data of a manifest as YAML, in the order of the manifest's schema: prose in blocks, short lists in one line, comments at their values. */
export function manifestToYaml(manifest: JsonObject, comments: readonly Comment[] = []): string {
  const known = manifestKeys.filter((key) => manifest[key] !== undefined);
  const others = Object.keys(manifest).filter((key) => !manifestKeys.includes(key));
  const document = new Document(Object.fromEntries([...known, ...others].map((key) => [key, manifest[key]])));
  putYamlComments(document, comments);
  visit(document, {
    Scalar(_, scalar) {
      const { value } = scalar;
      const quoted = typeof value === "string" && /\n/.test(value) && /^\s|[ \t](?:\n|$)|\n\n$/.test(value);
      if (quoted) scalar.type = "QUOTE_DOUBLE";
    },
    Seq(_, list) {
      const texts = list.items.map((item) => (isScalar(item) ? String(item.value) : undefined));
      const length = texts.reduce((sum, text) => sum + (text ?? "").length + 4, 0);
      const bare = list.items.every((item) => !isNode(item) || !(item.comment || item.commentBefore));
      list.flow = bare && texts.every((text) => text !== undefined && !text.includes("\n")) && length <= shortList;
    },
  });
  if (isMap(document.contents)) {
    for (const pair of document.contents.items) {
      if (isPair(pair) && isScalar(pair.key) && (isMap(pair.value) || isSeq(pair.value))) pair.key.spaceBefore = true;
    }
  }
  return document.toString({ lineWidth: 0, blockQuote: "literal", flowCollectionPadding: false });
}
