import { verdictTitle } from "../verdict/judge.ts";
import { blockerList } from "./blocker-list.ts";
import { escapeHtml } from "./escape-html.ts";
import { severityWords } from "./marks.ts";
import type { PageContext } from "./page-context.ts";
import { phaseProgress } from "./phase-progress.ts";
import { sentence } from "./sentence.ts";
import { shapedList } from "./shaped-list.ts";
import { kindTitle, stageWords } from "./words.ts";

/** What stands above the document: verdict, stage, what blocks, and how far each phase is. Rendered after the document. */
export function banner(page: PageContext, note?: string): string {
  const { verdict, document } = page;
  const title = document.template ? "Template" : verdictTitle(verdict.verdict, page.stage.stage);
  const name = document.template ? "none" : verdict.verdict;
  return [
    `<header class="banner ${name}">`,
    `<p class="verdict"><strong>${title}</strong> <span class="about">${about(page)}</span></p>`,
    document.template ? '<p class="note">A blank to copy: its gates and placeholders are not judged.</p>' : "",
    blockerList(page),
    waivers(page),
    shapedList(page),
    phaseProgress(page),
    note === undefined ? "" : `<p class="read-only">${escapeHtml(note)}</p>`,
    "</header>",
  ].join("");
}

function about({ document, stage }: PageContext): string {
  const kind = escapeHtml(kindTitle(document.kind));
  if (document.template) return kind;
  const stated =
    stage.source === "assumed" ? `no status, judged as ${stageWords(stage.stage)}` : stageWords(stage.stage);
  return `${kind}, ${stated}`;
}

function waivers({ verdict, document, anchors }: PageContext): string {
  if (verdict.waivers.length === 0 || document.template) return "";
  const items = verdict.waivers.map((gate) => {
    const why = [gate.by === undefined ? "" : `by ${gate.by}`, gate.reason ?? ""]
      .filter((part) => part !== "")
      .join(": ");
    return `<li>${anchors.jumpTo(document.span(gate.box).start, escapeHtml(gate.text))} ${escapeHtml(why)}</li>`;
  });
  const words = items.length === 1 ? "1 gate is waived" : `${items.length} gates are waived`;
  return `<details class="waivers"><summary>${words}</summary><ul>${items.join("")}</ul></details>`;
}

/** What stands below the document: every finding, in words. Marks in the text refer to its lines. */
export function findingsList({ document, findings, moreFindings, anchors }: PageContext): string {
  if (findings.length === 0) return "";
  const items = findings.map(({ rule, severity, message, at, id }) => {
    const { start } = document.span(at);
    const link = anchors.jumpTo(start, sentence(message));
    const where = `<span class="line">line ${anchors.number(start)}, <code>${escapeHtml(rule)}</code></span>`;
    return `<li id="${id}"><span class="severity ${severity}">${severityWords[severity]}</span> ${link} ${where}</li>`;
  });
  if (moreFindings > 0) items.push(`<li>${moreFindings} more are not listed on this page</li>`);
  const count = findings.length + moreFindings;
  const words = count === 1 ? "1 finding" : `${count} findings`;
  return `<footer class="findings"><details><summary>${words}</summary><ul>${items.join("")}</ul></details></footer>`;
}
