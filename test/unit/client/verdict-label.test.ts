import { describe, expect, it } from "vitest";
import { verdictLabel } from "../../../client/src/verdict-label.ts";
import type { AssessmentSummary } from "../../../server/src/lsp/protocol.ts";

const go: AssessmentSummary = {
  uri: "file:///w/release-manifest.yaml",
  kind: "ReleaseManifest",
  owners: [],
  declared: true,
  template: false,
  stage: "approved",
  stageSource: "stated",
  verdict: "go",
  verdictTitle: "Go",
  blockers: 0,
  firstBlockers: [],
  gates: { total: 0, checked: 0, failed: 0, waived: 0, notApplicable: 0, open: 0, due: 0 },
  gatesId: "",
};

describe("verdictLabel", () => {
  it("says Go", () => {
    expect(verdictLabel(go)).toEqual({
      text: "$(pass) Go",
      tooltip: "**Go** (ReleaseManifest, approved)",
      spoken: "Release verdict: Go, approved",
      weight: "none",
    });
  });

  it("counts blockers and names the first", () => {
    const gates = { ...go.gates, total: 9, checked: 3, open: 6, due: 6 };
    const noGo: AssessmentSummary = {
      ...go,
      verdict: "no-go",
      verdictTitle: "No-Go",
      stage: "in-progress",
      blockers: 6,
      firstBlockers: ["One [link](x)", "Two", "Three", "Four", "Five"],
      gates,
    };
    expect(verdictLabel(noGo)).toEqual({
      text: "$(error) No-Go: 6 blockers",
      tooltip: [
        "**No-Go: 6 blockers** (ReleaseManifest, in progress)",
        "- One \\[link\\](x)\n- Two\n- Three\n- Four\n- Five\n- and 1 more",
        "3 of 9 gates checked, 6 open (6 due)",
      ].join("\n\n"),
      spoken: "Release verdict: No-Go: 6 blockers, in progress",
      weight: "error",
    });
    expect(verdictLabel({ ...noGo, blockers: 1, firstBlockers: ["One"] }).text).toBe("$(error) No-Go: 1 blocker");
  });

  it("says why there is no verdict yet, or none at all", () => {
    const notReady: AssessmentSummary = { ...go, verdict: "not-ready", verdictTitle: "Not ready", stage: "in-review" };
    expect(verdictLabel(notReady).text).toBe("$(circle-slash) Not ready: in review");
    const none: AssessmentSummary = { ...go, verdict: "none", verdictTitle: "No verdict", stage: "cancelled" };
    expect(verdictLabel(none).text).toBe("$(dash) No verdict");
    expect(verdictLabel({ ...none, template: true }).text).toBe("$(dash) Template");
  });

  it("says that a stage was only assumed", () => {
    expect(verdictLabel({ ...go, stageSource: "assumed" }).spoken).toBe(
      "Release verdict: Go, no status, judged as approved",
    );
  });
});
