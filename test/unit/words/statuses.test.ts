import { describe, expect, test } from "vitest";
import { stageByWords } from "../../../server/src/words/statuses.ts";

describe("statuses by language", () => {
  test.each([
    ["signed-off", "approved"],
    ["work-in-progress", "draft"],
    ["rolling-out", "in-progress"],
    ["canceled", "cancelled"],
    ["rollback", "rolled-back"],
  ])("%s is %s", (status, stage) => expect(stageByWords(status)).toBe(stage));

  test.each(["", "constructor", "signed", "graft", "not-done", "sign-off"])("%j is none", (status) =>
    expect(stageByWords(status)).toBeUndefined(),
  );
});
