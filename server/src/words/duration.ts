import { expression, textIs } from "./lists.ts";

/** Minutes of each unit. */
const units = [
  { list: "unitSeconds", minutes: 1 / 60 },
  { list: "unitMinutes", minutes: 1 },
  { list: "unitHours", minutes: 60 },
  { list: "unitDays", minutes: 24 * 60 },
  { list: "unitWeeks", minutes: 7 * 24 * 60 },
] as const;

/** The lists of all units, to be put behind a number in an expression. */
export const unitLists = units.map(({ list }) => list);

const askers = units.map(({ list, minutes }) => ({ minutes, means: textIs(list) }));

const minutesIn = (unit: string): number | undefined => askers.find(({ means }) => means(unit))?.minutes;

const lead = expression((either) => `^(?:[~≈≤]|<=?|${either("durationAbout")}\\.?)\\s*`);
const joint = expression((either) => `^\\s*(?:,|${either("and")})?\\s*`);

/**
 * The duration in minutes of `15m`, `2h30m`, `30 minutes`, `2.5 hours`, `1 h 15 min`; `undefined` for anything else
 * (`Continuous`, `2h per phase`).
 */
export function parseDuration(text: string): number | undefined {
  let rest = text.trim().replace(lead(), "");
  let total: number | undefined;
  while (rest !== "") {
    const match = /^(\d+(?:\.\d+)?)\s*(\p{L}+)/u.exec(rest);
    const minutes = minutesIn(match?.[2] ?? "");
    if (match === null || minutes === undefined) return undefined;
    total = (total ?? 0) + Number(match[1]) * minutes;
    rest = rest.slice(match[0].length).replace(joint(), "");
  }
  return total;
}

const spoken = expression(
  (either, behind) =>
    `(?<!\\d)(?:\\d+(?:\\.\\d+)?\\s*${behind(...unitLists)}(?:\\s*,\\s*|\\s+${either("and")}\\s+|\\s*))+`,
);
const lastJoint = expression((either) => `(?<!\\s)\\s+${either("and")}\\s*$|(?<![\\s,])[\\s,]+$`);

/** The first duration that a sentence names, in minutes: `Revert within 15 minutes of the call` → 15. */
export function findDuration(text: string): number | undefined {
  const found = spoken().exec(text)?.[0];
  return found === undefined ? undefined : parseDuration(found.replace(lastJoint(), ""));
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
