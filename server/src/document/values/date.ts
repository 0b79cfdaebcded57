/** A calendar date, `YYYY-MM-DD`, or what is wrong with a text that means to be one. */
export type DateReading =
  | { readonly kind: "date"; readonly iso: string }
  | { readonly kind: "invalid"; readonly reason: string }
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

/**
 * Reads `2026-12-04`, `2026-12-04T10:00Z`, `2026-12-04 10:00 CET`, `4 December 2026`, `Dec 4, 2026`.
 *
 * Quiet: only a text that starts like an ISO date can be invalid; anything else that is no date is `other`.
 */
export function readDate(text: string): DateReading {
  const trimmed = text.trim();
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?=$|[T\s,(])/.exec(trimmed);
  if (iso !== null) return calendarDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?\.?\s+([A-Za-z]{3,9})\.?,?\s+(\d{4})\b/.exec(trimmed);
  if (dayFirst !== null) return namedDate(dayFirst[3], dayFirst[2], dayFirst[1]);
  const monthFirst = /^([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/.exec(trimmed);
  if (monthFirst !== null) return namedDate(monthFirst[3], monthFirst[1], monthFirst[2]);
  return { kind: "other" };
}

function namedDate(year = "", name = "", day = ""): DateReading {
  const month = monthNames.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  return month === 0 ? { kind: "other" } : calendarDate(Number(year), month, Number(day));
}
