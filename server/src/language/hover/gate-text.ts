import type { Gate } from "../../document/model.ts";
import { markdownText } from "../../text/markdown/escape-markdown.ts";
import type { GatePhase } from "../../words/terms.ts";
import type { FeatureContext } from "../feature.ts";
import { gateWords } from "../navigation/gate-words.ts";

const dueWords: Readonly<Record<GatePhase, string>> = {
  "pre-release": "due from **approved** on",
  release: "due before the release is **completed**",
  "post-release": "due before the release is **completed**",
  rollback: "due once the release is **rolled back**",
};

/** What the gate at an offset is to the release: its phase, when it is due, how it stands. Empty where no gate is. */
export function gateText({ assessment }: FeatureContext, offset: number): string {
  const { document, due } = assessment;
  const gate = innermostGate(document.gates, (candidate) => document.span(candidate.at), offset);
  if (gate === undefined) return "";
  const rollout = gate.rolloutPhase === undefined ? undefined : document.phases[gate.rolloutPhase];
  const when = !gate.required
    ? "need not be answered"
    : rollout === undefined
      ? dueWords[gate.phase]
      : `due once the phase “${markdownText(rollout.name.value)}” is behind`;
  const template = document.template ? " Nothing is due in a template." : "";
  const critical = gate.critical ? " It is critical: once failed it cannot be waived." : "";
  const evidence = gate.evidence === undefined ? "" : ` Evidence: ${markdownText(gate.evidence)}.`;
  return `**Gate** (${gate.phase}): ${when}. Now ${markdownText(gateWords(gate, due.has(gate.id)))}.${critical}${evidence}${template}`;
}

/** The smallest gate that holds an offset. */
function innermostGate(
  gates: readonly Gate[],
  spanOf: (gate: Gate) => { readonly start: number; readonly end: number },
  offset: number,
): Gate | undefined {
  let found: { readonly gate: Gate; readonly size: number } | undefined;
  for (const gate of gates) {
    const { start, end } = spanOf(gate);
    if (start > offset || offset > end) continue;
    if (found === undefined || end - start <= found.size) found = { gate, size: end - start };
  }
  return found?.gate;
}
