import type { ProtocolEdit, ProtocolPosition, ProtocolRange } from "../../../server/src/lsp/protocol.ts";

/** A change that a document has seen: a range of it was replaced by a text. */
export interface MadeChange {
  readonly range: ProtocolRange;
  readonly text: string;
}

/**
 * Edits as they must be made after a change that they do not know of. `undefined` when the change touches the text of one, so that
 * nobody can tell what is left of it.
 */
export function rebaseEdits(edits: readonly ProtocolEdit[], change: MadeChange): readonly ProtocolEdit[] | undefined {
  const rebased: ProtocolEdit[] = [];
  for (const { range, newText } of edits) {
    if (compare(range.end, change.range.start) < 0) rebased.push({ range, newText });
    else if (compare(change.range.end, range.start) < 0) {
      rebased.push({ range: { start: moved(range.start, change), end: moved(range.end, change) }, newText });
    } else return undefined;
  }
  return rebased;
}

/** Where a position behind a change stands after it. */
function moved({ line, character }: ProtocolPosition, { range, text }: MadeChange): ProtocolPosition {
  const added = text.split(/\r\n|\r|\n/);
  const lastLine = range.start.line + added.length - 1;
  if (line > range.end.line) return { line: line + lastLine - range.end.line, character };
  const lastCharacter = (added.length === 1 ? range.start.character : 0) + (added.at(-1)?.length ?? 0);
  return { line: lastLine, character: character - range.end.character + lastCharacter };
}

const compare = (one: ProtocolPosition, other: ProtocolPosition): number =>
  one.line - other.line || one.character - other.character;
