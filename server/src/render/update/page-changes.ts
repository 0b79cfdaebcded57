import { commonEnds } from "../../text/common-ends.ts";
import type { PageElement } from "./page-elements.ts";

/** Some neighbours among the children of an element of a page are others now. */
export interface PageChange {
  /** The way to the element: at each step, which child (from 0, elements only). Empty for the page itself. */
  readonly at: readonly number[];
  /** How many children it had. */
  readonly had: number;
  /** The first child that goes, and how many go. */
  readonly from: number;
  readonly count: number;
  /** What comes in their place. */
  readonly html: string;
}

/** What makes the elements of one page those of another. Each change is made in the page that those before it left. */
export function pageChanges(before: readonly PageElement[], after: readonly PageElement[]): readonly PageChange[] {
  const changes: PageChange[] = [];
  compare(before, after, [], changes);
  return changes;
}

function compare(
  before: readonly PageElement[],
  after: readonly PageElement[],
  at: readonly number[],
  changes: PageChange[],
): void {
  const { front, back } = commonEnds(before, after, (old, now) => old?.html === now?.html);
  const goes = before.length - back;
  const comes = after.length - back;
  let from = front;
  for (; from < goes && from < comes; from++) {
    const [old, now] = [before[from], after[from]];
    if (old === undefined || now === undefined || (goes !== comes && !areAlike(old, now))) break;
    if (old.html === now.html) continue;
    if (areAlike(old, now) && openTag(old) === openTag(now)) {
      compare(old.children ?? [], now.children ?? [], [...at, from], changes);
    } else changes.push({ at, had: before.length, from, count: 1, html: now.html });
  }
  if (from === goes && from === comes) return;
  const html = after.slice(from, comes).map((element) => element.html);
  changes.push({ at, had: before.length, from, count: goes - from, html: html.join("") });
}

/** Containers of one sort, so that one may have become the other. */
const areAlike = (one: PageElement, other: PageElement): boolean =>
  one.tag === other.tag && one.children !== undefined && other.children !== undefined;

const openTag = ({ html }: PageElement): string => html.slice(0, html.indexOf(">") + 1);
