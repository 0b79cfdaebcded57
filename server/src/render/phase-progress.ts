import type { Gate } from "../document/model.ts";
import type { GatePhase } from "../words/terms.ts";
import type { PageContext } from "./page-context.ts";
import { phaseWords } from "./words.ts";

const phases: readonly GatePhase[] = ["pre-release", "release", "post-release", "rollback"];

/** How many gates of each phase are answered, as bars and in words. Empty for a document without gates or a template. */
export function phaseProgress({ document, due }: PageContext): string {
  if (document.gates.length === 0 || document.template) return "";
  const rows = phases.flatMap((phase) => {
    const gates = document.gates.filter((gate) => gate.phase === phase);
    return gates.length === 0 ? [] : [row(phase, gates, due)];
  });
  return `<section class="progress" aria-label="Progress">${rows.join("")}</section>`;
}

function row(phase: GatePhase, gates: readonly Gate[], due: ReadonlySet<string>): string {
  const count = (wanted: (gate: Gate) => boolean): number => gates.filter(wanted).length;
  const answered = count(({ state }) => state === "checked" || state === "waived" || state === "notApplicable");
  const failed = count(({ state }) => state === "failed");
  const waiting = count(({ id, state }) => due.has(id) && state === "open");
  const words = [
    `${answered} of ${gates.length}`,
    failed === 0 ? "" : `${failed} failed`,
    waiting === 0 ? "" : `${waiting} due`,
  ].filter((part) => part !== "");
  const label = phaseWords[phase];
  const bar = `<progress max="${gates.length}" value="${answered}" aria-label="${label}"></progress>`;
  return `<p><span class="phase-name">${label}</span> ${bar} <span class="count">${words.join(", ")}</span></p>`;
}
