/** A calendar date, `YYYY-MM-DD`, or what is wrong with a text that means to be one. */
export type DateReading =
  | { readonly kind: "date"; readonly iso: string }
  /** `04/12/2026` is one day in London and another one in New York: the day-first reading, then the other. */
  | { readonly kind: "ambiguous"; readonly days: readonly [string, string] }
  /** `means`: the day that is there when day and month change places. */
  | { readonly kind: "invalid"; readonly reason: string; readonly means?: string }
  | { readonly kind: "other" };

const monthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const monthTitles = "January February March April May June July August September October November December".split(" ");

const daysIn = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (monthDays[month - 1] ?? 31);
const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

function calendarDate(year: number, month: number, day: number): DateReading {
  if (month < 1 || month > 12) return { kind: "invalid", reason: `there is no month ${month}` };
  const days = daysIn(year, month);
  if (day < 1 || day > days) {
    return { kind: "invalid", reason: `${monthTitles[month - 1]} ${year} has ${days} days` };
  }
  return { kind: "date", iso: `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` };
}

const pad = (value: number, width: number): string => String(value).padStart(width, "0");

/** A date as it is written, and what it says. */
export interface WrittenDate {
  readonly source: string;
  readonly reading: DateReading;
}

type Read = (groups: readonly string[]) => DateReading;

/** How dates are written: a pattern, and how its groups are read. */
const forms: readonly (readonly [RegExp, Read])[] = [
  [
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?=$|[T\s,(])/,
    ([year, month, day]) => isoDate(Number(year), Number(month), Number(day)),
  ],
  [
    /^(\d{1,2})(?:st|nd|rd|th)?\.?\s+([A-Za-z]{3,9})\.?,?\s+(\d{4})\b/,
    ([day, month, year]) => namedDate(year, month, day),
  ],
  [
    /^([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/,
    ([month, day, year]) => namedDate(year, month, day),
  ],
  [/^(\d{1,2})\.(\d{1,2})\.((?:19|20|21)\d\d)(?=$|[\s,(])/, ([day, month, year]) => numericDate(year, [[month, day]])],
  [
    /^(\d{1,2})([/-])(\d{1,2})\2((?:19|20|21)\d\d)(?=$|[\s,(])/,
    ([first, , second, year]) =>
      numericDate(year, [
        [second, first],
        [first, second],
      ]),
  ],
];

/**
 * Reads the date that a text begins with: `2026-12-04`, `2026-12-04T10:00Z`, `2026/12/4 10:00 CET`, `4 December 2026`,
 * `Dec 4, 2026`, `04.12.2026`, `12/25/2026`.
 *
 * Quiet: only a text that starts like an ISO date, or that names a month, can be invalid; anything else that is no date is
 * `other`.
 */
export const readDate = (text: string): DateReading => findDate(text)?.reading ?? { kind: "other" };

/** The date that a text begins with, as it is written there; `undefined` where none is. */
export function findDate(text: string): WrittenDate | undefined {
  const trimmed = text.trimStart();
  for (const [pattern, read] of forms) {
    const match = pattern.exec(trimmed.trimEnd());
    if (match === null) continue;
    const reading = read(match.slice(1));
    return reading.kind === "other" ? undefined : { source: match[0], reading };
  }
  return undefined;
}

/** The days that a date may mean, the likeliest first. */
export function daysMeant(reading: DateReading): readonly string[] {
  if (reading.kind === "date") return [reading.iso];
  if (reading.kind === "ambiguous") return reading.days;
  return reading.kind === "invalid" && reading.means !== undefined ? [reading.means] : [];
}

function isoDate(year: number, month: number, day: number): DateReading {
  const reading = calendarDate(year, month, day);
  const swapped = reading.kind === "invalid" ? calendarDate(year, day, month) : reading;
  return reading.kind === "invalid" && swapped.kind === "date" ? { ...reading, means: swapped.iso } : reading;
}

function namedDate(year = "", name = "", day = ""): DateReading {
  const month = monthNames.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  return month === 0 ? { kind: "other" } : calendarDate(Number(year), month, Number(day));
}

/** Of the readings (month, day) those that are days. */
function numericDate(year = "", readings: readonly (readonly (string | undefined)[])[]): DateReading {
  const days = readings.flatMap(([month, day]) => {
    const reading = calendarDate(Number(year), Number(month), Number(day));
    return reading.kind === "date" ? [reading.iso] : [];
  });
  const [first, second] = days;
  if (first === undefined) return { kind: "other" };
  return second === undefined || second === first
    ? { kind: "date", iso: first }
    : { kind: "ambiguous", days: [first, second] };
}
