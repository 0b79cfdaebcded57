import type { DocumentLink } from "vscode-languageserver-types";
import { headingNamed, headingsOf } from "../document/markdown/compose/headings.ts";
import type { Reference } from "../document/model.ts";
import { isWithin } from "../workspace/bounds.ts";
import { resolveLink } from "../workspace/related.ts";
import type { DocumentFeature, KnownDocument } from "./feature.ts";
import type { Entity } from "./navigation/occurrence.ts";
import { mentionsIn, namedIn, unquoted } from "./navigation/occurrences.ts";
import { own, sameRelease, sameUri } from "./navigation/same-release.ts";
import { rangeOf } from "./range-of.ts";

/**
 * What can be opened from this document: pull requests and dashboards by their address, also where only the id of a work
 * item stands (`#1235`), files beside it, and headings, at their line.
 */
export const links: DocumentFeature<DocumentLink[]> = async (context) => {
  const { document } = context.assessment;
  const here = own(context);
  const others = await context.others();
  const known = new Map([here, ...others].map((other) => [sameUri(other.document.uri), other] as const));
  const root = await context.files.rootOf(document.uri);
  const written = document.references.flatMap((reference): DocumentLink[] => {
    const target = targetOf(document.uri, reference, root, known);
    if (target === undefined) return [];
    const range = rangeOf(context.lines, unquoted(document, document.span(reference.at)));
    return [{ range, target, tooltip: tooltipOf(reference) }];
  });
  return [...written, ...workItemLinks(here, sameRelease(here, others))];
};

function targetOf(
  uri: string,
  { kind, target }: Reference,
  root: string,
  known: ReadonlyMap<string, KnownDocument>,
): string | undefined {
  if (kind === "id") return undefined;
  if (kind === "url") return /^(?:https?|mailto):/i.test(target) ? target : undefined;
  const file = kind === "anchor" ? sameUri(uri) : resolveLink(uri, target);
  if (kind === "file" && file !== undefined && !isWithin(root, file)) return undefined;
  const hash = target.indexOf("#");
  const there = file === undefined || hash === -1 ? undefined : known.get(file);
  if (file === undefined || there === undefined) return file;
  const heading = headingNamed(headingsOf(there.document), target.slice(hash + 1));
  return heading === undefined ? file : `${file}#L${there.lines.position(heading.span.start).line + 1}`;
}

function tooltipOf({ kind, target }: Reference): string {
  const pull = /\/(?:pull|merge_requests|pull-requests)\/(\d+)/.exec(target)?.[1];
  if (pull !== undefined) return `Open pull request ${pull}`;
  if (kind === "url") return "Open in the browser";
  return kind === "anchor" || target.includes("#") ? "Go to the section" : "Open the file";
}

/** Ids of work items that have an address, wherever the document names them. */
function workItemLinks(here: KnownDocument, release: readonly KnownDocument[]): DocumentLink[] {
  const addresses = new Map(release.flatMap(({ document }) => [...addressesIn(document)]));
  if (addresses.size === 0) return [];
  const named = namedIn(here);
  const entities = [...addresses.keys()].map((name): Entity => ({ kind: "workItem", key: name, name }));
  const places = [
    ...named.filter(({ entity }) => entity.kind === "workItem"),
    ...mentionsIn(here, entities, [...named, ...written(here)]),
  ];
  return places.flatMap(({ entity, span }) => {
    const target = addresses.get(entity.name);
    return target === undefined ? [] : [{ range: rangeOf(here.lines, span), target, tooltip: openWords(entity.name) }];
  });
}

/** Editors show it as Markdown: a name that could be any is not repeated. */
const openWords = (name: string): string => (/^[\w#/-]+$/.test(name) ? `Open work item ${name}` : "Open the work item");

/** Places that are links already. */
function written(known: KnownDocument): ReturnType<typeof namedIn> {
  const { document } = known;
  return document.references
    .filter(({ kind }) => kind !== "id")
    .map(({ at, target }) => ({
      entity: { kind: "section", key: "", name: target },
      known,
      span: document.span(at),
      role: "reference",
    }));
}

function addressesIn({ workItems, value }: KnownDocument["document"]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { id, pointer } of workItems) {
    let at: unknown = value;
    for (const step of [...(pointer ?? []), "url"]) {
      at = typeof at === "object" && at !== null ? Reflect.get(at, step) : undefined;
    }
    if (pointer !== undefined && typeof at === "string" && /^https?:\/\//i.test(at)) found.set(id.value, at);
  }
  return found;
}
