import { placeWords, type Shaping } from "../../verdict/shaping.ts";
import { markdownText, messageText } from "./markdown-text.ts";

/** A document with what shaped the verdict on it; files by their paths. */
export interface ShapedDocument {
  readonly path: string;
  readonly shaped: readonly Shaping[];
}

/** What shaped several verdicts, or the whole run, told once. */
export interface SharedShaping {
  readonly shaping: Shaping;
  /** The files that it is about, by path; empty for the whole run, or for every document of several. */
  readonly paths: readonly string[];
}

/** What is said of many documents is said once, in the order in which it first comes; what is about the run comes first. */
export function shared(documents: readonly ShapedDocument[], run: readonly Shaping[]): readonly SharedShaping[] {
  const found = new Map<string, { shaping: Shaping; paths: Set<string> }>();
  const add = ({ path: out, ...shaping }: Shaping, path = out): void => {
    const key = JSON.stringify([out !== undefined, shaping]);
    const known = found.get(key) ?? { shaping, paths: new Set<string>() };
    if (path !== undefined) known.paths.add(path);
    found.set(key, known);
  };
  for (const shaping of run) add(shaping);
  for (const { path, shaped } of documents) for (const shaping of shaped) add(shaping, path);
  const everyone = (paths: ReadonlySet<string>): boolean =>
    documents.length > 1 && documents.every(({ path }) => paths.has(path));
  return [...found.values()].map(({ shaping, paths }) => ({ shaping, paths: everyone(paths) ? [] : [...paths] }));
}

/**
 * What a report of findings tells of it: nothing where a run was as every run is, with its configuration and its day.
 */
export function sharedByFindings(
  documents: readonly ShapedDocument[],
  run: readonly Shaping[],
): readonly SharedShaping[] {
  const entries = shared(documents, run);
  return entries.every(({ shaping: { what } }) => what === "now" || what === "configuration") ? [] : entries;
}

/** More than so many documents are counted. */
const mostNamed = 3;

/** An entry as one line of plain text: the sentence, its place, and the documents that it is about. */
export function shapedText({ shaping, paths }: SharedShaping): string {
  return line(shaping.sentence, placeWords(shaping), paths);
}

/** The same as Markdown. */
function shapedMarkdown({ shaping, paths }: SharedShaping): string {
  const place = placeWords(shaping);
  return line(messageText(shaping.sentence), place && markdownText(place), paths.map(markdownText));
}

function line(sentence: string, place: string | undefined, paths: readonly string[]): string {
  const named = paths.length > mostNamed ? [...paths.slice(0, mostNamed), `${paths.length - mostNamed} more`] : paths;
  const about = named.length === 0 ? "" : `: ${named.join(", ")}`;
  return `${sentence}${place === undefined ? "" : ` (${place})`}${about}`;
}

/** The section *What shaped this verdict* of a page; nothing where nothing did. */
export function shapedSection(entries: readonly SharedShaping[], heading = "##"): readonly string[] {
  if (entries.length === 0) return [];
  return [`${heading} ${shapedTitle}`, "", ...entries.map((entry) => `- ${shapedMarkdown(entry)}`), ""];
}

export const shapedTitle = "What shaped this verdict";
