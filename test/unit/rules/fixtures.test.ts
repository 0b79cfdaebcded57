import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { createReleaseDocsService } from "../../../server/src/engine/service.ts";
import { createLineIndex } from "../../../server/src/text/line-index.ts";
import { type Expectation, readFixture } from "../../support/expectations.ts";
import { memoryFiles } from "../../support/memory-files.ts";

const folder = join(import.meta.dirname, "..", "..", "fixtures", "rules");
const today = "2026-11-20";

const fixtures = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(?:md|ya?ml)$/.test(entry.name) && !entry.name.startsWith("."))
  .map((entry) => join(entry.parentPath, entry.name))
  .sort();

/** Every file of the fixtures folder, without markers, as the engine sees it. */
const files = Object.fromEntries(
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [uriOf(path), readFixture(readFileSync(path, "utf8")).text]),
);

function uriOf(path: string): string {
  return `file:///fixtures/${relative(folder, path).replaceAll("\\", "/")}`;
}

describe("rules say what the fixtures mark, and nothing else", () => {
  it.each(fixtures.map((path) => [relative(folder, path), path]))("%s", async (_name, path) => {
    const { text, expectations } = readFixture(readFileSync(path, "utf8"));
    const service = createReleaseDocsService({ files: memoryFiles(files), today: () => today });
    const assessment = await service.assess(uriOf(path), text);
    const lines = createLineIndex(text);
    const marked = new Map(
      expectations.map((expectation) => [`${expectation.line} ${expectation.rule} ${expectation.text}`, expectation]),
    );
    const found = (assessment?.findings ?? []).map((finding): Expectation => {
      const { start, end } = assessment?.document.span(finding.at) ?? { start: 0, end: 0 };
      const [first = "", ...rest] = text.slice(start, end).split("\n");
      const place = {
        line: lines.position(start).line + 1,
        rule: finding.rule,
        text: rest.length > 0 ? `${first}…` : first,
      };
      const expected = marked.get(`${place.line} ${place.rule} ${place.text}`);
      return expected?.message === undefined ? place : { ...place, message: finding.message };
    });
    const order = (a: Expectation, b: Expectation): number =>
      a.line - b.line || a.rule.localeCompare(b.rule) || a.text.localeCompare(b.text);
    expect(found.sort(order)).toEqual([...expectations].sort(order));
  });
});
