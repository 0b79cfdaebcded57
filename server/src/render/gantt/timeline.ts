import { escapeHtml } from "../escape-html.ts";
import { type GanttChart, type GanttTag, type GanttTask, parseGantt } from "./parse-gantt.ts";

const tagTexts: Readonly<Record<GanttTag, string>> = {
  done: "Done",
  active: "Active",
  crit: "Critical",
  milestone: "Milestone",
};
const day = 86_400_000;

/**
 * A mermaid gantt chart as a table of tasks with their dates, and bars that only repeat what the words say.
 * `lineAttributes` answers what ties a row to its line, counted from the chart's first.
 */
export function timeline(source: string, lineAttributes: (line: number) => string): string {
  const chart = parseGantt(source);
  const scale = scaleOf(chart);
  const title = chart.title === "" ? "Timeline" : chart.title;
  const columns = chart.sections.map(({ name, tasks }) => {
    const head = name === "" ? "" : `<tr><th scope="rowgroup" colspan="4">${escapeHtml(name)}</th></tr>`;
    return `<tbody>${head}${tasks.map((task) => row(task, scale, lineAttributes(task.line))).join("")}</tbody>`;
  });
  const head =
    '<thead><tr><th scope="col">Milestone</th><th scope="col">From</th><th scope="col">To</th><th scope="col">Time</th></tr></thead>';
  return `<table class="timeline"><caption>${escapeHtml(title)}</caption>${head}${columns.join("")}</table>`;
}

interface Scale {
  readonly from: number;
  readonly length: number;
  /** Whether times of day say something. */
  readonly withTime: boolean;
}

function scaleOf({ sections }: GanttChart): Scale {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  let withTime = false;
  for (const { tasks } of sections) {
    for (const { start, end } of tasks) {
      for (const time of [start, end]) {
        if (time === undefined) continue;
        from = Math.min(from, time);
        to = Math.max(to, time);
        withTime ||= time % day !== 0;
      }
    }
  }
  return { from, length: Math.max(to - from, 1), withTime };
}

function row(task: GanttTask, scale: Scale, attributes: string): string {
  const tags = task.tags.map((tag) => ` <span class="state ${tag}">${tagTexts[tag]}</span>`).join("");
  const [start, end] = [task.start, task.end].map((time) => `<td>${dateText(time, scale)}</td>`);
  const name = `<th scope="row">${escapeHtml(task.name)}${tags}</th>`;
  return `<tr${attributes}>${name}${start}${end}<td class="bar">${bar(task, scale)}</td></tr>`;
}

function dateText(time: number | undefined, { withTime }: Scale): string {
  if (time === undefined || !Number.isFinite(time) || Math.abs(time) > 8.64e15) return "";
  const iso = new Date(time).toISOString();
  return withTime ? iso.slice(0, 16).replace("T", " ") : iso.slice(0, 10);
}

const percent = (share: number): string => `${Number.isFinite(share) ? Math.round(share * 10_000) / 100 : 0}%`;

/** SVG attributes place the bar, since styles in attributes are forbidden on our pages. */
function bar({ start, end, tags }: GanttTask, { from, length }: Scale): string {
  if (start === undefined && end === undefined) return "";
  const first = start ?? end ?? from;
  const last = end ?? first;
  const left = (first - from) / length;
  const classes = ["task", ...tags].join(" ");
  if (last === first || tags.includes("milestone")) {
    return `<svg aria-hidden="true" width="100%" height="14"><circle class="${classes}" cx="${percent(left)}" cy="7" r="5"/></svg>`;
  }
  const width = percent((last - first) / length);
  return `<svg aria-hidden="true" width="100%" height="14"><rect class="${classes}" x="${percent(left)}" y="2" width="${width}" height="10" rx="3"/></svg>`;
}
