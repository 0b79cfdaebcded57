import { expect, test } from "vitest";
import { cellsOf, isDelimiterRow, pipesIn, splitRow } from "../../../server/src/text/markdown/split-row.ts";

test("cells are what stands between pipes that no backslash stands before", () => {
  expect(cellsOf("| a | b |")).toEqual(["a", "b"]);
  expect(cellsOf("a | b")).toEqual(["a", "b"]);
  expect(cellsOf("  | a \\| b | c |  ")).toEqual(["a \\| b", "c"]);
  expect(cellsOf("| a \\\\| b |")).toEqual(["a \\\\| b"]);
  expect(cellsOf("| a | b \\|")).toEqual(["a", "b \\|"]);
  expect(cellsOf("| `a \\| b` | c")).toEqual(["`a \\| b`", "c"]);
});

test("a blank cell counts, the end of a row does not", () => {
  expect(cellsOf("| a |  |")).toEqual(["a", ""]);
  expect(cellsOf("||")).toEqual([""]);
  expect(cellsOf("|")).toEqual([""]);
  expect(cellsOf("")).toEqual([""]);
  expect(cellsOf("a |")).toEqual(["a"]);
});

test("a header says how many cells a row has", () => {
  const row = { start: 2, end: 11 };
  expect(splitRow("> | a | b |", row, 1)).toEqual([{ start: 4, end: 5 }]);
  expect(splitRow("> | a | b |", row, 3)).toEqual([
    { start: 4, end: 5 },
    { start: 8, end: 9 },
    { start: 11, end: 11 },
  ]);
  expect(splitRow("> | a | b |", row)).toHaveLength(2);
});

test("edges of cells", () => {
  expect(pipesIn("| a \\| b |", { start: 0, end: 10 })).toEqual([0, 9]);
  expect(pipesIn("| a \\| b |", { start: 5, end: 9 })).toEqual([5]);
});

test("the second line of a table", () => {
  for (const line of ["|---|:-:|", "--- | ---", "| :- |", "|-|"]) expect(isDelimiterRow(line), line).toBe(true);
  for (const line of ["", "|", "| a | --- |", "|  |", "--- x"]) expect(isDelimiterRow(line), line).toBe(false);
});
