import { CompletionItemKind } from "vscode-languageserver-types";
import type { Suggestion } from "./suggestion.ts";

const gate = (label: string, detail: string, text: string): Suggestion => ({
  label,
  detail,
  text,
  kind: CompletionItemKind.Snippet,
  snippet: true,
  filter: `[ ] ${label}`,
});

/** Task items, from their box on. `person`: who is offered as the one who answers. */
export function suggestGates(today: string, person: string): readonly Suggestion[] {
  return [
    gate("Gate", "A gate that is still open", "[ ] ${1:What must be confirmed}"),
    gate(
      "Gate, checked",
      "Confirmed by somebody, today",
      `[x] \${1:What was confirmed} (by \${2:${person}}, ${today})`,
    ),
    gate(
      "Gate, waived",
      "Let go by somebody, with a reason",
      `[ ] \${1:What was not confirmed} (waived by \${2:${person}}: \${3:reason})`,
    ),
    gate("Gate, not applicable", "Does not apply, with a reason", "[ ] ${1:What does not apply} (N/A: ${2:reason})"),
    gate("Gate, choice", "Several boxes, of which one is ticked", "**${1:Decision}:** [ ] ${2:Go} [ ] ${3:No-Go}"),
  ];
}

/** What can be said at the end of a task item. */
export function suggestAnswers(today: string, person: string): readonly Suggestion[] {
  const answer = (label: string, detail: string, text: string): Suggestion => ({
    label,
    detail,
    text,
    kind: CompletionItemKind.Snippet,
    snippet: true,
    filter: text,
  });
  return [
    answer("(by …)", "Who confirmed it, and when", `(by \${1:${person}}, ${today})`),
    answer("(waived by …)", "Let go by somebody, with a reason", `(waived by \${1:${person}}: \${2:reason})`),
    answer("(N/A: …)", "Does not apply, with a reason", "(N/A: ${1:reason})"),
  ];
}
