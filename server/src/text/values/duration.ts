const minutesOf: Readonly<Record<string, number>> = {
  s: 1 / 60,
  m: 1,
  h: 60,
  d: 24 * 60,
  w: 7 * 24 * 60,
};

const unitOf = (word: string): string | undefined => {
  const unit = word.toLowerCase();
  if (/^(?:s|secs?|seconds?)$/.test(unit)) return "s";
  if (/^(?:m|mins?|minutes?)$/.test(unit)) return "m";
  if (/^(?:h|hrs?|hours?)$/.test(unit)) return "h";
  if (/^(?:d|days?)$/.test(unit)) return "d";
  if (/^(?:w|wks?|weeks?)$/.test(unit)) return "w";
  return undefined;
};

/**
 * The duration in minutes of `15m`, `2h30m`, `30 minutes`, `2.5 hours`, `1 h 15 min`; `undefined` for anything else
 * (`Continuous`, `2h per phase`).
 */
export function parseDuration(text: string): number | undefined {
  let rest = text.trim().replace(/^(?:~|≈|about|approx\.?|max\.?|up to|<=?|≤)\s*/i, "");
  let total: number | undefined;
  while (rest !== "") {
    const match = /^(\d+(?:\.\d+)?)\s*([a-z]+)\s*(?:,|and)?\s*/i.exec(rest);
    const unit = unitOf(match?.[2] ?? "");
    if (match === null || unit === undefined) return undefined;
    total = (total ?? 0) + Number(match[1]) * (minutesOf[unit] ?? 0);
    rest = rest.slice(match[0].length);
  }
  return total;
}

const spoken =
  /(?<!\d)(?:\d+(?:\.\d+)?\s*(?:seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|wks?|w)(?![a-z])(?:\s*,\s*|\s+and\s+|\s*))+/i;

/** The first duration that a sentence names, in minutes: `Revert within 15 minutes of the call` → 15. */
export function findDuration(text: string): number | undefined {
  const found = spoken.exec(text)?.[0];
  return found === undefined ? undefined : parseDuration(found.replace(/(?<!\s)\s+and\s*$|(?<![\s,])[\s,]+$/, ""));
}

/** `95` → `1 h 35 min`. */
export function formatDuration(minutes: number): string {
  if (minutes < 1) return `${Math.round(minutes * 60)} s`;
  const days = Math.floor(minutes / (24 * 60));
  const hours = Math.floor((minutes % (24 * 60)) / 60);
  const rest = Math.round(minutes % 60);
  return [days > 0 ? `${days} d` : "", hours > 0 ? `${hours} h` : "", rest > 0 ? `${rest} min` : ""]
    .filter(Boolean)
    .join(" ");
}
