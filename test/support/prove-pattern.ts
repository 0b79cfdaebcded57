import { check } from "recheck";

/** How a pattern is known to need no more than a time linear in its text, or that it is not. */
export type Proof = "no repetition" | "automaton" | "search" | undefined;

/** Asks recheck. What it does not know within a minute is not proved. */
export async function prove(source: string, flags: string): Promise<Proof> {
  if (!/[*+{]/.test(source)) return "no repetition";
  const found = await check(source, flags, { timeout: 60_000, recallTimeout: -1 });
  if (found.status !== "safe") return undefined;
  return found.checker === "automaton" ? "automaton" : "search";
}
