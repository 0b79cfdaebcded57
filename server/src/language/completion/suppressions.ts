import { CompletionItemKind } from "vscode-languageserver-types";
import type { RuleMetadata } from "../../rules/rule.ts";
import { runStart } from "../../text/values/text-end.ts";
import type { Suggestion } from "./suggestion.ts";

/** What can be written in a comment, and what it takes the place of: `start` and `end` are columns of the line. */
export interface CommentCompletion {
  readonly suggestions: readonly Suggestion[];
  readonly start: number;
  readonly end: number;
}

const directives = [
  ["release-docs-disable-next-line", "Silence a rule for the next line"],
  ["release-docs-disable-file", "Silence a rule for the whole file"],
  ["release-docs-disable", "Silence a rule from here on"],
  ["release-docs-enable", "End of what is silenced"],
] as const;

/** Completes a comment that silences findings: the directive, then rule ids. `before`: the line up to the cursor. */
export function completeSuppression(before: string, after: string, rules: readonly RuleMetadata[]): CommentCompletion {
  const named = /release-docs-(?:disable-next-line|disable-file|disable|enable)\s+(?:[^\s,]+[\s,]+)*([^\s,]*)$/.exec(
    before,
  );
  const start = named === null ? runStart(before, /[\w-]/) : before.length - (named[1] ?? "").length;
  const end = before.length + (/^[\w/*-]*/.exec(after)?.[0].length ?? 0);
  if (named !== null && /\s--(?:\s|$)/.test(named[0])) return { suggestions: [], start, end };
  if (named === null) {
    const suggestions = directives.map(([label, detail]): Suggestion => {
      return { label, detail, kind: CompletionItemKind.Keyword, text: `${label} ` };
    });
    return { suggestions, start, end };
  }
  const reasoned = /--/.test(after);
  const suggestions = rules.map(
    ({ id, title, rationale }): Suggestion => ({
      label: id,
      detail: title,
      documentation: rationale,
      kind: CompletionItemKind.EnumMember,
      text: reasoned ? id : `${id} -- \${1:reason}`,
      snippet: !reasoned,
    }),
  );
  return { suggestions: [...suggestions, ...families(rules)], start, end };
}

function families(rules: readonly RuleMetadata[]): readonly Suggestion[] {
  const names = new Set(rules.map(({ id }) => id.slice(0, id.indexOf("/"))));
  return [...names].map((family) => ({
    label: `${family}/*`,
    detail: `All rules of ${family}`,
    kind: CompletionItemKind.EnumMember,
    text: `${family}/*`,
  }));
}
