import type { Assessment } from "../../engine/index.ts";
import { type CheckedSource, checkedSource } from "../reports/check-report.ts";
import { type JudgedSource, judgedSource } from "../reports/verdict-report.ts";
import type { Input } from "./input.ts";

/** What a command tells of each assessment: plain data, so that it can be sent between threads and kept. */
export interface Work<Told> {
  readonly name: string;
  /** @param cwd Absolute: the paths that are told are relative to it. */
  tell(input: Input, assessment: Assessment, cwd: string): Told;
  /** Whether a value that came from another thread or from the cache is what `tell` makes. */
  accepts(value: unknown): value is Told;
}

export const checkWork: Work<CheckedSource> = {
  name: "check",
  tell: checkedSource,
  accepts: (value): value is CheckedSource =>
    isRecord(value) &&
    isDocument(value.document) &&
    Array.isArray(value.document.findings) &&
    Array.isArray(value.document.shaped) &&
    Array.isArray(value.lines),
};

export const verdictWork: Work<JudgedSource> = {
  name: "verdict",
  tell: judgedSource,
  accepts: (value): value is JudgedSource =>
    isRecord(value) && [value.judged, value.page].every((document) => isDocument(document) && hasReasons(document)),
};

/** Every work, for a worker that is told a name. */
export const works: readonly Work<unknown>[] = [checkWork, verdictWork];

function isDocument(value: unknown): value is Readonly<Record<string, unknown>> {
  return isRecord(value) && ["path", "kind", "stage", "verdict"].every((name) => typeof value[name] === "string");
}

function hasReasons({ blockers, waivers, suppressed, shaped }: Readonly<Record<string, unknown>>): boolean {
  return [blockers, waivers, suppressed, shaped].every(Array.isArray);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
