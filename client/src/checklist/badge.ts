import type { ChecklistDocument } from "../../../server/src/lsp/protocol.ts";
import { plural } from "./node-label.ts";

/** How many things keep releases from Go; none shows no badge. */
export function badgeOf(
  documents: readonly ChecklistDocument[],
): { readonly value: number; readonly tooltip: string } | undefined {
  const blocked = documents.filter(({ verdict }) => verdict === "no-go");
  const value = blocked.reduce((sum, { blockers }) => sum + blockers, 0);
  if (value === 0) return undefined;
  return { value, tooltip: `${plural(value, "blocker")} in ${plural(blocked.length, "release document")}` };
}
