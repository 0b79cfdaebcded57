import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { unescapeMarkdown } from "../../../server/src/text/markdown/prose.ts";
import { read, source, texts } from "./dump.fixture.ts";

const seeds = new URL("../../../../shared/seeds/", import.meta.url);
const corpus = new URL("../../../../shared/corpus/", import.meta.url);
const present = existsSync(seeds) && existsSync(corpus);

const load = (number: string): string => {
  const name = readdirSync(seeds).find((file) => file.startsWith(number) && !file.includes("brief")) ?? "";
  return readFileSync(new URL(name, seeds), "utf8");
};

describe.skipIf(!present)("the source documents (skipped: ../shared is absent)", () => {
  test.each([
    ["000", { task: 29 }],
    ["001", { task: 33, cell: 9 }],
    ["002", { task: 32 }],
    ["003", { task: 26, fence: 30 }],
    ["004", { task: 66 }],
  ])("%s has as many gates as a reader counts", (number, expected) => {
    const counts: Record<string, number> = {};
    for (const { form } of read(load(number)).gates) counts[form] = (counts[form] ?? 0) + 1;
    expect(counts).toEqual(expected);
  });

  test.each(["000", "001", "002", "003", "004"])("%s has a rollback plan", (number) => {
    const { rollback } = read(load(number));
    expect(rollback.present).toBe(true);
    expect(rollback.steps.length).toBeGreaterThan(0);
    expect(rollback.triggers.length).toBeGreaterThan(0);
  });

  test("task items outside of comments and samples are gates, and every value is where it says", () => {
    for (const name of readdirSync(corpus).filter((file) => file.endsWith(".md"))) {
      const text = readFileSync(new URL(name, corpus), "utf8");
      const document = read(text);
      const open = text.replace(/<!--[\s\S]*?-->/g, "").match(/^\s*(?:[-*+]|\d+[.)]) \[[ xX]\] \S/gm) ?? [];
      expect(document.gates.length, name).toBe(open.length);
      for (const { value, at } of texts(document)) expect(unescapeMarkdown(source(document, at))).toBe(value);
    }
  });
});
