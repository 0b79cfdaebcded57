import { expect, test } from "vitest";
import { YamlDocument } from "../../../server/src/document/yaml/yaml-document.ts";
import type { Pointer } from "../../../server/src/text/json.ts";
import type { YamlNode } from "../../../server/src/text/yaml/node.ts";
import { read } from "./harness.ts";

const head = "apiVersion: release-docs/v1\nkind: ReleaseManifest\n";

function manifest(text: string): YamlDocument {
  const document = read(head + text);
  if (!(document instanceof YamlDocument)) throw new Error("it cannot be read");
  return document;
}

function everyNode(root: YamlNode): readonly YamlNode[] {
  const found: YamlNode[] = [];
  const open = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    found.push(node);
    if (node.kind === "map") for (const entry of node.entries) open.push(entry.node);
    if (node.kind === "sequence") for (const item of node.items) open.push(item);
  }
  return found;
}

test.each([
  ["lists and maps", "scope:\n  - id: a\n    rollback: { flag: x }\n  - id: b\n  - \n"],
  ["a list in a list in one place", "x:\n  - - a\n    - b\n  - - - c\n"],
  ["aliases", "x: &a [1, { b: 2 }]\ny: *a\nz: { w: *a }\n"],
  ["nothing", "x:\ny: ''\nz: []\n"],
])("the way to a value leads to it: %s", (_, text) => {
  const document = manifest(text);
  const nodes = everyNode(document.root).filter((node) => node !== document.root);
  expect(nodes.length).toBeGreaterThan(2);
  for (const node of nodes) {
    const pointer: Pointer | undefined = document.pointerTo(node);
    expect(pointer?.length).toBeGreaterThan(0);
    const { value } = document.placeOf(pointer ?? []);
    expect(document.span(value)).toEqual(document.span(node));
  }
});

test("no way leads to a place where no value stands, nor to one of another document", () => {
  const document = manifest("scope:\n  - id: a\n");
  const [node] = everyNode(manifest("scope:\n  - id: a\n").root).slice(1);
  expect(node && document.pointerTo(node)).toBeUndefined();
  expect(document.pointerTo({ ...document.root, start: 1, end: 2 })).toBeUndefined();
});

test("of a key that stands twice among many the last holds", () => {
  const keys = Array.from({ length: 100 }, (_, at) => `key${at}: ${at}\n`).join("");
  const document = manifest(`${keys}key7: again\n`);
  const { value } = document.placeOf(["key7"]);
  expect(document.text.slice(document.span(value).start, document.span(value).end)).toBe("again");
  expect(document.placeOf(["none"]).value).toBe(document.root);
});
