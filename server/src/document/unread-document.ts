import type { Part } from "../text/place.ts";
import { emptyDocument } from "./empty-document.ts";
import type { Identity } from "./identity.ts";
import type { Problem, ReleaseDocument } from "./model.ts";

/**
 * A document that is ours but is not read (too large, or the reader failed at it): it has one problem and nothing else, so that
 * nothing is concluded from what is missing.
 */
export function unreadDocument(
  uri: string,
  text: string,
  { format, kind, declared }: Identity,
  message: string,
  rule: Problem["rule"] = "syntax/limit",
): ReleaseDocument {
  const firstLine = text.slice(0, 200).search(/\r|\n|$/);
  const part: Part = { text: text.slice(0, firstLine) };
  const at = { part, start: 0, end: firstLine };
  const problem: Problem = { rule, message, at };
  const empty = emptyDocument({ uri, format, text, kind: kind.name });
  return {
    ...empty,
    declared,
    rollback: { ...empty.rollback, unreadable: true },
    problems: [problem],
    unreadable: [[]],
    parts: [part],
    placeOf: () => ({ value: at }),
  };
}
