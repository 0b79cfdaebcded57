import { CompletionItemKind } from "vscode-languageserver-types";
import { SnippetWriter } from "./snippet.ts";
import type { Suggestion } from "./suggestion.ts";

type Write = (blank: (text: string) => string) => string;

function snippet(label: string, detail: string, write: Write): Suggestion {
  const writer = new SnippetWriter();
  const text = write((blank) => writer.blank(blank));
  return { label, detail, text, kind: CompletionItemKind.Snippet, snippet: true };
}

/** Task items, from their box on. `person`: who is offered as the one who answers. */
export function suggestGates(today: string, person: string): readonly Suggestion[] {
  return [
    snippet("Gate", "A gate that is still open", (blank) => `[ ] ${blank("What must be confirmed")}`),
    snippet(
      "Gate, checked",
      "Confirmed by somebody, today",
      (blank) => `[x] ${blank("What was confirmed")} (by ${blank(person)}, ${today})`,
    ),
    snippet(
      "Gate, waived",
      "Let go by somebody, with a reason",
      (blank) => `[ ] ${blank("What was not confirmed")} (waived by ${blank(person)}: ${blank("reason")})`,
    ),
    snippet(
      "Gate, not applicable",
      "Does not apply, with a reason",
      (blank) => `[ ] ${blank("What does not apply")} (N/A: ${blank("reason")})`,
    ),
    snippet(
      "Gate, choice",
      "Several boxes, of which one is ticked",
      (blank) => `**${blank("Decision")}:** [ ] ${blank("Go")} [ ] ${blank("No-Go")}`,
    ),
  ].map((suggestion) => ({ ...suggestion, filter: `[ ] ${suggestion.label}` }));
}

/** What can be said at the end of a task item. */
export function suggestAnswers(today: string, person: string): readonly Suggestion[] {
  return [
    snippet("(by …)", "Who confirmed it, and when", (blank) => `(by ${blank(person)}, ${today})`),
    snippet(
      "(waived by …)",
      "Let go by somebody, with a reason",
      (blank) => `(waived by ${blank(person)}: ${blank("reason")})`,
    ),
    snippet("(N/A: …)", "Does not apply, with a reason", (blank) => `(N/A: ${blank("reason")})`),
  ];
}
