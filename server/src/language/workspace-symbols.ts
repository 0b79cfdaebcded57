import { type DocumentSymbol, SymbolKind, type WorkspaceSymbol } from "vscode-languageserver-types";
import type { Assessment } from "../verdict/assessment.ts";

/** What can be found by name in one document; small, so that it can be kept for every file. */
export type NamedPlace = Pick<WorkspaceSymbol, "name" | "kind" | "location" | "containerName">;

const mostAnswers = 500;
const found: readonly SymbolKind[] = [SymbolKind.Boolean, SymbolKind.Event, SymbolKind.Object, SymbolKind.Struct];

/** The gates, phases, work items and migrations of an outline, with the document as their container. */
export function namedPlaces({ document, kind }: Assessment, symbols: readonly DocumentSymbol[]): readonly NamedPlace[] {
  const title = document.title?.value ?? kind.title;
  const containerName = [title, document.facts.version?.value]
    .filter((part) => part !== undefined && part !== "")
    .join(", ");
  const places: NamedPlace[] = [];
  const take = (symbol: DocumentSymbol): void => {
    if (found.includes(symbol.kind)) {
      const location = { uri: document.uri, range: symbol.selectionRange };
      places.push({ name: symbol.name, kind: symbol.kind, location, containerName });
    }
    for (const child of symbol.children ?? []) take(child);
  };
  for (const symbol of symbols) take(symbol);
  return places;
}

/** Those of some places whose name holds the letters of the query, in order; nearer matches first. */
export function workspaceSymbols(places: Iterable<NamedPlace>, query: string): WorkspaceSymbol[] {
  const wanted = query.trim().toLowerCase();
  const ranked: { readonly place: NamedPlace; readonly rank: number }[] = [];
  for (const place of places) {
    const rank = rankOf(place.name.toLowerCase(), wanted);
    if (rank !== undefined) ranked.push({ place, rank });
  }
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, mostAnswers)
    .map(({ place }) => place);
}

/** 0 for a name that begins with the query, 1 for one that holds it, 2 for one that holds its letters in order. */
function rankOf(name: string, wanted: string): number | undefined {
  if (name.startsWith(wanted)) return 0;
  if (name.includes(wanted)) return 1;
  let at = 0;
  for (const letter of wanted.replace(/\s+/g, "")) {
    at = name.indexOf(letter, at) + 1;
    if (at === 0) return undefined;
  }
  return 2;
}
