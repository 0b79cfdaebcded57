import { describe, expect, it } from "vitest";
import { daysMeant, findDate, readDate } from "../../../server/src/text/values/date.ts";
import { isOptionList } from "../../../server/src/text/values/option-list.ts";
import { findPercentage, parsePercentage } from "../../../server/src/text/values/percentage.ts";
import { slug } from "../../../server/src/text/values/slug.ts";
import { findDuration, formatDuration, parseDuration } from "../../../server/src/words/duration.ts";
import { findPlaceholders, isPlaceholder } from "../../../server/src/words/placeholder.ts";
import { parseThreshold, parseThresholds } from "../../../server/src/words/threshold.ts";

describe("slug", () => {
  it.each([
    ["🚨 6. Rollback Procedure", "rollback-procedure"],
    ["4.1 Staging Deployment", "staging-deployment"],
    ["Release Owner(s)", "release-owner-s"],
    ["Rollback Strategy & Emergency Procedures", "rollback-strategy-emergency-procedures"],
    ["ロールバック手順", "ロールバック手順"],
    ["2FA rollout", "2fa-rollout"],
    ["📋 1. Release Overview & Metadata", "release-overview-metadata"],
    ["Déploiement", "déploiement"],
    ["*Go/No-Go*", "go-no-go"],
    ["🛡️ 5. Quality Gates & Validation", "quality-gates-validation"],
    ["---", ""],
  ])("%s → %s", (title, key) => expect(slug(title)).toBe(key));
});

const found = (text: string, mode: "prose" | "code" = "prose"): readonly string[] =>
  findPlaceholders(text, mode).map(({ start, end }) => text.slice(start, end));

describe("placeholders", () => {
  it.each([
    ["**Release Manager:** [Name/Role]", ["[Name/Role]"]],
    ["**Date:** YYYY-MM-DD", ["YYYY-MM-DD"]],
    ["**Last Updated:** {{DATE}}", ["{{DATE}}"]],
    ["_[Version number]_ and TBD", ["_[Version number]_", "TBD"]],
    ["# Release Runbook: [Project Name] v[X.Y.Z]", ["[Project Name]", "v[X.Y.Z]"]],
    ["`release/vX.Y.Z` or `vX.Y.Z`", ["vX.Y.Z", "vX.Y.Z"]],
    ["Signature: ________", ["________"]],
    ["[Release date: YYYY-MM-DD]", ["[Release date: YYYY-MM-DD]"]],
    ["Hold for [N] minutes", ["[N]"]],
    ["escalate to [role]", ["[role]"]],
  ])("finds %s", (text, expected) => expect(found(text)).toEqual(expected));

  it.each([
    "- [ ] open",
    "- [x] done",
    "[docs](https://example.com)",
    "[text][reference]",
    "[10:05] Pod 1 deployed",
    "[Unreleased]",
    "[WIP] not yet",
    "a footnote[^1]",
    "the [package] table of the manifest",
    "array[index]",
    "!\\[escaped]",
    "[BUG-12] Crash on start",
    "[skip ci]",
    "<name@example.com>",
    "$" + "{{ secrets.TOKEN }}",
    "snake_case__name",
    "[!NOTE]",
    "`array[index]` and `[0]`",
  ])("leaves %s alone", (text) => expect(found(text)).toEqual([]));

  it("reads code strictly", () => {
    expect(found("deploy vX.Y.Z --to [target environment]", "code")).toEqual(["vX.Y.Z", "[target environment]"]);
    expect(found('if [ -z "$TOKEN" ] && [[ $A == [a-z] ]]; then echo "[x]"; fi', "code")).toEqual([]);
    expect(found("[item for item in items]", "code")).toEqual([]);
    expect(found("{{ .Values.image }} TBD YYYY-MM-DD", "code")).toEqual([]);
  });

  it.each(["[Name/Role]", "v[X.Y.Z]", "_[Date]_", "TBD", "[A], [B]", "**[Name]**"])(
    "%s is nothing but a blank",
    (value) => expect(isPlaceholder(value)).toBe(true),
  );
  it.each(["@alice", "", "v2.1.0", "Alice [Name]", "[x]"])("%s is a value", (value) =>
    expect(isPlaceholder(value)).toBe(false),
  );
});

describe("option lists", () => {
  it.each([
    "Draft / Reviewed / Approved",
    "[Draft/In Planning/Approved]",
    "Major | Minor | Patch",
    "_[Major/Minor]_",
    "Zero / [Duration]",
  ])("%s is a choice nobody made", (value) => expect(isOptionList(value)).toBe(true));
  it.each(["Approved", "CI/CD", "2026/12/04", "https://example.com / x", "v1 / 2", ""])("%s is none", (value) =>
    expect(isOptionList(value)).toBe(false),
  );
});

describe("durations, in minutes", () => {
  it.each([
    ["15m", 15],
    ["2h30m", 150],
    ["30 minutes", 30],
    ["2.5 hours", 150],
    ["1 h 15 min", 75],
    ["~10 min", 10],
    ["90s", 1.5],
    ["7d", 10080],
  ])("%s", (text, minutes) => expect(parseDuration(text)).toBeCloseTo(minutes));
  it.each(["Continuous", "soon", "", "5 apples", "2h per phase"])("%s is none", (text) =>
    expect(parseDuration(text)).toBeUndefined(),
  );
  it("is found in a sentence", () => {
    expect(findDuration("Revert within 15 minutes of the call")).toBe(15);
    expect(findDuration("Step 3 takes 2h30m")).toBe(150);
    expect(findDuration("no time at all")).toBeUndefined();
  });
  it("is written for people", () =>
    expect([95, 15, 1440, 0.5].map(formatDuration)).toEqual(["1 h 35 min", "15 min", "1 d", "30 s"]));
});

describe("percentages and thresholds", () => {
  it("reads percentages", () => {
    expect(parsePercentage("5%")).toBe(5);
    expect(parsePercentage("99.95 %")).toBe(99.95);
    expect(parsePercentage("5% of traffic")).toBeUndefined();
    expect(findPercentage("Canary (5% of traffic)")).toBe(5);
  });
  it("reads thresholds", () => {
    expect(parseThreshold("error rate > 1%")).toEqual({ metric: "error rate", comparison: ">", value: 1, unit: "%" });
    expect(parseThreshold("Latency ≤ 2 s")).toEqual({ metric: "latency", comparison: "<=", value: 2000, unit: "ms" });
    expect(parseThreshold("No critical error")).toBeUndefined();
    expect(parseThresholds("Error rate > 1% OR Latency > 500ms").map(({ value }) => value)).toEqual([1, 500]);
  });
});

describe("dates", () => {
  it.each([
    ["2026-12-04", "2026-12-04"],
    ["2026-12-04 10:00 CET", "2026-12-04"],
    ["2026-12-04T10:00:00Z", "2026-12-04"],
    ["4 December 2026", "2026-12-04"],
    ["Dec 4, 2026", "2026-12-04"],
    ["2024-02-29", "2024-02-29"],
    ["2026/12/4", "2026-12-04"],
    ["2026-12-4 10:00", "2026-12-04"],
    ["04.12.2026", "2026-12-04"],
    ["25.12.2026, 10:00", "2026-12-25"],
    ["25/12/2026", "2026-12-25"],
    ["12/25/2026", "2026-12-25"],
    ["4/4/2026", "2026-04-04"],
  ])("%s", (text, iso) => expect(readDate(text)).toEqual({ kind: "date", iso }));
  it.each(["2026-13-40", "2026-02-30", "2025-02-29", "2026-00-10", "31 April 2026"])("%s does not exist", (text) =>
    expect(readDate(text).kind).toBe("invalid"),
  );
  it.each(["soon", "Q4 2026", "", "2026-12", "12.25.2026", "45/45/2026", "1.3.1045", "1/2 of 2026", "3-4-26"])(
    "%s is left alone",
    (text) => expect(readDate(text).kind).toBe("other"),
  );
  it("that two countries read differently mean two days", () =>
    expect(readDate("04/12/2026 10:00")).toEqual({ kind: "ambiguous", days: ["2026-12-04", "2026-04-12"] }));
  it.each([
    ["2026-13-04 10:00", "2026-13-04", ["2026-04-13"]],
    ["2026-13-40", "2026-13-40", []],
    [" Dec 4, 2026 (Friday)", "Dec 4, 2026", ["2026-12-04"]],
    ["4-12-2026", "4-12-2026", ["2026-12-04", "2026-04-12"]],
  ])("%j are found with what they may mean", (text, source, days) => {
    const found = findDate(text);
    expect(found?.source).toBe(source);
    expect(found && daysMeant(found.reading)).toEqual(days);
  });
});
