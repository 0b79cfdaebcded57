import type { Fix, Intention } from "../document/intention.ts";
import type { Text } from "../text/place.ts";
import { daysMeant, findDate, type WrittenDate } from "../text/values/date.ts";

/** Writes another day in place of the date that a text begins with. */
export function writeDay({ value, at }: Text, { source }: WrittenDate, day: string): Intention {
  const from = at.part.text.slice(at.start, at.end).indexOf(source);
  if (from === -1) return { do: "replace", at, text: value.replace(source, day) };
  const start = at.start + from;
  return { do: "replace", at: { part: at.part, start, end: start + source.length }, text: day };
}

/** Writes a date as `YYYY-MM-DD`, once for each day that it may mean; none where it is written so, or means no day. */
export function dateFixes(text: Text): readonly Fix[] {
  const written = findDate(text.value);
  if (written === undefined) return [];
  return daysMeant(written.reading)
    .filter((day) => day !== written.source)
    .map((day) => ({ title: `Write ${day}`, intention: writeDay(text, written, day), certain: false }));
}
