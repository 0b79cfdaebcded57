import { describe, expect, it } from "vitest";
import { openFixtures } from "../../support/fixture-folder.ts";

const folder = openFixtures("sixth-kind");

describe("a sixth kind, by configuration alone", () => {
  it.each(folder.documents)("%s is found, read and judged by its own schema", async (path) => {
    const { assessment, found, expected } = await folder.check(path);
    expect(assessment?.document).toMatchObject({ kind: "ReadinessReview", declared: true, template: false });
    expect(found).toEqual(expected);
    expect(assessment?.verdict.verdict).toBe(path === "good.md" ? "go" : "no-go");
  });
});
