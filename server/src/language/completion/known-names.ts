import type { ReleaseDocument } from "../../document/model.ts";
import type { JsonValue } from "../../text/json.ts";
import type { Text } from "../../text/place.ts";
import { isPlaceholder } from "../../words/placeholder.ts";

/** What the documents of the workspace name: offered where one of it is wanted. */
export interface KnownNames {
  /** `@alice`, or a person as written, with where the name comes from; this document's first. */
  readonly people: readonly Name[];
  /** `#release-room` */
  readonly channels: readonly Name[];
  readonly workItems: readonly Name[];
  readonly migrations: readonly Name[];
  readonly phases: readonly Name[];
  readonly gates: readonly Name[];
  readonly versions: readonly Name[];
  /** Ways to roll back that the plan of this document names. */
  readonly mechanisms: readonly Name[];
}

export interface Name {
  readonly text: string;
  readonly detail: string;
}

/** Names of one sort, the first mention of each. */
class Names {
  readonly #names = new Map<string, Name>();

  add(text: string | undefined, detail: string): void {
    const name = text?.trim() ?? "";
    if (name === "" || name.length > 80 || name.includes("\n") || isPlaceholder(name) || this.#names.has(name)) return;
    this.#names.set(name, { text: name, detail });
  }

  get all(): readonly Name[] {
    return [...this.#names.values()];
  }
}

/** Collects what documents name; `own` may be missing (a file that is not ours yet). */
export function knownNames(own: ReleaseDocument | undefined, others: readonly ReleaseDocument[]): KnownNames {
  const [people, channels, versions] = [new Names(), new Names(), new Names()];
  const [workItems, migrations, phases, gates] = [new Names(), new Names(), new Names(), new Names()];
  const mechanisms = new Names();
  for (const document of own === undefined ? others : [own, ...others]) {
    const from = document === own ? "This document" : titleOf(document);
    for (const text of peopleIn(document)) for (const name of handlesOf(text)) people.add(name, from);
    for (const text of channelsIn(document)) if (/^#[\p{L}]/u.test(text)) channels.add(text, from);
    versions.add(document.facts.version?.value, from);
    versions.add(document.facts.previousVersion?.value, from);
    for (const { id, title } of document.workItems) workItems.add(id.value, title?.value ?? from);
    for (const { id, strategy } of document.migrations) migrations.add(id.value, strategy?.value ?? from);
    for (const { name, traffic } of document.phases) phases.add(name.value, traffic?.value ?? from);
    if (document === own) for (const { text, phase } of document.gates) gates.add(text, phase);
    if (document === own)
      for (const text of textsIn(document.value, ["rollback", "mechanism"])) mechanisms.add(text, from);
  }
  return {
    people: people.all,
    channels: channels.all,
    versions: versions.all,
    workItems: workItems.all,
    migrations: migrations.all,
    phases: phases.all,
    gates: gates.all,
    mechanisms: mechanisms.all,
  };
}

const titleOf = ({ facts, title, uri }: ReleaseDocument): string =>
  title?.value ?? facts.version?.value ?? uri.slice(uri.lastIndexOf("/") + 1);

function* peopleIn(document: ReleaseDocument): Generator<string> {
  const value = (text: Text | undefined): string => text?.value ?? "";
  for (const owner of document.facts.owners) yield owner.value;
  for (const { owner, rollback } of document.workItems) {
    yield value(owner);
    for (const step of rollback) yield value(step.owner);
  }
  yield value(document.rollback.owner);
  for (const step of document.rollback.steps) yield value(step.owner);
  for (const { owner, by } of document.gates) {
    yield owner ?? "";
    yield by ?? "";
  }
  for (const { owner } of document.milestones) yield value(owner);
  if (document.format !== "yaml") return;
  yield* textsIn(document.value, ["release", "onCall"]);
  yield* textsIn(document.value, ["rollback", "teams"]);
}

function* channelsIn(document: ReleaseDocument): Generator<string> {
  if (document.format !== "yaml") return;
  yield* textsIn(document.value, ["release", "onCall"]);
  yield* textsIn(document.value, ["rollback", "communication"]);
  yield* textsIn(document.value, ["notes", "channels"]);
}

/** Every text at or below a place of a manifest. */
function* textsIn(value: JsonValue, [first, ...rest]: readonly string[]): Generator<string> {
  if (first !== undefined) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, first)) return;
    const inner: unknown = Reflect.get(value, first);
    if (isJson(inner)) yield* textsIn(inner, rest);
  } else if (typeof value === "string") yield value;
  else if (typeof value === "object" && value !== null) {
    for (const inner of Object.values(value)) yield* textsIn(inner, []);
  }
}

const isJson = (value: unknown): value is JsonValue => value !== undefined;

/** The handles that a text names; the text itself where it is a name. */
function handlesOf(text: string): readonly string[] {
  const handles = text.match(/(?<![\w.])@[\w][\w./-]*/g);
  if (handles !== null) return handles;
  return /^\p{L}[\p{L} .'-]{1,40}$/u.test(text) ? [text] : [];
}
