import { expect, test } from "vitest";
import { applyChanges, composeChanges, replaceSpan, replaceText } from "../../../server/src/text/changes.ts";

test.each([
  [
    "in order",
    [
      { start: 0, end: 1, text: "X" },
      { start: 3, end: 4, text: "" },
    ],
    "Xbcef",
  ],
  [
    "backwards",
    [
      { start: 3, end: 4, text: "" },
      { start: 0, end: 1, text: "X" },
    ],
    "Xbcef",
  ],
  [
    "put in at one place",
    [
      { start: 2, end: 2, text: "1" },
      { start: 2, end: 2, text: "2" },
    ],
    "ab12cdef",
  ],
  [
    "put in before what is replaced",
    [
      { start: 2, end: 4, text: "Y" },
      { start: 2, end: 2, text: "1" },
    ],
    "ab1Yef",
  ],
  ["none", [], "abcdef"],
])("changes %s", (_, changes, expected) => {
  expect(applyChanges("abcdef", changes)).toBe(expected);
});

test.each([
  ["", "new"],
  ["old", ""],
  ["same", "same"],
  ["aaaa", "aaa"],
  ["aaa", "aaaaa"],
  ["one two three", "one 2 three"],
  ["abab", "ab"],
])("the smallest change from %j to %j makes it", (before, after) => {
  const changes = replaceText(before, after);
  expect(applyChanges(before, changes)).toBe(after);
  expect(changes.length).toBe(before === after ? 0 : 1);
  for (const { start, end, text } of changes) expect(Math.min(end - start, text.length)).toBeLessThanOrEqual(3);
});

test("a span is replaced by what differs in it alone", () => {
  expect(replaceSpan("a: draft # x", { start: 3, end: 8 }, "drift")).toEqual([{ start: 5, end: 6, text: "i" }]);
});

test("two lists of changes, one after the other, are one", () => {
  const first = [{ start: 1, end: 2, text: "long" }];
  const second = [
    { start: 2, end: 3, text: "O" },
    { start: 6, end: 6, text: "!" },
  ];
  expect(applyChanges("abcd", composeChanges(first, second))).toBe(applyChanges(applyChanges("abcd", first), second));
});
