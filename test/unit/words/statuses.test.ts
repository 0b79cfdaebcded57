import { describe, expect, test } from "vitest";
import { spellings } from "../../../server/src/text/phrase.ts";
import { slug } from "../../../server/src/text/values/slug.ts";
import { languages } from "../../../server/src/words/languages.ts";
import { stageByWords } from "../../../server/src/words/statuses.ts";
import { stages } from "../../../server/src/words/terms.ts";

describe("statuses by language", () => {
  test.each([
    ["signed-off", "approved"],
    ["work-in-progress", "draft"],
    ["rolling-out", "in-progress"],
    ["canceled", "cancelled"],
  ])("%s is %s", (status, stage) => expect(stageByWords(status)).toBe(stage));

  test.each(["", "constructor", "signed", "graft", "not-done", "sign-off"])("%j is none", (status) =>
    expect(stageByWords(status)).toBeUndefined(),
  );

  test("each is a whole status that means one stage", () => {
    const statuses = languages.flatMap((words) =>
      stages.flatMap((stage) => words.statuses[stage].flatMap(spellings).map(({ text }) => ({ stage, text }))),
    );
    expect(statuses.filter(({ text }) => /[*…]/.test(text))).toEqual([]);
    expect(statuses.filter(({ stage, text }) => stageByWords(slug(text)) !== stage)).toEqual([]);
  });
});
