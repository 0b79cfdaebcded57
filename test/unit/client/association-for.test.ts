import picomatch from "picomatch";
import { describe, expect, it } from "vitest";
import { associationFor } from "../../../client/src/manifest-language/association-for.ts";

describe("the glob for a manifest's file", () => {
  it.each([
    ["release.yaml", "release.yaml", "other/release.yaml", "other/pipeline.yaml"],
    [
      "docs/checkout-release-v2.1.0.yaml",
      "checkout-release-v[0-9]*.yaml",
      "a/checkout-release-v10.yml.yaml",
      "a/checkout-release-values.yaml",
    ],
    [
      "releases/v2.1.0/manifest.yaml",
      "**/releases/v[0-9]*/manifest.yaml",
      "releases/v3.0/manifest.yaml",
      "k8s/manifest.yaml",
    ],
    ["ops/2.1.0.yaml", "**/ops/[0-9]*.yaml", "ops/2.2.0.yaml", "ops/values.yaml"],
    ["ops/2026-12-04.yaml", "**/ops/[0-9]*.yaml", "ops/2027-01-15.yaml", "k8s/2026-12-04.yaml"],
    ["a[1]/manifest.yaml", "**/a?[0-9]*?/manifest.yaml", "a[2]/manifest.yaml", "b/manifest.yaml"],
  ])("of %s is %s", (path, glob, alike, other) => {
    expect(associationFor({ path })).toBe(glob);
    // A pattern without a folder is matched against the name alone.
    const matches = (file: string): boolean =>
      picomatch.isMatch(glob.includes("/") ? file : (file.split("/").at(-1) ?? ""), glob);
    expect([path, alike, other].map(matches)).toEqual([true, true, false]);
  });
});
