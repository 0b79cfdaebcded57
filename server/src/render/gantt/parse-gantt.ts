import { chartDates, type ReadChartDate } from "./date-format.ts";

export type GanttTag = "done" | "active" | "crit" | "milestone";

/** A bar of a chart. Times are milliseconds UTC; absent where the chart names none that can be read. */
export interface GanttTask {
  readonly name: string;
  readonly tags: readonly GanttTag[];
  readonly start?: number;
  readonly end?: number;
  /** Of the line that it stands on, from 0, counted from the chart's first. */
  readonly line: number;
}

export interface GanttSection {
  /** Empty for tasks above the first section. */
  readonly name: string;
  readonly tasks: readonly GanttTask[];
}

export interface GanttChart {
  readonly title: string;
  readonly sections: readonly GanttSection[];
}

const tagWords: ReadonlySet<string> = new Set<GanttTag>(["done", "active", "crit", "milestone"]);
const settings =
  /^(?:dateFormat|axisFormat|tickInterval|excludes|includes|todayMarker|weekday|weekend|inclusiveEndDates|topAxis|displayMode|click|accTitle|accDescr)\b/;
const unitLengths: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 7 * 86_400_000,
  M: 30 * 86_400_000,
  y: 365 * 86_400_000,
};

/** Whether the source of a mermaid diagram is a gantt chart. */
export function isGantt(source: string): boolean {
  let at = 0;
  for (;;) {
    while (/\s/.test(source.charAt(at))) at++;
    const end = source.startsWith("%%", at) ? "\n" : source.startsWith("---\n", at) ? "\n---\n" : undefined;
    if (end === undefined) return /^gantt\b/.test(source.slice(at, at + 6));
    const found = source.indexOf(end, at + 3);
    if (found === -1) return false;
    at = found + end.length;
  }
}

/**
 * Reads a mermaid gantt chart: titles, sections, and tasks with their tags, dates, durations and `after`. Never throws; what
 * it cannot read leaves a task without times.
 */
export function parseGantt(source: string): GanttChart {
  return new GanttReader().read(source.split(/\r\n?|\n/));
}

interface OpenTask {
  readonly task: GanttTask;
  readonly id: string | undefined;
}

class GanttReader {
  #title = "";
  #dates: ReadChartDate = chartDates("YYYY-MM-DD");
  readonly #sections: { readonly name: string; readonly tasks: GanttTask[] }[] = [];
  readonly #byId = new Map<string, GanttTask>();
  #last: GanttTask | undefined;

  read(lines: readonly string[]): GanttChart {
    const first = lines.findIndex((line) => /^\s*gantt\b/.test(line));
    lines.forEach((line, index) => {
      const text = (line.split("%%", 1)[0] ?? "").trim();
      if (text !== "" && index > first) this.#line(text, index);
    });
    return { title: this.#title, sections: this.#sections.filter(({ tasks }) => tasks.length > 0) };
  }

  #line(text: string, line: number): void {
    const word = /^(?:title|section|dateFormat)(?=\s)/.exec(text)?.[0] ?? "";
    const rest = text.slice(word.length).trim();
    if (word === "title") this.#title = rest;
    else if (word === "section") this.#sections.push({ name: rest, tasks: [] });
    else if (word === "dateFormat") this.#dates = chartDates(rest);
    else if (!settings.test(text)) this.#task(text, line);
  }

  #task(text: string, line: number): void {
    const colon = text.indexOf(":");
    if (colon <= 0) return;
    const parts = text
      .slice(colon + 1)
      .split(",")
      .map((part) => part.trim());
    const { task, id } = this.#read(text.slice(0, colon).trim(), parts, line);
    if (this.#sections.length === 0) this.#sections.push({ name: "", tasks: [] });
    this.#sections.at(-1)?.tasks.push(task);
    if (id !== undefined) this.#byId.set(id, task);
    this.#last = task;
  }

  /** After the tags stand one to three parts: the end; start and end; id, start and end. */
  #read(name: string, parts: readonly string[], line: number): OpenTask {
    const tags: GanttTag[] = [];
    let at = 0;
    for (; at < parts.length; at++) {
      const tag = parts[at];
      if (tag === undefined || !isTag(tag)) break;
      tags.push(tag);
    }
    const rest = parts.slice(at).filter((part) => part !== "");
    const [id, from, to] =
      rest.length >= 3 ? rest : rest.length === 2 ? [undefined, ...rest] : [undefined, undefined, rest[0]];
    const start = from === undefined ? this.#last?.end : this.#start(from);
    const end = to === undefined ? undefined : this.#end(to, start);
    const task: GanttTask = {
      name,
      tags,
      line,
      ...(start === undefined ? {} : { start }),
      ...(end === undefined ? {} : { end: start === undefined ? end : Math.max(start, end) }),
    };
    return { task, id };
  }

  #start(text: string): number | undefined {
    if (!/^after\s/.test(text)) return this.#dates(text);
    const ids = text.slice("after".length).trim().split(/\s+/);
    return ids
      .flatMap((id) => this.#byId.get(id)?.end ?? [])
      .reduce<number | undefined>((last, end) => Math.max(last ?? end, end), undefined);
  }

  #end(text: string, start: number | undefined): number | undefined {
    const until = /^until\s+(\S+)/.exec(text)?.[1];
    if (until !== undefined) return this.#byId.get(until)?.start;
    const length = /^(\d+(?:\.\d+)?)(ms|[smhdwMy])$/.exec(text);
    if (length === null) return this.#dates(text);
    return start === undefined ? undefined : start + Number(length[1]) * (unitLengths[length[2] ?? ""] ?? 0);
  }
}

const isTag = (word: string): word is GanttTag => tagWords.has(word);
