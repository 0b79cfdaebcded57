import type { Place } from "../text/place.ts";
import type { Blocker } from "../verdict/verdict.ts";
import { escapeHtml } from "./escape-html.ts";
import { mostListed, type PageContext } from "./page-context.ts";
import { sentence } from "./sentence.ts";

/** Of each list, what is shown at once; the rest opens on demand. */
const shownItems = 8;
/** More open gates than this stand in a list of their own, by name: to each the same advice would be noise. */
const fewGates = 3;

/** What keeps a release from Go, each with its place; nothing when nothing does. Many open gates are told by their names. */
export function blockerList(page: PageContext): string {
  const { blockers } = page.verdict;
  if (blockers.length === 0) return "";
  const gates = openGates(page);
  const others = blockers.filter((blocker) => !gates.has(blocker));
  const silenced = placesByRule(page.verdict.suppressed);
  const item = (blocker: Blocker, words: string): string => listed(page, blocker, words, silenced);
  return [
    '<section class="blockers" aria-label="Blockers">',
    `<p>${heading(blockers.length, gates.size)}:</p>`,
    list(others, (blocker) => item(blocker, sentence(blocker.message))),
    gates.size === 0 || others.length === 0 ? "" : `<p>${gates.size} of them are gates that are due and open:</p>`,
    list([...gates], ([blocker, text]) => item(blocker, escapeHtml(text))),
    "</section>",
  ].join("");
}

function heading(all: number, gates: number): string {
  if (all === gates) return `${all} gates are due and open, and block this release`;
  return all === 1 ? "1 thing blocks this release" : `${all} things block this release`;
}

/** The names of the gates that are open, by what they block; empty while they are few. */
function openGates({ document, verdict }: PageContext): ReadonlyMap<Blocker, string> {
  const named = new Map(document.gates.map(({ box, text }) => [document.span(box).start, text]));
  const found = verdict.blockers.flatMap((blocker) => {
    const text = blocker.rule === "gates/unchecked" ? named.get(document.span(blocker.at).start) : undefined;
    return text === undefined || text === "" ? [] : [[blocker, text] as const];
  });
  return new Map(found.length > fewGates ? found : []);
}

function list<Item>(items: readonly Item[], written: (item: Item) => string): string {
  if (items.length === 0) return "";
  const first = `<ul>${items.slice(0, shownItems).map(written).join("")}</ul>`;
  const rest = items.slice(shownItems, mostListed);
  if (rest.length === 0) return first;
  const left = items.length - shownItems - rest.length;
  const more = left === 0 ? "" : `<li>${left} more are not listed on this page</li>`;
  const inner = `<ul>${rest.map(written).join("")}${more}</ul>`;
  return `${first}<details><summary>${items.length - shownItems} more</summary>${inner}</details>`;
}

type Places = ReadonlyMap<string, ReadonlySet<Place>>;

function placesByRule(findings: readonly Pick<Blocker, "rule" | "at">[]): Places {
  const found = new Map<string, Set<Place>>();
  for (const { rule, at } of findings) found.set(rule, (found.get(rule) ?? new Set<Place>()).add(at));
  return found;
}

function listed({ document, anchors }: PageContext, { rule, at }: Blocker, words: string, silenced: Places): string {
  const { start } = document.span(at);
  const note = silenced.get(rule)?.has(at) ? ' <span class="state">Silenced, still blocks</span>' : "";
  return `<li>${anchors.jumpTo(start, words)} <span class="line">line ${anchors.number(start)}</span>${note}</li>`;
}
