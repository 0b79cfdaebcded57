import { expect, it } from "vitest";
import { createLineIndex } from "../../../server/src/text/line-index.ts";
import { yamlCursorAt } from "../../../server/src/text/yaml/cursor/yaml-cursor.ts";

/** `where /pointer "replaced text" column [siblings]` */
function cursorIn(marked: string): string {
  const offset = marked.indexOf("‸");
  const text = marked.replace("‸", "");
  const lines = createLineIndex(text);
  const position = lines.position(offset);
  const found = yamlCursorAt(text, lines, position);
  const line = lines.line(position.line);
  const word = text.slice(line.start + found.start, line.start + found.end);
  const marks = [
    found.flow && "flow",
    found.dash && "dash",
    found.tight && "tight",
    found.quote,
    found.closed && "closed",
  ];
  return [
    found.where,
    `/${found.pointer.join("/")}`,
    `«${word}»`,
    found.column,
    `[${found.siblings}]`,
    ...marks.filter(Boolean),
  ].join(" ");
}

it.each([
  ["an empty text", "‸", "node / «» 0 []"],
  ["a new key at the margin", "a: 1\n‸\nb: 2\n", "node / «» 0 [a,b]"],
  ["a key without a colon", "release:\n  id: v1\n  ow‸\n  date: x\nscope:\n", "node /release «ow» 2 [id,date]"],
  ["a key with its colon", "release:\n  i‸d: v1\n  date: x\n", "key /release «id» 2 [date]"],
  ["a blank line below an empty key", "release:\n  ‸\n", "node /release «» 2 []"],
  ["a blank line indented too deep", "release:\n  id: v1\n    ‸\n", "node /release «» 2 [id]"],
  ["a key indented too deep", "release:\n  id: v1\n    na‸\n", "node /release «na» 2 [id]"],
  ["a key indented too little", "release:\n  id: v1\n na‸\n  date: x\n", "node /release «na» 2 [id,date]"],
  ["an indentation that the next line has", "release:\n ‸\n    id: v1\n", "node /release «» 4 [id]"],
  ["an empty item", "scope:\n  - ‸\n", "node /scope/0 «» 4 [] dash"],
  ["a dash without a blank", "scope:\n  - id: a\n  -‸\n", "node /scope/1 «» 3 [] dash tight"],
  ["a word in an item", "scope:\n  - id: a\n  - ow‸\n    id: b\n", "node /scope/1 «ow» 4 [id] dash"],
  ["a key of an item", "scope:\n  - id: a\n    owner: b\n    ri‸\n  - id: b\n", "node /scope/0 «ri» 4 [owner,id]"],
  ["a key of the second item", "scope:\n  - id: a\n  - id: b\n    ‸\n", "node /scope/1 «» 4 [id]"],
  ["a key too deep in an item", "scope:\n  - id: a\n      ‸\n", "node /scope/0 «» 4 [id]"],
  ["a new item", "scope:\n  - id: a\n  ‸\n", "node /scope «» 2 []"],
  ["a list at the column of its key", "scope:\n- id: a\n  ‸\n", "node /scope/0 «» 2 [id]"],
  ["below a scalar item", "owners:\n  - a\n    ‸\n", "node /owners «» 2 []"],
  [
    "nested lists",
    "r:\n  phases:\n    - name: a\n      gates:\n        - gate: x\n        - gate: y\n          ‸\n",
    "node /r/phases/0/gates/1 «» 10 [gate]",
  ],
  ["a value", "release:\n  status: app‸\n", "value /release/status «app» 10 []"],
  ["a value right behind the colon", "release:\n  status:‸\n", "value /release/status «» 9 [] tight"],
  ["a value before a comment", "release:\n  status: a‸ # why\n", "value /release/status «a» 10 []"],
  ["a quoted value", 'scope:\n  - owner: "@a‸l"\n', 'value /scope/0/owner «@al» 11 [] " closed'],
  ["a quote left open", "scope:\n  - owner: '@a‸\n", "value /scope/0/owner «@a» 11 [] '"],
  ["an item's own value", 'owners:\n  - "@a‸"\n', 'node /owners/0 «@a» 5 [] dash " closed'],
  ["a comment", "a: 1 # rel‸\n", "comment / «» 10 []"],
  ["a hash in a value", "a: b#c‸\n", "value /a «b#c» 3 []"],
  ["a block scalar", "a:\n  b: |\n    text\n    key: ‸\n", "text /a/b «» 9 []"],
  ["a flow list", 'owners: ["@a", ‸]\n', "value /owners/1 «» 15 [] flow"],
  ["a word in a flow list", "release:\n  owners: [a, bo‸b]\n", "value /release/owners/1 «bob» 14 [] flow"],
  ["a quoted word in a flow list", 'owners: ["@a‸"]\n', 'value /owners/0 «@a» 10 [] flow " closed'],
  ["a flow map", "t:\n  r: { status: passed, ‸ }\n", "node /t/r «» 23 [status] flow"],
  ["a value in a flow map", "t:\n  r: { status: pa‸, x: 1 }\n", "value /t/r/status «pa» 15 [] flow"],
  ["a flow list over lines", "owners: [\n  a,\n  b‸\n", "value /owners/1 «b» 2 [] flow"],
  ["a flow map in an item", "d:\n  - { name: a, ur‸ }\n", "node /d/0 «ur» 15 [name] flow"],
  ["after a document marker", "---\na: 1\n‸", "node / «» 0 [a]"],
])("%s", (_title, marked, expected) => {
  expect(cursorIn(marked)).toBe(expected);
});
