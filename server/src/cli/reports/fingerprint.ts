import { createHash } from "node:crypto";
import type { CheckedDocument } from "./check-report.ts";

/**
 * What tells each finding of a document from the others, in the order of its findings, whatever line it stands on: rule, message
 * and the text of its line, with an ordinal for those that are the same. Equal as long as neither the line nor the finding changes.
 */
export function fingerprints(
  { path, findings }: CheckedDocument,
  sourceLine: (path: string, line: number) => string | undefined,
): readonly string[] {
  const counts = new Map<string, number>();
  return findings.map(({ rule, message, line }) => {
    const text = (sourceLine(path, line) ?? "").replace(/\s+/g, " ").trim();
    const hash = createHash("sha256")
      .update(JSON.stringify([rule, message, text]))
      .digest("hex")
      .slice(0, 16);
    const ordinal = (counts.get(hash) ?? 0) + 1;
    counts.set(hash, ordinal);
    return `${hash}:${ordinal}`;
  });
}
