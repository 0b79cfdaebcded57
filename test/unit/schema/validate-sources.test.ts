import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readMarkdown } from "../../../server/src/document/markdown/compose/read-markdown.ts";
import { createKindRegistry } from "../../../server/src/schema/registry.ts";
import { validateDocument } from "../../../server/src/schema/validate.ts";

const registry = createKindRegistry();
const seeds = new URL("../../../../shared/seeds/", import.meta.url);
const present = existsSync(seeds);
if (!present) console.log("The source documents are not here: ../shared/seeds is absent");

function told(kindName: string, text: string): readonly string[] {
  const kind = registry.find(kindName, "markdown");
  if (kind === undefined) throw new Error(`no ${kindName}`);
  const document = readMarkdown("file:///a.md", text, { kind, declared: true, template: false });
  return validateDocument(document, registry).map(({ message, at }) => {
    const { start, end } = document.span(at);
    return `«${text.slice(start, end)}» ${message}`;
  });
}

test.skipIf(!present).each([
  ["000", "ReleaseManifest"],
  ["001", "ReleaseRunbook"],
  ["002_52419a29dde206c4.plan", "ReleasePlan"],
  ["003", "ReleaseManagementPlan"],
  ["004", "ReleaseChecklist"],
])("the schema of %s, %s, is complete for its source", (prefix, kind) => {
  const name = readdirSync(seeds).find((file) => file.startsWith(prefix)) ?? "";
  // Emoji with a variation selector are a matter of the heading's slug.
  const text = readFileSync(new URL(name, seeds), "utf8").replaceAll("\uFE0F", "");
  expect(told(kind, text)).toEqual([]);
});

describe("a runbook as the reader reads it", () => {
  const text = `# Release Runbook: Harbour v3.4.0

## 1. Release Information

- **Versoin:** v3.4.0

## 2. Before the Release

### Build

- [ ] All pull requests are merged

## 3. Build

1. Tag the commit

## 4. Deployment

### Deploy to Production

## 5. Smoke Tests

| Test | Type |
|------|------|
| Track a parcel | Critical |

## 6. Backout Plan

### Steps

1. Deploy the previous image

## 7. Follow-up

## 8. Communications
`;

  test("is told what it lacks, at the place", () => {
    expect(told("ReleaseRunbook", text)).toEqual([
      "«Release Runbook: Harbour v3.4.0» Section “Incident Contacts” is missing",
      "«1. Release Information» Section “1. Release Information” has no field “Version”: add “**Version:** …”",
      "«| Test | Type |» The table of “5. Smoke Tests” has no column “Expected Result”",
      "«| Test | Type |» The table of “5. Smoke Tests” has no column “Pass”",
      "«7. Follow-up» Section “7. Follow-up” has no gates: add what must be confirmed as “- [ ] …”",
      "«8. Communications» Section “8. Communications” has no table: add one with the columns Audience, Channel, Timing, Message",
    ]);
  });
});
