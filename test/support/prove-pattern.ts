import { check } from "recheck";

/** How a pattern is known to need no more than a time linear in its text, or that it is not. */
export type Proof = "no repetition" | "automaton" | "search" | undefined;

/**
 * Asks recheck. Its search for attacks is limited by the characters that it reads, not by time, so that the answer is the
 * same on a busy machine; what it does not know within two minutes is not proved.
 */
export async function prove(source: string, flags: string): Promise<Proof> {
  if (!/[*+{]/.test(source)) return "no repetition";
  const found = await check(source, flags, {
    timeout: 120_000,
    attackLimit: 100_000_000,
    attackTimeout: null,
    incubationTimeout: null,
    seedingTimeout: null,
    recallTimeout: -1,
  });
  if (found.status !== "safe") return undefined;
  return found.checker === "automaton" ? "automaton" : "search";
}
