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

async function proveOne(source: string, flags: string): Promise<Proof> {
  if (!/[*+{]/.test(source)) return "no repetition";
  const found = await check(source, flags, {
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

/**
 * What a pattern tries one after the other: linear when each of them is, and proved much sooner. One that is referred to, or
 * that names its groups, stays whole.
 */
export function alternativesOf(source: string): readonly string[] {
  if (/\\[1-9]|\\k|\(\?</.test(source.replace(/\(\?<[=!]/g, ""))) return [source];
  const alternatives: string[] = [];
  let depth = 0;
  let from = 0;
  for (const { 0: token, index } of source.matchAll(/\\.|\[(?:\\.|[^\]\\])*\]|[()|]/gs)) {
    if (token === "(") depth++;
    else if (token === ")") depth--;
    else if (token === "|" && depth === 0) {
      alternatives.push(source.slice(from, index));
      from = index + 1;
    }
  }
  return [...alternatives, source.slice(from)];
}
