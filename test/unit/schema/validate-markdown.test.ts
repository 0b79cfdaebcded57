import { describe, expect, test } from "vitest";
import { emptyDocument } from "../../../server/src/document/empty-document.ts";
import type { ReleaseDocument, ValuePlace } from "../../../server/src/document/model.ts";
import { createKindRegistry } from "../../../server/src/schema/registry.ts";
import { validateDocument } from "../../../server/src/schema/validate.ts";
import type { JsonObject, Pointer } from "../../../server/src/text/json.ts";
import type { Place } from "../../../server/src/text/place.ts";

const registry = createKindRegistry();

interface Content {
  readonly fields?: Readonly<Record<string, string>>;
  readonly tables?: readonly (readonly string[])[];
  readonly gates?: readonly string[];
  readonly steps?: readonly string[];
  readonly sections?: Readonly<Record<string, Content>>;
}

/** The data that a Markdown reader makes, and a text that holds each heading and each table's header row once. */
function documentOf(kind: string, content: Content, unreadable: readonly Pointer[] = []): ReleaseDocument {
  const places = new Map<string, ValuePlace>();
  const part = { text: "" };
  const write = (line: string): Place => {
    const start = part.text.length;
    part.text += `${line}\n`;
    return { part, start, end: start + line.length };
  };
  const dataOf = (title: string, section: Content, pointer: Pointer): JsonObject => {
    const key = write(title);
    places.set(JSON.stringify(pointer), { key, value: key });
    const tables = (section.tables ?? []).map((columns, index) => {
      const header = write(`| ${columns.join(" | ")} |`);
      places.set(JSON.stringify([...pointer, "tables", index]), { key: header, value: header });
      return { columns, rows: [] };
    });
    const sections = Object.entries(section.sections ?? {}).map(
      ([name, below]) => [name, dataOf(name, below, [...pointer, "sections", name])] as const,
    );
    return {
      title,
      fields: section.fields ?? {},
      tables,
      gates: (section.gates ?? []).map((text) => ({ text, state: "open" })),
      steps: section.steps ?? [],
      sections: Object.fromEntries(sections),
    };
  };
  const title = "Release: Harbour";
  const value = dataOf(title, content, []);
  const placeOf = (pointer: Pointer): ValuePlace => {
    for (let length = pointer.length; length >= 0; length--) {
      const found = places.get(JSON.stringify(pointer.slice(0, length)));
      if (found !== undefined) return found;
    }
    throw new Error("no place");
  };
  return {
    ...emptyDocument({ uri: "file:///a.md", format: "markdown", text: part.text, kind }),
    title: { value: title, at: { part, start: 0, end: title.length } },
    value,
    unreadable,
    parts: [part],
    placeOf,
  };
}

function told(kind: string, content: Content, unreadable?: readonly Pointer[]): readonly string[] {
  const document = documentOf(kind, content, unreadable);
  return validateDocument(document, registry).map(
    ({ keyword, message, at, pointer, property }) =>
      `${keyword} «${document.text.slice(at.start, at.end)}» ${message} (${pointer.join("/")}: ${property})`,
  );
}

const runbook: Content = {
  sections: {
    "release-information": { fields: { version: "v1" } },
    "pre-release-checklist": { gates: ["a"] },
    "build-steps": { steps: ["a"] },
    "deployment-steps": { sections: { "production-deployment": {} } },
    "smoke-tests": { tables: [["test", "type", "expected-result", "pass"]] },
    "rollback-procedure": { steps: ["a"] },
    "post-release-tasks": { gates: ["a"] },
    "communication-plan": { tables: [["audience", "channel", "timing", "message"]] },
    "incident-contacts": { tables: [["role", "name", "contact"]] },
  },
};
const withSection = (key: string, content: Content): Content => ({ sections: { ...runbook.sections, [key]: content } });
const without = (key: string): Content => ({
  sections: Object.fromEntries(Object.entries(runbook.sections ?? {}).filter(([name]) => name !== key)),
});

test("a complete runbook has no errors", () => {
  expect(told("ReleaseRunbook", runbook)).toEqual([]);
});

describe("what is missing is said at the heading it is missing from", () => {
  test.each<[string, Content, readonly string[]]>([
    [
      "a section",
      without("rollback-procedure"),
      ["required «Release: Harbour» Section “Rollback Procedure” is missing (sections: rollback-procedure)"],
    ],
    [
      "a section of a section",
      withSection("deployment-steps", {}),
      [
        "required «deployment-steps» Section “Production Deployment” is missing in “deployment-steps” (sections/deployment-steps/sections: production-deployment)",
      ],
    ],
    [
      "gates",
      withSection("post-release-tasks", {}),
      [
        "required «post-release-tasks» Section “post-release-tasks” has no gates: add what must be confirmed as “- [ ] …” (sections/post-release-tasks: gates)",
      ],
    ],
    [
      "steps",
      withSection("build-steps", {}),
      [
        "required «build-steps» Section “build-steps” has no steps: add them as a numbered list (sections/build-steps: steps)",
      ],
    ],
    [
      "a field, under any of its labels",
      withSection("release-information", { fields: { versoin: "v1" } }),
      [
        "required «release-information» Section “release-information” has no field “Version”: add “**Version:** …” (sections/release-information/fields: version)",
      ],
    ],
    [
      "a table",
      withSection("communication-plan", {}),
      [
        "required «communication-plan» Section “communication-plan” has no table: add one with the columns Audience, Channel, Timing, Message (sections/communication-plan: tables)",
      ],
    ],
    [
      "columns, at the header row of the most fitting table",
      withSection("smoke-tests", {
        tables: [
          ["who", "when"],
          ["test", "severity", "owner"],
        ],
      }),
      [
        "required «| test | severity | owner |» The table of “smoke-tests” has no column “Expected Result” (sections/smoke-tests/tables/1/columns: expected-result)",
        "required «| test | severity | owner |» The table of “smoke-tests” has no column “Pass” (sections/smoke-tests/tables/1/columns: pass)",
      ],
    ],
  ])("%s", (_, content, expected) => {
    expect(told("ReleaseRunbook", content)).toEqual(expected);
  });
});

test("one fitting table is enough, under other names of its columns", () => {
  const tables = [
    ["who", "when"],
    ["check", "severity", "expected", "result"],
  ];
  expect(told("ReleaseRunbook", withSection("smoke-tests", { tables }))).toEqual([]);
});

test("every missing section is told", () => {
  const missing = told("ReleaseRunbook", { sections: {} }).map((message) => /“(.*?)”/.exec(message)?.[1]);
  expect(missing).toEqual([
    "Release Information",
    "Pre-Release Checklist",
    "Build Steps",
    "Deployment Steps",
    "Smoke Tests",
    "Rollback Procedure",
    "Post-Release Tasks",
    "Communication Plan",
    "Incident Contacts",
  ]);
});

test("several facts that a section must state are told one by one", () => {
  const plan = told("ReleasePlan", {
    sections: { "release-information": { fields: { "release-version": "v1", date: "" } } },
  });
  expect(plan.filter((message) => message.includes("no field"))).toEqual([
    "required «release-information» Section “release-information” has no field “Release Manager”: add “**Release Manager:** …” (sections/release-information/fields: release-manager)",
  ]);
});

test("nothing is concluded from a part that could not be read", () => {
  expect(told("ReleaseRunbook", without("smoke-tests"), [["sections", "smoke-tests"]])).toEqual([]);
  expect(told("ReleaseRunbook", withSection("build-steps", {}), [["sections", "build-steps"]])).toEqual([]);
});

test("a kind that the registry does not know has no errors", () => {
  expect(told("Nonsense", {})).toEqual([]);
});
