/** A day with what it is to today. */
export interface Day {
  /** `YYYY-MM-DD` */
  readonly iso: string;
  /** `Today`, or the day's name. */
  readonly name: string;
}

const names = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/** Today (`YYYY-MM-DD`, UTC) and the working days that follow, `count` of them. Empty for what is no date. */
export function workingDays(today: string, count: number): readonly Day[] {
  const first = new Date(`${today}T00:00:00Z`);
  if (Number.isNaN(first.getTime())) return [];
  const days: Day[] = [{ iso: today, name: "Today" }];
  for (let ahead = 1; days.length <= count; ahead++) {
    const day = new Date(first);
    day.setUTCDate(first.getUTCDate() + ahead);
    const weekday = day.getUTCDay();
    if (weekday === 0 || weekday === 6) continue;
    days.push({ iso: day.toISOString().slice(0, 10), name: names[weekday] ?? "" });
  }
  return days;
}
