import { describe, expect, test } from "vitest";
import { writeMarkdown } from "../../../server/src/document/markdown/write-markdown.ts";
import { applyChanges } from "../../../server/src/text/changes.ts";
import { read } from "./dump.fixture.ts";

const readRunbook = (body: string) => read(`# Release Runbook: Harbour 4.2\n\n${body}`);

describe("several fields on one line", () => {
  const fieldsOf = (line: string) => readRunbook(line).fields.map(({ label, value }) => [label.value, value.value]);

  test.each([
    "**Version:** 5.0.0 **Date:** 2026-12-04",
    "**Version:** 5.0.0 | **Date:** 2026-12-04",
    "**Version**: 5.0.0 · **Date**: 2026-12-04",
    "**Version:** 5.0.0  \n**Date:** 2026-12-04",
  ])("%j", (line) => {
    expect(fieldsOf(line)).toEqual([
      ["Version", "5.0.0"],
      ["Date", "2026-12-04"],
    ]);
  });

  test.each(["written as **bold** text", "written as `x **Date:** y`"])("none within %j", (value) => {
    expect(fieldsOf(`**Note:** ${value}`)).toEqual([["Note", value]]);
  });

  test("a value stands where it says", () => {
    const { fields } = readRunbook("**Version:** 5.0.0 | **Date:** 2026-12-04");
    expect(fields.map(({ value: { at } }) => at.part.text.slice(at.start, at.end))).toEqual(["5.0.0", "2026-12-04"]);
  });
});

describe("Go and No-Go with a box each", () => {
  const list = (go: string, noGo: string) =>
    readRunbook(`## Pre-Release Checklist\n\n- [${go}] **Go**: all is green\n- [${noGo}] **No-Go**: we wait\n`);
  const states = (go: string, noGo: string) => list(go, noGo).gates.map(({ state }) => state);

  test("the refusal asks for no answer, and says no when it is ticked", () => {
    expect(states(" ", " ")).toEqual(["open", "notApplicable"]);
    expect(states("x", " ")).toEqual(["checked", "notApplicable"]);
    expect(states(" ", "x")).toEqual(["open", "failed"]);
  });

  test("a box of it can be ticked", () => {
    const document = list(" ", " ");
    const refusal = document.gates[1]?.id ?? "";
    const changes = writeMarkdown(document, { do: "answer-gate", gate: refusal, state: "checked" }) ?? [];
    expect(applyChanges(document.text, changes)).toContain("- [x] **No-Go**: we wait");
  });

  test.each([
    "- [ ] Go\n- [ ] No-Go\n- [ ] Tell support\n",
    "- [ ] Go live\n- [ ] No customer is affected\n",
    "- [ ] Yes\n- Nobody objects\n",
  ])("%j is a list of gates", (body) => {
    const { gates } = readRunbook(`## Pre-Release Checklist\n\n${body}`);
    expect(gates.every(({ state }) => state === "open")).toBe(true);
  });
});

describe("a rollback step that looks", () => {
  const verified = (step: string) =>
    readRunbook(`## Rollback Procedure\n\n1. Redeploy 4.1\n2. ${step}\n`).rollback.verification !== undefined;

  test.each(["Check that the error rate is below 0.5%", "Wait, then check the dashboard", "Make sure logins work"])(
    "%s: is the verification",
    (step) => {
      expect(verified(step)).toBe(true);
    },
  );

  test.each(["Check out v4.1.0", "Check in the fix", "Tell support"])("%s: is none", (step) => {
    expect(verified(step)).toBe(false);
  });
});

describe("a table that numbers its rows", () => {
  const names = (row: string) =>
    readRunbook(`## Pre-Release Checklist\n\n| # | Check | Done |\n|---|---|---|\n${row}\n`).gates.map(
      ({ text }) => text,
    );

  test.each([
    ["| 1 | Changelog | [ ] |", "Changelog"],
    ["| 12. | Changelog | [x] |", "Changelog"],
    ["| 503 errors | none seen | [ ] |", "503 errors"],
  ])("%s", (row, name) => {
    expect(names(row)).toEqual([name]);
  });
});

describe("headings of few words", () => {
  const phaseUnder = (heading: string) => readRunbook(`## ${heading}\n\n- [ ] Look\n`).gates.map(({ phase }) => phase);

  test.each([
    ["Before", "pre-release"],
    ["During", "release"],
    ["After", "post-release"],
    ["Afterwards", "post-release"],
    ["If something goes wrong", "rollback"],
  ])("%s: %s", (heading, phase) => {
    expect(phaseUnder(heading)).toEqual([phase]);
  });

  test.each(["If it goes wrong", "Contingency plan", "Fallback procedure"])("%s is a rollback plan", (heading) => {
    const { rollback } = readRunbook(`## ${heading}\n\nWhen logins fail:\n\n1. Redeploy 4.1\n2. Check the logs\n`);
    expect([rollback.present, rollback.steps.length]).toEqual([true, 2]);
  });
});

test("commands right below the triggers are steps", () => {
  const { rollback } = readRunbook(
    "## Rollback\n\nRoll back when:\n- error rate > 2%\n\n1. `helm rollback harbour 41`\n2. Check that logins work\n",
  );
  expect([rollback.triggers.length, rollback.steps.length]).toEqual([1, 2]);
});
