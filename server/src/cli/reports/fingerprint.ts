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
  const sources = new Map<number, string>();
  return findings.map(({ rule, message, line }) => {
    const text = sources.get(line) ?? telling((sourceLine(path, line) ?? "").replace(/\s+/g, " ").trim());
    sources.set(line, text);
    const hash = digest(JSON.stringify([rule, message, text])).slice(0, 16);
    const ordinal = (counts.get(hash) ?? 0) + 1;
    counts.set(hash, ordinal);
    return `${hash}:${ordinal}`;
  });
}

const digest = (text: string): string => createHash("sha256").update(text).digest("hex");

/** A line may be a whole document on which thousands of findings stand: a long one goes by its digest, made once. */
const telling = (line: string): string => (line.length > 4_000 ? digest(line) : line);
