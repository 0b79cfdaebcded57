import type { Fix } from "../document/intention.ts";
import type { Gate } from "../document/model.ts";

/** The answers that an open gate can be given. None is certain: only a person knows. */
export function answers(gate: Gate): readonly Fix[] {
  const answer = (
    title: string,
    state: Gate["state"],
    more: { readonly by?: string; readonly reason?: string } = {},
  ): Fix => ({
    title,
    intention: { do: "answer-gate", gate: gate.id, state, ...more },
    certain: false,
  });
  return [
    answer("Mark gate as checked", "checked"),
    answer("Mark gate as not applicable", "notApplicable", { reason: "reason" }),
    answer("Waive gate", "waived", { by: "@name", reason: "reason" }),
  ];
}
