import { dirname, relative, resolve, sep } from "node:path";
import { describeFileError, hasCode } from "../files/describe-file-error.ts";
import { readRegularFile } from "../files/read-regular-file.ts";
import { writeTextFile } from "../files/write-text-file.ts";
import { UsageError } from "../terminal/usage-error.ts";
import type { CheckedDocument } from "./check-report.ts";
import { fingerprints } from "./fingerprint.ts";

/** A finding that was accepted: where (relative to the baseline's folder, with `/`), what, and what tells it from others. */
export interface BaselineEntry {
  readonly path: string;
  readonly rule: string;
  readonly message: string;
  readonly fingerprint: string;
}

/** Documents without what the baseline holds, and what it holds in vain. */
export interface Compared {
  readonly documents: readonly CheckedDocument[];
  /** How many findings the baseline took away. */
  readonly known: number;
  /** Entries for documents that were checked, whose findings are gone. */
  readonly stale: readonly BaselineEntry[];
}

type SourceLine = (path: string, line: number) => string | undefined;

/** The findings of a run, as accepted for the future; paths of the documents are relative to `cwd`. */
export class Baseline {
  readonly #file: string;
  readonly #cwd: string;

  /** @param file The path of the baseline, as given. */
  constructor(file: string, cwd: string) {
    this.#file = file;
    this.#cwd = cwd;
  }

  /** @throws UsageError when the file cannot be read or is no baseline. */
  async compare(documents: readonly CheckedDocument[], sourceLine: SourceLine): Promise<Compared> {
    const entries = await this.#read();
    const left = new Map(entries.map((entry) => [keyOf(entry), entry]));
    let known = 0;
    const kept = documents.map((document) => {
      const current = this.#entries(document, sourceLine);
      const findings = document.findings.filter((_, index) => {
        const entry = current[index];
        return entry === undefined || !left.delete(keyOf(entry));
      });
      known += document.findings.length - findings.length;
      return { ...document, findings };
    });
    const checked = new Set(documents.map(({ path }) => this.#pathOf(path)));
    return { documents: kept, known, stale: [...left.values()].filter(({ path }) => checked.has(path)) };
  }

  /** Accepts all findings. @throws UsageError when the file cannot be written. */
  async update(documents: readonly CheckedDocument[], sourceLine: SourceLine): Promise<number> {
    const findings = documents.flatMap((document) => this.#entries(document, sourceLine));
    await writeTextFile(this.#file, `${JSON.stringify({ version: 1, findings }, undefined, 2)}\n`, this.#cwd);
    return findings.length;
  }

  #entries(document: CheckedDocument, sourceLine: SourceLine): readonly BaselineEntry[] {
    const path = this.#pathOf(document.path);
    const prints = fingerprints(document, sourceLine);
    return document.findings.map(({ rule, message }, index) => ({
      path,
      rule,
      message,
      fingerprint: prints[index] ?? "",
    }));
  }

  #pathOf(path: string): string {
    const from = dirname(resolve(this.#cwd, this.#file));
    return relative(from, resolve(this.#cwd, path)).split(sep).join("/");
  }

  async #read(): Promise<readonly BaselineEntry[]> {
    const { entries, problem = "is no baseline" } = entriesIn(this.#text());
    if (entries === undefined) throw new UsageError(`${this.#file}: ${problem}; --update-baseline writes one`);
    return entries;
  }

  #text(): string {
    try {
      return readRegularFile(resolve(this.#cwd, this.#file)).toString("utf8");
    } catch (error) {
      const hint = hasCode(error, "ENOENT") ? "; --update-baseline writes it" : "";
      throw new UsageError(`${describeFileError(this.#file, error)}${hint}`);
    }
  }
}

function keyOf({ path, fingerprint }: BaselineEntry): string {
  return `${path}\0${fingerprint}`;
}

function entriesIn(text: string): { readonly entries?: readonly BaselineEntry[]; readonly problem?: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problem: "is no valid JSON, and so no baseline" };
  }
  if (!isRecord(value)) return {};
  const { version, findings } = value;
  if (typeof version === "number" && version !== 1)
    return { problem: `is a baseline of version ${version}, and this command knows version 1` };
  return version === 1 && Array.isArray(findings) && findings.every(isEntry) ? { entries: findings } : {};
}

function isEntry(value: unknown): value is BaselineEntry {
  return isRecord(value) && ["path", "rule", "message", "fingerprint"].every((name) => typeof value[name] === "string");
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
