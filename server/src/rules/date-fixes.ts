import type { Fix } from "../document/intention.ts";
import type { Text } from "../document/place.ts";
import { daysMeant, findDate } from "../document/values/date.ts";

/** Writes a date as `YYYY-MM-DD`, once for each day that it may mean; none where it is written so, or means no day. */
export function dateFixes({ value, at }: Text): readonly Fix[] {
  const written = findDate(value);
  if (written === undefined) return [];
  const { source, reading } = written;
  const from = at.part.text.slice(at.start, at.end).indexOf(source);
  const start = at.start + from;
  return daysMeant(reading)
    .filter((day) => day !== source)
    .map((day) => ({
      title: `Write ${day}`,
      intention:
        from === -1
          ? { do: "replace", at, text: value.replace(source, day) }
          : { do: "replace", at: { part: at.part, start, end: start + source.length }, text: day },
      certain: false,
    }));
}
