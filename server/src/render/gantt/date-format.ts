const fields = ["year", "month", "day", "hour", "minute", "second"] as const;
type Field = (typeof fields)[number];

const tokens: Readonly<Record<string, { readonly field: Field; readonly pattern: string }>> = {
  YYYY: { field: "year", pattern: "(\\d{4})" },
  MM: { field: "month", pattern: "(\\d{1,2})" },
  M: { field: "month", pattern: "(\\d{1,2})" },
  DD: { field: "day", pattern: "(\\d{1,2})" },
  D: { field: "day", pattern: "(\\d{1,2})" },
  HH: { field: "hour", pattern: "(\\d{1,2})" },
  mm: { field: "minute", pattern: "(\\d{1,2})" },
  ss: { field: "second", pattern: "(\\d{1,2})" },
};
const anyToken = /YYYY|MM|M|DD|D|HH|mm|ss|[.*+?^${}()|[\]\\/-]/g;

/** Reads dates of a format such as `YYYY-MM-DD HH:mm`; answers milliseconds UTC, or `undefined` for anything else. */
export type ReadChartDate = (text: string) => number | undefined;

/** Longer formats, and longer dates, are none. */
const longestDate = 60;

/** A reader for a chart's `dateFormat`. Formats that we do not know, or that name a field twice, read no date. */
export function chartDates(format: string): ReadChartDate {
  const order: Field[] = [];
  const source = format.trim().replace(anyToken, (part) => {
    const token = tokens[part];
    if (token === undefined) return `\\${part}`;
    order.push(token.field);
    return token.pattern;
  });
  if (format.length > longestDate || new Set(order).size < order.length) return () => undefined;
  if (order.length === 0 || /[A-Za-z]/.test(source.replace(/\\d/g, "").replace(/T/g, ""))) return () => undefined;
  const pattern = new RegExp(`^${source}$`);
  return (text) => {
    const match = text.length > longestDate ? null : pattern.exec(text.trim());
    if (match === null) return undefined;
    const parts: Record<Field, number> = { year: 1970, month: 1, day: 1, hour: 0, minute: 0, second: 0 };
    order.forEach((field, index) => {
      parts[field] = Number(match[index + 1]);
    });
    return isReal(parts)
      ? Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute, parts.second)
      : undefined;
  };
}

function isReal({ year, month, day, hour, minute, second }: Readonly<Record<Field, number>>): boolean {
  if (month < 1 || month > 12 || day < 1 || hour > 24 || minute > 59 || second > 59) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
