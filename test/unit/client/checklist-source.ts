import type { TreeSource } from "../../../client/src/checklist/checklist-tree.ts";
import { answersFor } from "../../../server/src/document/gate-answers.ts";
import type { ChecklistDocument, ChecklistGate } from "../../../server/src/lsp/protocol.ts";

/** A gate that is open and not due, unless a test says otherwise. */
export function gate(id: string, over: Partial<ChecklistGate> = {}): ChecklistGate {
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 3 } };
  const plain = { state: "open", form: "task", phase: "pre-release", due: false, critical: false } as const;
  const answers = answersFor({ ...plain, ...over });
  return { id, text: `Gate ${id}`, ...plain, required: true, range, answers, ...over };
}

/** A document with such gates, counted. */
export function document(
  uri: string,
  gates: readonly ChecklistGate[],
  over: Partial<ChecklistDocument> = {},
): ChecklistDocument {
  const of = (state: ChecklistGate["state"]): number => gates.filter((candidate) => candidate.state === state).length;
  return {
    uri,
    kind: "ReleaseRunbook",
    owners: [],
    template: false,
    stage: "approved",
    stageSource: "stated",
    verdict: "no-go",
    verdictTitle: "No-Go",
    blockers: 2,
    gates: {
      total: gates.length,
      checked: of("checked"),
      failed: of("failed"),
      waived: of("waived"),
      notApplicable: of("notApplicable"),
      open: of("open"),
      due: gates.filter(({ due, state }) => due && (state === "open" || state === "failed")).length,
    },
    gatesId: JSON.stringify(gates.map(({ range: _, ...words }) => words)),
    ...over,
  };
}

/** Documents with their gates. */
export function source(...entries: readonly (readonly [ChecklistDocument, readonly ChecklistGate[]])[]): TreeSource {
  const gates = new Map(entries.map(([{ uri }, list]) => [uri, list]));
  return { documents: entries.map(([entry]) => entry), gates: (uri) => gates.get(uri) ?? [] };
}
