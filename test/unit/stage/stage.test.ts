import { describe, expect, it } from "vitest";
import { readStage, stageNamed } from "../../../server/src/stage/read-stage.ts";
import { worst } from "../../../server/src/verdict/judge.ts";

const part = { text: "" };
const text = (value: string) => ({ value, at: { part, start: 0, end: 0 } });

describe("stage", () => {
  it.each([
    ["Approved", "approved"],
    ["Reviewed", "in-review"],
    ["Planned", "draft"],
    ["Done", "completed"],
    ["In Progress", "in-progress"],
    ["ROLLED BACK", "rolled-back"],
    ["Canceled", "cancelled"],
  ])("%s is %s", (status, stage) => expect(stageNamed(status, {})).toBe(stage));

  it("takes the team's own words first", () => {
    expect(stageNamed("Ready to ship", { "ready to ship": "approved" })).toBe("approved");
    expect(stageNamed("Reviewed", { reviewed: "approved" })).toBe("approved");
    expect(stageNamed("constructor", {})).toBeUndefined();
  });

  it("is stated, given or assumed", () => {
    const facts = { owners: [], status: text("draft"), statusStated: true };
    expect(readStage(facts, {})).toEqual({ stage: "draft", source: "stated" });
    expect(readStage(facts, {}, "completed")).toEqual({ stage: "completed", source: "option" });
    expect(readStage({ ...facts, statusStated: false }, {})).toEqual({ stage: "approved", source: "assumed" });
    expect(readStage({ ...facts, status: text("whatever") }, {})).toEqual({ stage: "approved", source: "assumed" });
  });
});

describe("verdict over several documents", () => {
  it("is the worst", () => {
    expect(worst(["go", "no-go", "none"])).toBe("no-go");
    expect(worst(["go", "not-ready"])).toBe("not-ready");
    expect(worst(["none", "go"])).toBe("go");
    expect(worst([])).toBe("none");
  });
});
