import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isGantt, parseGantt } from "../../../server/src/render/gantt/parse-gantt.ts";
import { timeline } from "../../../server/src/render/gantt/timeline.ts";
import { readHtml } from "./read-html.ts";

const chart = `gantt
  title Harbour
  dateFormat YYYY-MM-DD
  %% a remark
  section Build
  Features :done, features, 2026-11-01, 2026-11-10
  Freeze :crit, milestone, freeze, after features, 0d
  section Ship
  Pilot :active, 2026-11-12, 36h
  Rest : 2w
  Watch :after nowhere, 1d
`;

const day = (text: string): number => Date.parse(`${text}T00:00Z`);

describe("a gantt chart", () => {
  it("is told from other diagrams", () => {
    expect(isGantt(chart)).toBe(true);
    expect(isGantt("%% about\n  gantt\n")).toBe(true);
    expect(isGantt("---\ntitle: x\n---\ngantt\n")).toBe(true);
    expect(isGantt("flowchart LR\n  gantt --> chart\n")).toBe(false);
    expect(isGantt("gantty")).toBe(false);
  });

  it("gives titles, sections and tasks with their times", () => {
    const { title, sections } = parseGantt(chart);
    expect(title).toBe("Harbour");
    expect(sections.map(({ name }) => name)).toEqual(["Build", "Ship"]);
    expect(sections.flatMap(({ tasks }) => tasks)).toEqual([
      { name: "Features", tags: ["done"], line: 5, start: day("2026-11-01"), end: day("2026-11-10") },
      { name: "Freeze", tags: ["crit", "milestone"], line: 6, start: day("2026-11-10"), end: day("2026-11-10") },
      { name: "Pilot", tags: ["active"], line: 8, start: day("2026-11-12"), end: day("2026-11-13") + 43_200_000 },
      { name: "Rest", tags: [], line: 9, start: day("2026-11-13") + 43_200_000, end: day("2026-11-27") + 43_200_000 },
      { name: "Watch", tags: [], line: 10 },
    ]);
  });

  it("reads other date formats, and leaves out days that do not exist", () => {
    const at = (format: string, from: string): number | undefined =>
      parseGantt(`gantt\ndateFormat ${format}\nA :a, ${from}, 1d`).sections[0]?.tasks[0]?.start;
    expect(at("DD/MM/YYYY", "04/12/2026")).toBe(day("2026-12-04"));
    expect(at("YYYY-MM-DD HH:mm", "2026-12-04 06:30")).toBe(day("2026-12-04") + 6.5 * 3_600_000);
    expect(at("YYYY-MM-DD", "2026-02-30")).toBeUndefined();
    expect(at("X", "1764806400")).toBeUndefined();
  });

  it("is shown as a table whose words say all that its bars show", () => {
    const html = timeline(chart, (line) => ` data-line="${line}"`);
    readHtml(html);
    expect(html).toContain("<caption>Harbour</caption>");
    expect(html).toContain('<tr data-line="5"><th scope="row">Features <span class="state done">Done</span></th>');
    expect(html).toContain("<td>2026-11-12 00:00</td><td>2026-11-13 12:00</td>");
    expect(html).toMatch(/<rect class="task done" x="0%" y="2" width="[\d.]+%" height="10" rx="3"\/>/);
    expect(html).toMatch(/<circle class="task crit milestone" cx="[\d.]+%"/);
  });

  it("never throws, whatever stands in it", () => {
    const line = fc.constantFrom(
      "title",
      "section",
      "dateFormat YYYY",
      ":",
      ",",
      "a :",
      "after",
      "9e99y",
      "<b>",
      "2026-13-40",
      "until",
    );
    fc.assert(
      fc.property(fc.array(fc.array(line).map((words) => words.join(" "))), (lines) => {
        readHtml(timeline(["gantt", ...lines].join("\n"), () => ""));
      }),
    );
  });
});
