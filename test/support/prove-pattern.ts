import { check } from "recheck";

/** How a pattern is known to need no more than a time linear in its text, or that it is not. */
export type Proof = "no repetition" | "automaton" | "search" | undefined;

/**
 * Asks recheck. Its search for attacks is limited by the characters that it reads, not by time, so that the answer is the
 * same on a busy machine; what it does not know within five minutes is not proved.
 */
export async function prove(source: string, flags: string): Promise<Proof> {
  const proofs = new Set<Proof>();
  for (const alternative of alternativesOf(source)) proofs.add(await proveOne(alternative, flags));
  return (["search", "automaton", "no repetition"] as const).find(
    (proof) => !proofs.has(undefined) && proofs.has(proof),
  );
}

/** The edge of a word in a list of words: as `\b` it is tried as often, and recheck proves it by its automaton. */
const edge = /\(\?(?:<!|!)\[[\w\\-]*\\u00c0-\\u1fff\]\)/g;

/** The gap of a phrase: what is linear with a short one is with any that has a bound. */
const gap = /(\[\^\.。\])\{0,\d+\}\?/g;

async function proveOne(source: string, flags: string): Promise<Proof> {
  if (!/[*+{]/.test(source)) return "no repetition";
  const found = await check(source.replaceAll(edge, "\\b").replaceAll(gap, "$1{0,9}?"), flags, {
    timeout: 300_000,
    attackLimit: 100_000_000,
    attackTimeout: null,
    incubationTimeout: null,
    seedingTimeout: null,
    recallTimeout: -1,
  });
  if (found.status !== "safe") return undefined;
  return found.checker === "automaton" ? "automaton" : "search";
}

const groupTokens = /\\.|\[(?:\\.|[^\]\\])*\]|[()|]/gs;

/**
 * What a pattern tries one after the other: linear when each of them is, and proved much sooner. One that is referred to, or
 * that names its groups, stays whole.
 */
export function alternativesOf(source: string): readonly string[] {
  if (/\\[1-9]|\\k|\(\?</.test(source.replace(/\(\?<[=!]/g, ""))) return [source];
  return branches(source).flatMap((branch) => (branch.length > longest ? opened(branch) : [branch]));
}

/** What is longer is proved by its parts, where it has some. */
const longest = 300;

/** `a(?:b|c)d` as `abd` and `acd`: the first group of alternatives that nothing repeats. */
function opened(source: string): readonly string[] {
  for (const { index } of source.matchAll(/\(\?:/g)) {
    const end = groupEnd(source, index);
    const inner = branches(source.slice(index + 3, end));
    if (inner.length === 1 && index > 0) continue;
    if (/^[*+?{]/.test(source.slice(end + 1)) || depthAt(source, index) > 0) continue;
    const [before, after] = [source.slice(0, index), source.slice(end + 1)];
    return inner.flatMap((branch) => alternativesOf(before + branch + after));
  }
  return [source];
}

function groupEnd(source: string, start: number): number {
  let depth = 0;
  for (const { 0: token, index } of source.slice(start).matchAll(groupTokens)) {
    if (token === "(") depth++;
    if (token === ")" && --depth === 0) return start + index;
  }
  return source.length;
}

function depthAt(source: string, end: number): number {
  let depth = 0;
  for (const { 0: token } of source.slice(0, end).matchAll(groupTokens))
    depth += token === "(" ? 1 : token === ")" ? -1 : 0;
  return depth;
}

function branches(source: string): readonly string[] {
  const alternatives: string[] = [];
  let depth = 0;
  let from = 0;
  for (const { 0: token, index } of source.matchAll(groupTokens)) {
    if (token === "(") depth++;
    else if (token === ")") depth--;
    else if (token === "|" && depth === 0) {
      alternatives.push(source.slice(from, index));
      from = index + 1;
    }
  }
  return [...alternatives, source.slice(from)];
}
