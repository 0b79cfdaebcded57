import type { Part } from "../text/place.ts";
import type { ReleaseDocument } from "./model.ts";

/** A document of one part in which nothing was found: what a reader that finds nothing, or does not read, answers. */
export function emptyDocument({
  uri,
  format,
  text,
  kind,
}: Pick<ReleaseDocument, "uri" | "format" | "text" | "kind">): ReleaseDocument {
  const part: Part = { text };
  return {
    uri,
    format,
    text,
    kind,
    declared: true,
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
      unreadable: false,
    },
    tests: [],
    milestones: [],
    noGoTriggers: [],
    signOffs: [],
    dates: [],
    placeholders: [],
    references: [],
    anchors: new Set(),
    problems: [],
    directives: [],
    value: {},
    unreadable: [],
    parts: [part],
    span: ({ start, end }) => ({ start, end }),
    placeOf: () => ({ value: { part, start: 0, end: 0 } }),
  };
}
