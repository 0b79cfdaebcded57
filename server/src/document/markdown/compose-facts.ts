import type { KindDefinition } from "../kind.ts";
import type { DateText, Field, Milestone, ReleaseFacts } from "../model.ts";
import type { Text } from "../place.ts";
import { isOptionList } from "../values/option-list.ts";
import { isPlaceholder } from "../values/placeholder.ts";
import { textAt } from "./prose.ts";

const runbookLabels = ["runbook", "release-runbook", "runbook-link"];
const versionInTitle =
  /(?<![\w.])(?:v\d+(?:\.\d+)*(?:[-+][\w.-]+)?|\d+\.\d+(?:\.\d+)*(?:[-+][\w.-]+)?|v?\[X\.Y(?:\.Z)?\]|vX\.Y\.Z)(?!\w)/i;

/** Fields that speak of the release, nearest first: front matter, metadata sections and the top; then the rest. */
export interface FactFields {
  readonly near: readonly Field[];
  readonly far: readonly Field[];
}

/** The facts of a document: by each kind's labels in their order, the first that says something, a blank failing that. */
export function composeFacts(
  { near, far }: FactFields,
  title: Text | undefined,
  { labels }: KindDefinition,
): ReleaseFacts {
  const sources = [byLabel(near), byLabel(far)];
  const first = (keys: readonly string[], fits = (_: Text): boolean => true): Text | undefined => {
    for (const source of sources) {
      const found = keys.flatMap((key) => source.get(key) ?? []).filter(fits);
      if (found.length > 0) return found.find((text) => !isBlank(text)) ?? found[0];
    }
    return undefined;
  };
  const version = versionFor(first(labels.version, saysVersion), title);
  const previousVersion = first(labels.previousVersion);
  const date = first(labels.date);
  const status = first(labels.status);
  const runbook = first(runbookLabels);
  return {
    owners: ownersOf(sources, labels.owners),
    statusStated: status !== undefined && !isBlank(status),
    ...(version === undefined ? {} : { version }),
    ...(previousVersion === undefined ? {} : { previousVersion }),
    ...(date === undefined ? {} : { date }),
    ...(status === undefined ? {} : { status }),
    ...(runbook === undefined ? {} : { runbook }),
  };
}

function byLabel(fields: readonly Field[]): ReadonlyMap<string, readonly Text[]> {
  const byKey = new Map<string, Text[]>();
  for (const { key, value } of fields) {
    if (value.value === "") continue;
    const values = byKey.get(key);
    if (values === undefined) byKey.set(key, [value]);
    else values.push(value);
  }
  return byKey;
}

const isBlank = ({ value }: Text): boolean => isOptionList(value) || isPlaceholder(value);

/** *Release: see the tag* is no version. */
const saysVersion = (text: Text): boolean => /\d/.test(text.value) || isBlank(text);

/** A title's version counts where no field says one. */
function versionFor(stated: Text | undefined, title: Text | undefined): Text | undefined {
  if (stated !== undefined && !isBlank(stated)) return stated;
  const inTitle = title === undefined ? undefined : versionOf(title);
  if (inTitle === undefined) return stated;
  return stated === undefined || !isBlank(inTitle) ? inTitle : stated;
}

function versionOf(title: Text): Text | undefined {
  const { part, start, end } = title.at;
  const match = versionInTitle.exec(part.text.slice(start, end));
  if (match === null) return undefined;
  return textAt(part, { start: start + match.index, end: start + match.index + match[0].length });
}

/** Everyone that the first label with a value names. */
function ownersOf(
  sources: readonly ReadonlyMap<string, readonly Text[]>[],
  labels: readonly string[],
): readonly Text[] {
  for (const source of sources) {
    for (const label of labels) {
      const found = source.get(label);
      if (found !== undefined) {
        return found.filter((text, index) => found.findIndex(({ value }) => value === text.value) === index);
      }
    }
  }
  return [];
}

/** Dates that rules compare: the release's own, other fields that say *date*, milestones. */
export function composeDates(
  fields: readonly Field[],
  milestones: readonly Milestone[],
  { labels }: KindDefinition,
): readonly DateText[] {
  const isDate = (key: string): boolean =>
    labels.date.includes(key) || (/(?:^|-)date$/.test(key) && !/updated|created|modified|last/.test(key));
  return [
    ...fields.flatMap(({ key, label, value }) =>
      value.value !== "" && isDate(key) ? [{ label: label.value, value }] : [],
    ),
    ...milestones.flatMap(({ name, date, end }) => [
      ...(date === undefined ? [] : [{ label: name.value, value: date }]),
      ...(end === undefined || end.value === date?.value ? [] : [{ label: name.value, value: end }]),
    ]),
  ];
}
