import { knownProperties, schemasAt } from "../../../text/json-schema.ts";
import { entryLines, flowSource, type Written } from "../../../text/yaml/written.ts";
import { blankValue } from "./blank-value.ts";
import type { Editing } from "./editing.ts";
import { indentStep } from "./entries.ts";

/** Writes a top-level key where the order of the schema wants it; false when it stands already. */
export function insertSection(editing: Editing, key: string, value?: Written): boolean {
  const { root, memory } = editing.document;
  const own = editing.ownEntries(root);
  if (own.some((entry) => entry.keyText === key)) return false;
  const body = value ?? blankValue(memory.kind, [key]);
  if (root.flow) return insertInFlow(editing, key, body);
  const lines = entryLines(key, body, indentStep);
  const order = knownProperties(schemasAt(memory.kind.schema, []));
  const rank = order.indexOf(key);
  const before =
    rank === -1
      ? undefined
      : own.findLast((entry) => {
          const other = order.indexOf(entry.keyText);
          return other !== -1 && other < rank;
        });
  const following = own[before === undefined ? (rank === -1 ? own.length : 0) : own.indexOf(before) + 1];
  const spaced = lines.length > 1 && own.slice(1).some((entry) => isSpaced(editing, editing.span(entry.key).start));
  const gap = spaced ? editing.eol : "";
  if (following === undefined) {
    const { text, eol } = editing;
    const end = text.trimEnd().length;
    const glue = end === 0 ? "" : eol + gap;
    const at = end === 0 ? text.length : editing.lineEnd(end);
    editing.change({ start: at, end: at }, glue + lines.join(eol) + (text.slice(at).includes("\n") ? "" : eol));
    return true;
  }
  const at = aboveComments(editing, editing.span(following.key).start);
  editing.change({ start: at, end: at }, lines.join(editing.eol) + editing.eol + gap);
  return true;
}

function insertInFlow(editing: Editing, key: string, body: Written): boolean {
  const last = editing.document.root.entries.at(-1);
  const { start, end } = editing.span(last?.node ?? editing.document.root);
  if (last === undefined) editing.change({ start, end }, `{ ${key}: ${flowSource(body)} }`);
  else editing.change({ start: end, end }, `, ${key}: ${flowSource(body)}`);
  return true;
}

/** Whether a blank line stands above a key and its comments. */
function isSpaced(editing: Editing, offset: number): boolean {
  const at = aboveComments(editing, offset);
  return at > 0 && editing.text.slice(editing.lineStart(at - 1), at).trim() === "";
}

/** The line where the comments that stand directly above a key begin. */
function aboveComments(editing: Editing, offset: number): number {
  let at = editing.lineStart(offset);
  while (at > 0) {
    const above = editing.lineStart(at - 1);
    if (!editing.text.slice(above, at).trimStart().startsWith("#")) return at;
    at = above;
  }
  return at;
}
