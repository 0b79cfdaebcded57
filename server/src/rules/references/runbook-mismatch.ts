import type { Fix, Intention } from "../../document/intention.ts";
import type { Text } from "../../text/place.ts";
import { findDate, readDate } from "../../text/values/date.ts";
import { isPlaceholder } from "../../words/placeholder.ts";
import { writeDay } from "../date-fixes.ts";
import { quote } from "../quote.ts";
import type { Rule } from "../rule.ts";

const stated = ({ value }: Text): boolean => value !== "" && !isPlaceholder(value);

/** A version with a `v` before it where mine has one. */
const likeMine = (mine: string, theirs: string): string =>
  `${/^v(?=\d)/i.exec(mine.trim())?.[0] ?? ""}${theirs.trim().replace(/^v(?=\d)/i, "")}`;

/** Manifest and runbook agree. */
export const runbookMismatch: Rule = {
  id: "references/runbook-mismatch",
  title: "Manifest and runbook agree",
  rationale:
    "Two documents of one release that name different versions or days will be followed by two different people.",
  severity: "warning",
  bad: `# release-manifest.yaml
release: { id: v2.1.0, runbook: ./runbook.md }   # the runbook says v2.0.9
`,
  good: `# release-manifest.yaml
release: { id: v2.1.0, runbook: ./runbook.md }   # the runbook says v2.1.0
`,
  inTemplates: false,
  declaredOnly: true,
  check({ document, related }, report) {
    const other = related.counterpart;
    if (other === undefined || other.template) return;
    const name = other.format === "yaml" ? "manifest" : "runbook";
    const { version, date } = document.facts;
    const says = other.facts;
    const asThere = (intention: Intention): Fix => ({
      title: `Write what the ${name} says`,
      intention,
      certain: false,
    });
    const plain = (text: string): string => text.trim().replace(/^v(?=\d)/i, "");
    if (
      version !== undefined &&
      says.version !== undefined &&
      stated(version) &&
      stated(says.version) &&
      plain(version.value) !== plain(says.version.value)
    ) {
      report({
        at: version.at,
        message: `The version is ${quote(version.value)} here and ${quote(says.version.value)} in the ${name}: make them agree`,
        fixes: [asThere({ do: "replace", at: version.at, text: likeMine(version.value, says.version.value) })],
      });
    }
    const here = readDate(date?.value ?? "");
    const there = readDate(says.date?.value ?? "");
    const written = findDate(date?.value ?? "");
    if (date !== undefined && here.kind === "date" && there.kind === "date" && here.iso !== there.iso) {
      report({
        at: date.at,
        message: `The release date is ${here.iso} here and ${there.iso} in the ${name}: make them agree`,
        fixes: written === undefined ? [] : [asThere(writeDay(date, written, there.iso))],
      });
    }
    const owner = document.facts.owners.find(stated);
    const handles = (owners: readonly Text[]): readonly string[] =>
      owners.flatMap(({ value }) => value.toLowerCase().match(/@[\w-]+/g) ?? []);
    const [mine, theirs] = [handles(document.facts.owners), handles(says.owners)];
    if (
      owner !== undefined &&
      mine.length > 0 &&
      theirs.length > 0 &&
      !mine.some((handle) => theirs.includes(handle))
    ) {
      report({
        at: owner.at,
        message: `The release is owned by ${mine.join(", ")} here and by ${theirs.join(", ")} in the ${name}: make them agree`,
      });
    }
  },
};
