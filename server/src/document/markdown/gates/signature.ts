import { plain } from "../../../text/markdown/prose.ts";
import { isSeen } from "../../../text/values/invisible.ts";
import { closingNote } from "../../../text/values/text-end.ts";
import { expression } from "../../../words/lists.ts";

/** Who confirmed something, as a text ends with it: `(by @alice, 2026-12-04)`, `— @alice 2026-12-04`. */
export interface Signature {
  /** Offset of the blanks before it. */
  readonly start: number;
  readonly by: string;
  readonly when?: string;
}

const confirmed = expression((either) => `^\\s*${either("signedBy")}\\s+`);
const joint = expression((either) => `\\s${either("signedOn")}$`);
const dashed = /(?<!\s)\s+[–—-]{1,2}\s+(@[\w./-]+)(?:[\s,]+(\d{4}-\d{2}-\d{2}[^\s(),]*))?\s*$/;
const dated = /[\s,](\d{4}-\d{2}-\d{2}[^\s(),]*)/;

/** The signature that a text ends with. */
export function signatureOf(text: string): Signature | undefined {
  const note = closingNote(text.trimEnd());
  const signed = note === undefined || /[()]/.test(note.text) ? undefined : signedBy(note.text);
  if (note !== undefined && signed !== undefined) return { start: note.start, ...signed };
  const match = dashed.exec(text);
  if (match === null) return undefined;
  const [, by = "", when] = match;
  return { start: match.index, by: plain(by), ...(when === undefined ? {} : { when }) };
}

/** `done by @alice, 2026-12-04 (…)`, `by Alice on 2026-12-04` */
function signedBy(note: string): Omit<Signature, "start"> | undefined {
  const lead = confirmed().exec(note)?.[0];
  if (lead === undefined) return undefined;
  const said = note.slice(lead.length);
  const date = dated.exec(said);
  const by = date === null ? said : withoutJoint(said.slice(0, date.index + 1));
  if (!isSeen(by) || by.includes(",")) return undefined;
  return { by: plain(by), ...(date?.[1] === undefined ? {} : { when: date[1] }) };
}

/** A name without what joins it to a date: a comma, `on` or blanks. */
function withoutJoint(source: string): string {
  const words = source.trimEnd();
  if (words.endsWith(",")) return words.slice(0, -1).trimEnd();
  return words.slice(0, joint().exec(words)?.index).trimEnd();
}
