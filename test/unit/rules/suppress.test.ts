import { expect, test } from "vitest";
import type { ReleaseDocument } from "../../../server/src/document/model.ts";
import { createReleaseDocsService } from "../../../server/src/engine/service.ts";
import type { Finding } from "../../../server/src/rules/rule.ts";
import { suppress } from "../../../server/src/rules/suppress.ts";
import { createRandom } from "../../fuzz/random.ts";
import { memoryFiles } from "../../support/memory-files.ts";

const names: [string, ...string[]] = [
  "gates/unchecked",
  "gates/failed",
  "rollback/missing-plan",
  "gates/*",
  "rollback/*",
  "*",
  "",
];
const rules: [string, ...string[]] = ["gates/unchecked", "gates/failed", "rollback/missing-plan", "dates/past"];

async function documentOf(lines: readonly string[]): Promise<ReleaseDocument> {
  const service = createReleaseDocsService({ files: memoryFiles({}), today: () => "2026-11-30" });
  const assessment = await service.assess("file:///w/runbook.md", lines.join("\n"));
  if (assessment === undefined) throw new Error("it is no release document");
  return assessment.document;
}

/** What each comment silences by what the documentation says of it, looked at line by line and finding by finding. */
function plainly(lines: readonly string[], found: readonly { readonly line: number; readonly rule: string }[]) {
  const comments = lines.flatMap((line, at) => {
    const match = /release-docs-(disable-file|disable-next-line|disable|enable) ?([^ ]*) -->/.exec(line);
    return match === null ? [] : [{ at, word: match[1], name: match[2] ?? "" }];
  });
  const means = (name: string, rule: string): boolean =>
    name === "" || name === "*" || name === rule || (name.endsWith("/*") && rule.startsWith(name.slice(0, -1)));
  const reach = ({ at, word, name }: (typeof comments)[number]): readonly [number, number] => {
    if (word === "disable-file") return [0, lines.length];
    if (word === "disable-next-line") return [at + 1, at + 1];
    const end = comments.find(
      (other) => other.word === "enable" && other.at > at && (name === "" || ["", name].includes(other.name)),
    );
    return [at, end?.at ?? lines.length];
  };
  const silencing = comments
    .filter(({ word }) => word !== "enable")
    .map((comment) => ({ comment, to: reach(comment) }));
  const silences = ({ comment, to }: (typeof silencing)[number], { line, rule }: (typeof found)[number]): boolean =>
    to[0] <= line && line <= to[1] && means(comment.name, rule);
  return {
    silenced: found.map((each) => silencing.some((one) => silences(one, each))),
    unused: silencing.filter((one) => !found.some((each) => silences(one, each))).length,
  };
}

test("comments silence what they name, where they reach, and those that silence nothing are told", async () => {
  const random = createRandom(11);
  for (let round = 0; round < 60; round++) {
    const lines = ["---", "kind: ReleaseRunbook", "---", "", "# Runbook v1.0.0", ""];
    for (let count = 0; count < 24; count++) {
      const word = random.pick(["disable-next-line", "disable", "enable", "disable-next-line", "disable-file"]);
      const name = random.pick(names);
      const isComment = random.below(3) > 0 && (word !== "disable-file" || random.below(6) === 0);
      if (isComment) lines.push(`<!-- release-docs-${word}${name === "" ? "" : ` ${name}`} -->`);
      lines.push(`Words ${count}.`);
    }
    const document = await documentOf(lines);
    const starts = lines.map((_, line) => lines.slice(0, line).join("\n").length + (line === 0 ? 0 : 1));
    const prose = [...lines.keys()].filter((line) => lines[line]?.startsWith("Words"));
    const found = Array.from({ length: 12 }, () => ({
      line: prose[random.below(prose.length)] ?? 0,
      rule: random.pick(rules),
    }));
    const findings = found.map(({ line, rule }): Finding => {
      const at = placeOf(document, starts[line] ?? 0);
      return { rule, severity: "warning", message: `${rule} on ${line}`, at, fixes: [], blocks: false };
    });
    const { reported, suppressed } = suppress(document, findings);
    const expected = plainly(lines, found);
    expect(suppressed).toEqual(findings.filter((_, index) => expected.silenced[index]));
    expect(reported.filter(({ rule }) => rule === "suppressions/unused")).toHaveLength(expected.unused);
    expect(reported).toHaveLength(findings.length - suppressed.length + expected.unused);
  }
});

/** The place of an offset, counted from its part. */
function placeOf(document: ReleaseDocument, offset: number): Finding["at"] {
  const parts = document.parts.map((part) => ({ part, start: document.span({ part, start: 0, end: 0 }).start }));
  const holder = parts.findLast(({ start }) => start <= offset);
  if (holder === undefined) throw new RangeError("No part stands there");
  return { part: holder.part, start: offset - holder.start, end: offset - holder.start };
}
