import { verdictTitle } from "../verdict/judge.ts";
import type { Blocker } from "../verdict/verdict.ts";
import { escapeHtml } from "./escape-html.ts";
import { findingId, severityWords } from "./marks.ts";
import type { PageContext } from "./page-context.ts";
import { phaseProgress } from "./phase-progress.ts";
import { kindTitle, stageWords } from "./words.ts";

/** Blockers that are shown at once; the others open on demand. */
const shownBlockers = 8;

/** What stands above the document: verdict, stage, what blocks, and how far each phase is. Rendered after the document. */
export function banner(page: PageContext): string {
  const { verdict, document } = page;
  const title = document.template ? "Template" : verdictTitle(verdict.verdict, page.stage.stage);
  const name = document.template ? "none" : verdict.verdict;
  return [
    `<header class="banner ${name}">`,
    `<p class="verdict"><strong>${title}</strong> <span class="about">${about(page)}</span></p>`,
    document.template ? '<p class="note">A blank to copy: its gates and placeholders are not judged.</p>' : "",
    blockers(page),
    waivers(page),
    phaseProgress(page),
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

function blockers(page: PageContext): string {
  const { blockers: all } = page.verdict;
  if (all.length === 0) return "";
  const words = all.length === 1 ? "1 thing blocks this release" : `${all.length} things block this release`;
  const items = all.map((blocker) => blockerItem(page, blocker));
  const rest = items.slice(shownBlockers);
  const more =
    rest.length === 0 ? "" : `<details><summary>${rest.length} more</summary><ul>${rest.join("")}</ul></details>`;
  const first = items.slice(0, shownBlockers).join("");
  return `<section class="blockers" aria-label="Blockers"><p>${words}:</p><ul>${first}</ul>${more}</section>`;
}

function blockerItem({ document, verdict, anchors }: PageContext, blocker: Blocker): string {
  const { start } = document.span(blocker.at);
  const silenced = verdict.suppressed.some(({ rule, at }) => rule === blocker.rule && at === blocker.at);
  const note = silenced ? ' <span class="state">Silenced, still blocks</span>' : "";
  const link = anchors.jumpTo(start, sentence(blocker.message));
  return `<li>${link} <span class="line">line ${anchors.number(start)}</span>${note}</li>`;
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

/** A message; what it quotes in backticks as code. */
const sentence = (message: string): string => escapeHtml(message).replace(/`([^`]+)`/g, "<code>$1</code>");

/** What stands below the document: every finding, in words. Marks in the text refer to its lines. */
export function findingsList({ document, findings, anchors }: PageContext): string {
  if (findings.length === 0) return "";
  const items = findings.map(({ rule, severity, message, at }, index) => {
    const { start } = document.span(at);
    const link = anchors.jumpTo(start, sentence(message));
    const where = `<span class="line">line ${anchors.number(start)}, <code>${escapeHtml(rule)}</code></span>`;
    return `<li id="${findingId(index)}"><span class="severity ${severity}">${severityWords[severity]}</span> ${link} ${where}</li>`;
  });
  const words = findings.length === 1 ? "1 finding" : `${findings.length} findings`;
  return `<footer class="findings"><details><summary>${words}</summary><ul>${items.join("")}</ul></details></footer>`;
}
