import { smallest } from "../text/extremes.ts";

/**
 * How many letters must be typed, dropped, changed or swapped with their neighbour to make `b` of `a`; `Infinity` where it
 * is seen on the way that they are `limit` or more.
 */
function distance(a: string, b: string, limit: number): number {
  let before: readonly number[] = [];
  let above: readonly number[] = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      const changed = (above[column - 1] ?? 0) + (same ? 0 : 1);
      const swapped =
        a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1] ? (before[column - 2] ?? row) + 1 : changed;
      current.push(Math.min(changed, swapped, (above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    before = above;
    above = current;
    if (smallest([...before, ...above]) >= limit) return Number.POSITIVE_INFINITY;
  }
  return above[b.length] ?? 0;
}

/** Letters alone, so that `previous-version` and `previousVersion` are the same. */
const plain = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** Longer names are near to none. */
const longestName = 80;
/** So many candidates are looked at: each costs, and is asked for every name that is wrong. */
const mostCandidates = 200;

/**
 * The candidate that `name` most likely means; `undefined` when none is near (a third of its letters may differ). Long names
 * and all but the first few hundred candidates are passed over.
 */
export function nearestName(name: string, candidates: Iterable<string>): string | undefined {
  const wanted = name.length > longestName ? "" : plain(name);
  if (wanted === "") return undefined;
  let best: string | undefined;
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 0.5;
  let looked = 0;
  for (const candidate of candidates) {
    if (++looked > mostCandidates) break;
    if (candidate.length > longestName) continue;
    const given = plain(candidate);
    if (Math.abs(given.length - wanted.length) >= least) continue;
    const steps = distance(wanted, given, least);
    if (steps >= least) continue;
    least = steps;
    best = candidate;
  }
  return best;
}
