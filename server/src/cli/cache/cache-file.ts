import { readFile } from "node:fs/promises";
import { writeWhole } from "../files/write-whole.ts";

/** What was told of one text, and what it depended on. */
export interface CacheEntry {
  /** Of the text, the options and the configuration. */
  readonly key: string;
  /** Other files, with what they were: `text` or `exists`, the URI, the digest of the answer. */
  readonly files: readonly (readonly [asked: string, uri: string, answer: string])[];
  /** Absent for what is no release document. */
  readonly told?: unknown;
}

interface CacheContent {
  readonly build: string;
  readonly entries: Readonly<Record<string, CacheEntry>>;
}

/** The entries of an earlier run of the same build; none when there is no such file, or it is of another build or broken. */
export async function readCache(file: string, build: string): Promise<Map<string, CacheEntry>> {
  try {
    const content: unknown = JSON.parse(await readFile(file, "utf8"));
    if (!isContent(content) || content.build !== build) return new Map();
    return new Map(Object.entries(content.entries).filter(([, entry]) => isEntry(entry)));
  } catch {
    return new Map();
  }
}

/** Writes the entries, at once or not at all: a run beside this one reads the old file or the new. */
export async function writeCache(file: string, build: string, entries: ReadonlyMap<string, CacheEntry>): Promise<void> {
  const content: CacheContent = { build, entries: Object.fromEntries(entries) };
  await writeWhole(file, JSON.stringify(content));
}

function isContent(value: unknown): value is CacheContent {
  return isRecord(value) && typeof value.build === "string" && isRecord(value.entries);
}

function isEntry(value: unknown): value is CacheEntry {
  return (
    isRecord(value) &&
    typeof value.key === "string" &&
    Array.isArray(value.files) &&
    value.files.every(
      (file) => Array.isArray(file) && file.length === 3 && file.every((part) => typeof part === "string"),
    )
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
