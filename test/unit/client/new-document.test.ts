import { describe, expect, it } from "vitest";
import { endingOf, proposePath } from "../../../client/src/new-document/propose-path.ts";
import { compareVersions, versionDefaults } from "../../../client/src/new-document/versions.ts";

describe("versionDefaults", () => {
  it.each([
    [["v2.0.4", "v2.0.10", "v1.9.9"], undefined, { version: "v2.1.0", previousVersion: "v2.0.10" }],
    [["2.0.4"], "2.0.4", { version: "2.1.0", previousVersion: "2.0.4" }],
    [["v2.0.4"], "3.0.0", { version: "v3.0.0", previousVersion: "v2.0.4" }],
    [["v2.0.4", "v2.1.0-rc.1", "nightly", "2026-12-04"], undefined, { version: "v2.1.0", previousVersion: "v2.0.4" }],
    [["checkout-v1.2.3"], undefined, { version: "v1.3.0", previousVersion: "v1.2.3" }],
    [[], "0.3.0", { version: "v0.3.0" }],
    [["latest"], undefined, {}],
  ])("of tags %o and a package of %s", (tags, own, defaults) => {
    expect(versionDefaults(tags, own)).toEqual(defaults);
  });
});

describe("compareVersions", () => {
  it("compares numbers, not letters; what is no version comes first", () => {
    const sorted = ["v2.10.0", "2.9.0", "spring", "v2.9.1"].toSorted(compareVersions);
    expect(sorted).toEqual(["spring", "2.9.0", "v2.9.1", "v2.10.0"]);
    expect(compareVersions(undefined, "v1.0")).toBeLessThan(0);
  });
});

describe("proposePath", () => {
  const propose = (over: Partial<Parameters<typeof proposePath>[0]>): string =>
    proposePath({ siblings: [], version: "v2.1.0", ending: "runbook.md", ...over });

  it("begins a folder where there are no siblings", () => {
    expect(propose({})).toBe("releases/v2.1.0.runbook.md");
    expect(proposePath({ siblings: [], ending: "runbook.md" })).toBe("releases/runbook.md");
  });

  it("names the document as the latest of its siblings is named", () => {
    const siblings = [
      { path: "ops/v2.0.4/runbook.md", version: "v2.0.4" },
      { path: "ops/v2.0.10/runbook.md", version: "v2.0.10" },
      { path: "legacy/v9.9.9/manifest.yaml", version: "v9.9.9" },
    ];
    expect(propose({ siblings })).toBe("ops/v2.1.0/runbook.md");
    expect(propose({ siblings: [{ path: "ops/release-2.0.4-runbook.md", version: "v2.0.4" }] })).toBe(
      "ops/release-2.1.0-runbook.md",
    );
    expect(propose({ siblings: [{ path: "v1.0/v1.0-runbook.md" }] })).toBe("v2.1.0/v2.1.0-runbook.md");
  });

  it("stays beside siblings that are not named for a version", () => {
    expect(propose({ siblings: [{ path: "ops/spring.md", version: "v2.0.4" }] })).toBe("ops/v2.1.0.runbook.md");
    expect(propose({ siblings: [{ path: "spring.md" }] })).toBe("v2.1.0.runbook.md");
  });

  it("goes where it was asked to, but never among templates", () => {
    expect(propose({ folder: "docs/here" })).toBe("docs/here/v2.1.0.runbook.md");
    expect(propose({ folder: "" })).toBe("v2.1.0.runbook.md");
    expect(propose({ folder: "docs/templates/release" })).toBe("docs/v2.1.0.runbook.md");
    const siblings = [{ path: "ops/v2.0.4/runbook.md", version: "v2.0.4" }];
    expect(propose({ folder: "other", siblings })).toBe("other/runbook.md");
  });
});

describe("endingOf", () => {
  it.each([
    ["docs/our-runbook-template.md", "our-runbook.md"],
    ["/w/templates/TEMPLATE_release.yaml", "release.yaml"],
    ["template.md", "release.md"],
    ["contemplate.md", "contemplate.md"],
  ])("of %s", (path, ending) => {
    expect(endingOf(path)).toBe(ending);
  });
});
