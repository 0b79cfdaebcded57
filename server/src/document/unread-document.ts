import type { Identity } from "./identity.ts";
import type { Problem, ReleaseDocument } from "./model.ts";
import type { Part } from "./place.ts";

/**
 * A document that is ours but is not read (too large, nested too deep): it has one problem and nothing else, so that
 * nothing is concluded from what is missing.
 */
export function unreadDocument(
  uri: string,
  text: string,
  { format, kind, declared }: Identity,
  message: string,
): ReleaseDocument {
  const firstLine = text.slice(0, 200).search(/\r|\n|$/);
  const part: Part = { text: text.slice(0, firstLine) };
  const at = { part, start: 0, end: firstLine };
  const problem: Problem = { rule: "syntax/limit", message, at };
  return {
    uri,
    format,
    text,
    kind: kind.name,
    declared,
    template: false,
    facts: { owners: [], statusStated: false },
    fields: [],
    sections: [],
    gates: [],
    workItems: [],
    migrations: [],
    migrationOrder: [],
    phases: [],
    abortRules: [],
    rollback: {
      present: false,
      headings: [],
      triggers: [],
      steps: [],
      undoesMigrations: false,
      links: [],
      unreadable: true,
    },
    tests: [],
    milestones: [],
    noGoTriggers: [],
    signOffs: [],
    dates: [],
    placeholders: [],
    references: [],
    anchors: new Set(),
    problems: [problem],
    directives: [],
    value: {},
    unreadable: [[]],
    parts: [part],
    span: ({ start, end }) => ({ start, end }),
    placeOf: () => ({ value: at }),
  };
}
