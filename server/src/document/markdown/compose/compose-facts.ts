import type { PartField } from "../../../text/markdown/pieces/part-field.ts";
import { textAt } from "../../../text/markdown/prose.ts";
import type { Text } from "../../../text/place.ts";
import { slugHas, slugIs } from "../../../words/lists.ts";
import { isBlank } from "../../../words/placeholder.ts";
import type { KindDefinition } from "../../kind.ts";
import type { DateText, Milestone, ReleaseFacts } from "../../model.ts";
import { readLinks } from "../parts/read-links.ts";

const versionInTitle =
  /(?<![\w.])(?:v\d+(?:\.\d+)*(?:[-+][\w.-]+)?|\d+\.\d+(?:\.\d+)*(?:[-+][\w.-]+)?|v?\[X\.Y(?:\.Z)?\]|vX\.Y\.Z)(?!\w)/i;

/** Fields that speak of the release, nearest first: front matter, metadata sections and the top; then the rest. */
export interface FactFields {
  readonly near: readonly PartField[];
  readonly far: readonly PartField[];
}

/** The facts of a document: by each kind's labels in their order, the first that says something, a blank failing that. */
export function composeFacts(
  { near, far }: FactFields,
  title: Text | undefined,
  { labels }: KindDefinition,
): ReleaseFacts {
  const wanted = new Set(Object.values(labels).flat());
  const sources = [byLabel(near, wanted), byLabel(far, wanted)];
  const first = (keys: readonly string[], fits = (_: PartField): boolean => true): PartField | undefined =>
    firstStated(sources.map((source) => keys.flatMap((key) => source.get(key) ?? []).filter(fits)));
  const version = versionFor(first(labels.version, saysVersion), title);
  const previousVersion = first(labels.previousVersion)?.value;
  const date = first(labels.date)?.value;
  const status = first(labels.status);
  const runbook = targetOf(firstStated([near, far].map((fields) => fields.filter(saysRunbook)))?.value);
  return {
    owners: ownersOf(sources, labels.owners),
    statusStated: status !== undefined && !isBlank(status.value.value),
    ...(version === undefined ? {} : { version }),
    ...(previousVersion === undefined ? {} : { previousVersion }),
    ...(date === undefined ? {} : { date }),
    ...(status === undefined ? {} : { status: status.value }),
    ...(runbook === undefined ? {} : { runbook }),
  };
}

/** The first field of the nearest that has some, rather one that is no blank. */
function firstStated(nearest: readonly (readonly PartField[])[]): PartField | undefined {
  const found = nearest.find((fields) => fields.length > 0);
  return found?.find(({ value }) => !isBlank(value.value)) ?? found?.[0];
}

const isRunbook = slugIs("runbookLabel");
const saysRunbook = ({ key, value }: PartField): boolean => value.value !== "" && isRunbook(key);

/** Where a value leads: the target of its link, else what it says. */
const targetOf = (text: Text | undefined): Text | undefined =>
  text === undefined ? undefined : (readLinks(text.at.part, text.at)[0]?.target ?? text);

type ByLabel = ReadonlyMap<string, readonly PartField[]>;

function byLabel(fields: readonly PartField[], wanted: ReadonlySet<string>): ByLabel {
  const byKey = new Map<string, PartField[]>();
  for (const field of fields) {
    if (field.value.value === "" || !wanted.has(field.key)) continue;
    const same = byKey.get(field.key);
    if (same === undefined) byKey.set(field.key, [field]);
    else same.push(field);
  }
  return byKey;
}

/** *Release: see the tag* is no version. */
const saysVersion = (field: PartField): boolean => /\d/.test(field.value.value) || isBlank(field.value.value);

/** A title's version counts where no field says one. */
function versionFor(stated: PartField | undefined, title: Text | undefined): Text | undefined {
  if (stated !== undefined && !isBlank(stated.value.value)) return stated.value;
  const inTitle = title === undefined ? undefined : versionOf(title);
  if (inTitle === undefined) return stated?.value;
  return stated === undefined || !isBlank(inTitle.value) ? inTitle : stated.value;
}

function versionOf(title: Text): Text | undefined {
  const { part, start, end } = title.at;
  const match = versionInTitle.exec(part.text.slice(start, end));
  if (match === null) return undefined;
  return textAt(part, { start: start + match.index, end: start + match.index + match[0].length });
}

/** Everyone that the first label with a value names. */
function ownersOf(sources: readonly ByLabel[], labels: readonly string[]): readonly Text[] {
  for (const source of sources) {
    for (const label of labels) {
      const found = source.get(label)?.map(({ value }) => value);
      if (found !== undefined) {
        return found.filter((text, index) => found.findIndex(({ value }) => value === text.value) === index);
      }
    }
  }
  return [];
}

const endsInDate = slugHas("dateLabel");
const speaksOfText = slugHas("dateOfText");

/** Whether a label says *date*, and does not speak of when the document was written. */
const saysDate = (key: string): boolean => endsInDate(key) && !speaksOfText(key);

/** Dates that rules compare: the release's own, other fields that say *date*, milestones. */
export function composeDates(
  fields: readonly PartField[],
  milestones: readonly Milestone[],
  { labels }: KindDefinition,
): readonly DateText[] {
  const dates: DateText[] = [];
  for (const field of fields) {
    if (field.value.value !== "" && (labels.date.includes(field.key) || saysDate(field.key))) {
      dates.push({ label: field.label.value, value: field.value });
    }
  }
  for (const { name, date, end } of milestones) {
    if (date !== undefined) dates.push({ label: name.value, value: date });
    if (end !== undefined && end.value !== date?.value) dates.push({ label: name.value, value: end });
  }
  return dates;
}
