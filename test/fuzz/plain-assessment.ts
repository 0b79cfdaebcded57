import type { ReleaseDocument, Section } from "../../server/src/document/model.ts";
import type { Assessment } from "../../server/src/engine/service.ts";
import type { Place } from "../../server/src/text/place.ts";

/** All that a document tells; some of it is made when it is asked for. */
const told = [
  "uri",
  "format",
  "text",
  "kind",
  "declared",
  "template",
  "title",
  "facts",
  "fields",
  "sections",
  "gates",
  "workItems",
  "migrations",
  "migrationOrder",
  "migrationsStated",
  "phases",
  "abortRules",
  "rollback",
  "tests",
  "milestones",
  "noGoTriggers",
  "signOffs",
  "dates",
  "placeholders",
  "references",
  "anchors",
  "problems",
  "directives",
  "value",
  "unreadable",
] as const satisfies readonly (keyof ReleaseDocument)[];

/** An assessment as lines of text, with places as absolute offsets: equal for equal assessments, and for no others. */
export function plainAssessment(assessment: Assessment | undefined): readonly string[] {
  if (assessment === undefined) return ["no release document"];
  const { document, stage, gates, due, findings, suppressed, verdict } = assessment;
  const line = (name: string, value: unknown): string => `${name} ${plain(document, value)}`;
  return [
    ...told.flatMap((name) => {
      const value: unknown = document[name];
      return Array.isArray(value)
        ? value.map((item, at) => line(`${name}[${at}]`, item))
        : [line(name, value instanceof Set ? [...value] : value)];
    }),
    ...places(document),
    line("stage", stage),
    line("counts", gates),
    line("due", [...due]),
    ...findings.map((finding) => line("finding", finding)),
    ...suppressed.map((finding) => line("suppressed", finding)),
    line("verdict", verdict),
  ];
}

function plain(document: ReleaseDocument, value: unknown): string {
  return (
    JSON.stringify(value, (key, member: unknown) => {
      if (isPlace(member)) {
        const { start, end } = document.span(member);
        return `${start}..${end}`;
      }
      // Sections are told on their own; here it is enough to say which one is meant.
      if (key === "section" && isSection(member)) return `section ${document.sections.indexOf(member)}`;
      return member;
    }) ?? "undefined"
  );
}

const isPlace = (value: unknown): value is Place =>
  typeof value === "object" && value !== null && "part" in value && "start" in value && "end" in value;

const isSection = (value: unknown): value is Section =>
  typeof value === "object" && value !== null && "path" in value && Array.isArray(value.path);

/** Where every value of the document stands. */
function places(document: ReleaseDocument): readonly string[] {
  const found: string[] = [];
  const visit = (value: unknown, pointer: readonly (string | number)[]): void => {
    found.push(`at ${pointer.join("/")} ${plain(document, document.placeOf(pointer))}`);
    if (Array.isArray(value)) for (const [at, item] of value.entries()) visit(item, [...pointer, at]);
    else if (typeof value === "object" && value !== null) {
      for (const [name, inner] of Object.entries(value)) visit(inner, [...pointer, name]);
    }
  };
  visit(document.value, []);
  return found;
}
