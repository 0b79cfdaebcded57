import { createHash } from "node:crypto";

/** A short name for a content: equal for equal parts, different for others. */
export function digest(...parts: readonly (string | Uint8Array | undefined)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) {
    const bytes = typeof part === "string" ? Buffer.from(part) : part;
    hash.update(bytes === undefined ? "-" : `${bytes.length}:`);
    if (bytes !== undefined) hash.update(bytes);
  }
  return hash.digest("base64url").slice(0, 27);
}
