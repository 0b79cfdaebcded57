import { readFileSync } from "node:fs";
import { expect } from "vitest";

/** A row of a list of exceptions that stands beside its test, in columns: the file, what stands there, why it may. */
export type Exception = readonly string[];

/** The rows of a file of tab-separated values. */
export function readExceptions(file: URL): readonly Exception[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((row) => row !== "")
    .map((row) => row.split("\t"));
}

/** What was found, as the first two columns of a row have it, is what is listed: no more, no less, and each with its reason. */
export function expectExceptions(found: ReadonlySet<string>, listed: readonly Exception[], unlisted: string): void {
  const known = new Set(listed.map(([file = "", what = ""]) => `${file}\t${what}`));
  expect(
    [...found].filter((each) => !known.has(each)),
    unlisted,
  ).toEqual([]);
  expect(
    [...known].filter((each) => !found.has(each)),
    "listed, but gone",
  ).toEqual([]);
  expect(
    listed.filter(([, , reason = ""]) => reason.length < 5),
    "each has a reason",
  ).toEqual([]);
}
