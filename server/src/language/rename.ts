import type { Range, TextEdit, WorkspaceEdit } from "vscode-languageserver-types";
import { headingsOf } from "../document/markdown/compose/headings.ts";
import { Apart } from "../text/apart.ts";
import type { LinePosition } from "../text/line-index.ts";
import { githubSlug } from "../text/markdown/github-slug.ts";
import { plain, unescapeMarkdown } from "../text/markdown/prose.ts";
import type { Span, TextChange } from "../text/place.ts";
import type { FeatureContext, KnownDocument, PositionFeature } from "./feature.ts";
import { type Navigator, navigate } from "./navigation/navigator.ts";
import type { Occurrence } from "./navigation/occurrence.ts";
import { sameUri } from "./navigation/same-release.ts";
import { rangeOf } from "./range-of.ts";
import { scalarFor } from "./scalar-for.ts";

/** Says why a rename is not possible, in a sentence for the author. */
export interface RenameRefusal {
  readonly refused: string;
}

/** What a rename at the cursor would change; `undefined` where nothing can be renamed. */
export const prepareRename: PositionFeature<{ range: Range; placeholder: string } | undefined> = async (
  context,
  position,
) => {
  const here = (await navigate(context, "release")).at(context.lines.offset(position));
  return here === undefined ? undefined : { range: rangeOf(context.lines, here.span), placeholder: here.entity.name };
};

/**
 * Gives the thing at the cursor a new name wherever its release names it: work items, migrations, gates and phases in
 * manifest and runbook, headings with the links to them. The edits are grouped by URI.
 */
export async function rename(
  context: FeatureContext,
  position: LinePosition,
  newName: string,
): Promise<WorkspaceEdit | RenameRefusal> {
  const name = newName.trim();
  if (name === "" || /[\r\n]/.test(name)) return { refused: "A name is one line of text" };
  const navigator = await navigate(context, "release");
  const here = navigator.at(context.lines.offset(position));
  if (here === undefined) return { refused: "Nothing here can be renamed" };
  const occurrences = navigator.all(here.entity);
  if (isTaken(here, name, navigator)) return { refused: `There is already one with the name ${name}` };
  const changes = new ChangeSet();
  for (const occurrence of occurrences) {
    if (occurrence.role !== "anchor") changes.add(occurrence.known, renamed(occurrence, name));
  }
  for (const known of changes.documents()) moveAnchors(known, changes, navigator);
  return { changes: changes.byUri() };
}

/** Ids must stay apart: two work items or migrations of one name would become one. */
function isTaken({ entity }: Occurrence, name: string, navigator: Navigator): boolean {
  if ((entity.kind !== "workItem" && entity.kind !== "migration") || entity.name === name) return false;
  return navigator.all({ ...entity, key: name, name }).some(({ role }) => role === "definition");
}

function renamed({ known: { document }, span, role }: Occurrence, name: string): TextChange {
  if (document.format === "yaml" && role !== "mention") return scalarFor(document.text, span, name);
  const inTable = /^\s*\|/.test(document.text.slice(document.text.lastIndexOf("\n", span.start - 1) + 1));
  return { ...span, text: document.format === "markdown" && inTable ? name.replace(/(?<!\\)\|/g, "\\|") : name };
}

/** A heading whose words change gets another anchor: the links to it follow. */
function moveAnchors(known: KnownDocument, changes: ChangeSet, navigator: Navigator): void {
  const { document } = known;
  for (const { anchor, title, span } of headingsOf(document)) {
    const touched = changes.within(known, span);
    if (touched.length === 0) continue;
    const words = plain(unescapeMarkdown(applied(document.text, span, touched)));
    const base = githubSlug(title);
    const ordinal = anchor.startsWith(`${base}-`) ? anchor.slice(base.length) : "";
    const moved = `${githubSlug(words)}${ordinal}`;
    const key = `${sameUri(document.uri)}#${anchor}`;
    for (const link of navigator.all({ kind: "section", key, name: title })) {
      if (link.role === "anchor") changes.add(link.known, { ...link.span, text: moved });
    }
  }
}

function applied(text: string, span: Span, changes: readonly TextChange[]): string {
  let result = "";
  let at = span.start;
  for (const change of [...changes].sort((a, b) => a.start - b.start)) {
    result += text.slice(at, change.start) + change.text;
    at = change.end;
  }
  return result + text.slice(at, span.end);
}

/** Changes of several documents; no place is changed twice. */
class ChangeSet {
  readonly #changes = new Map<KnownDocument, Apart<TextChange>>();

  add(known: KnownDocument, change: TextChange): void {
    const changes = this.#changes.get(known) ?? new Apart<TextChange>(overlap);
    this.#changes.set(known, changes);
    changes.take([change]);
  }

  within(known: KnownDocument, span: Span): readonly TextChange[] {
    return this.#changes.get(known)?.within(span) ?? [];
  }

  documents(): readonly KnownDocument[] {
    return [...this.#changes.keys()];
  }

  byUri(): Record<string, TextEdit[]> {
    const entries = [...this.#changes].map(([{ document, lines }, { inOrder }]) => [
      document.uri,
      inOrder.map((change) => ({ range: rangeOf(lines, change), newText: change.text })),
    ]);
    return Object.fromEntries(entries);
  }
}

const overlap = (a: TextChange, b: TextChange): boolean => a.start < b.end && b.start < a.end;
