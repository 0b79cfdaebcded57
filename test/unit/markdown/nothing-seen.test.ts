import { describe, expect, it } from "vitest";
import { createReleaseDocsService } from "../../../server/src/engine/service.ts";
import { showsText } from "../../../server/src/text/markdown/seen-only.ts";
import { withoutInvisible } from "../../../server/src/text/values/invisible.ts";
import { memoryFiles } from "../../support/memory-files.ts";

const invisible: readonly (readonly [string, string])[] = [
  ["a zero-width space", "\u200B"],
  ["joiners", "\u200D\u200C"],
  ["marks of direction", "\u202E\u2066\u2069\u202C"],
  ["a soft hyphen", "\u00AD"],
  ["variation selectors", "\uFE0F\u{E0100}"],
  ["tags", "\u{E0041}\u{E0042}\u{E007F}"],
  ["a filler of Hangul", "\u3164"],
  ["other fillers", "\u115F\u1160\uFFA0"],
  ["a blank of Braille", "\u2800"],
  ["signs of mathematics", "\u2061\u2062\u2063"],
  ["what joins graphemes", "\u034F"],
  ["a mark of byte order", "\uFEFF"],
];
/** What Markdown shows nothing of. */
const markup: readonly (readonly [string, string])[] = [
  ["a comment", "<!-- @alice reverts -->"],
  ["a number of a character", "&#8203;"],
  ["the same in hexadecimal", "&#x200B;&#xAD;"],
  ["its name", "&zwj;&ZeroWidthSpace;&shy;"],
  ["a hidden element", "<span hidden>@alice reverts</span>"],
  ["a hidden style", '<b style="display:none">@alice reverts</b>'],
  ["an empty link", "[](https://x.example/revert)"],
  ["a link around nothing", "[\u200B](https://x.example/revert)"],
  ["an empty element", "<b></b>"],
  ["an anchor", '<a name="revert"></a>'],
];

describe("what shows nothing", () => {
  it.each([...invisible, ...markup])("is %s", (_, hidden) => {
    expect(showsText(hidden)).toBe(false);
    expect(showsText(` ${hidden} ${hidden}`)).toBe(false);
    expect([showsText(`${hidden}a`), showsText(`(${hidden})`)]).toEqual([true, true]);
  });

  it.each([
    "a",
    "1",
    "…",
    "-",
    "<owner>",
    "<time>",
    "![passed](x.svg)",
    "[x](y)",
    "é",
    "日本",
    "`<!-- x -->`",
    "[ ]",
    "👩‍💻",
    "&amp;",
  ])("is not %s", (shown) => expect(showsText(shown)).toBe(true));
});

async function findings(name: string, text: string) {
  const service = createReleaseDocsService({ files: memoryFiles({}), today: () => "2026-12-01" });
  const assessment = await service.assess(`file:///r/${name}`, text);
  const rules = assessment?.findings.map(({ rule, message }) => `${rule}: ${withoutInvisible(message)}`) ?? ["none"];
  return {
    hidden: rules.filter((rule) => rule.startsWith("syntax/hidden")),
    others: rules.filter((rule) => !rule.startsWith("syntax/")).sort(),
    verdict: assessment?.verdict.verdict,
  };
}

const runbook = ({
  owner = "@alice",
  steps = "1. Revert the deployment\n2. Purge the cache",
  trigger = "error rate > 5%",
  date = "2026-12-04",
  verify = "- Error rate is back under 0.1%",
  signed = "@bob, 2026-12-01",
}): string => `---
kind: ReleaseRunbook
---

# Release Runbook: Checkout v2.1.0

- **Version:** 2.1.0
- **Release Date:** ${date}
- **Release Manager:** ${owner}
- **Status:** Approved

## Before the release

- [x] Backups verified

## Sign-off

| Role | Signature |
| --- | --- |
| Product owner | ${signed} |

## Rollback Plan

**Decided by:** ${owner}
**Trigger:** ${trigger}
**Estimated time:** 10 minutes

### Steps

${steps}

### Verification

${verify}
`;

describe("in Markdown counts as absent, and is told", () => {
  const places: readonly (readonly [string, (value: string) => string])[] = [
    ["the owner", (value) => runbook({ owner: value })],
    ["the trigger", (value) => runbook({ trigger: value })],
    ["the date", (value) => runbook({ date: value })],
    ["all steps", (value) => runbook({ steps: value === "" ? "" : `1. ${value}\n2. ${value}` })],
    ["the verification", (value) => runbook({ verify: value === "" ? "" : `- ${value}` })],
    ["a signature", (value) => runbook({ signed: value })],
  ];
  it.each(places)("%s", async (_, make) => {
    const none = await findings("r.md", make(""));
    for (const [name, hidden] of [...invisible, ...markup]) {
      const found = await findings("r.md", make(hidden));
      expect(found.others, name).toEqual(none.others);
      expect([none.verdict, "no-go"], name).toContain(found.verdict);
      // Comments, elements and anchors without words are how Markdown is written; a byte order mark is a blank.
      const ordinary = /^(?:<!--|<b><|<a |\uFEFF)/.test(hidden);
      expect([name, found.hidden.length > 0]).toEqual([name, !ordinary]);
    }
  });

  it("and shown words beside it count", async () => {
    expect(await findings("r.md", runbook({}))).toMatchObject({ hidden: [], verdict: "go" });
    const found = await findings("r.md", runbook({ owner: "@alice <!-- or @bob -->", verify: "- 日本語で確認する" }));
    expect(found).toMatchObject({ hidden: [], verdict: "go" });
  });
});

const manifest = (values: Readonly<Record<string, string>>): string => {
  const at = (name: string, otherwise: string): string => values[name] ?? otherwise;
  return `apiVersion: release-docs/v1
kind: ReleaseManifest
release:
  id: v2.1.0
  name: Winter checkout
  date: ${at("date", "2026-12-04")}
  status: approved
  owners: ["@alice"]
approvals:
  - role: Product owner
    required: true
    by: ${at("approver", '"@erin"')}
    at: 2026-12-03
    decision: ${at("decision", "approved")}
scope:
  - id: "#1235"
    title: Order table partitioning
    owner: "@bob"
    rollback:
      script: ${at("script", "undo.sql")}
rollback:
  triggers:
    automatic: [${at("trigger", '"error rate > 5%"')}]
  steps:
    - step: ${at("step", "Disable the flag")}
      owner: ${at("owner", '"@alice"')}
      verify: ${at("verify", "Error rate back under 0.1%")}
  estimatedTime: ${at("estimate", "30m")}
checklist:
  preRelease:
    - gate: All pull requests merged
      waived:
        by: ${at("waiver", '"@bob"')}
        reason: ${at("reason", "No change on the hot path")}
`;
};

describe("in a manifest counts as absent, and is told", () => {
  const escapes = ['"\\u200b"', '"\\xAD\\u200B"', '"\\U000E0041"', '"\\0"', "'\u200B'"];
  const names = [
    "approver",
    "decision",
    "script",
    "trigger",
    "step",
    "owner",
    "verify",
    "estimate",
    "date",
    "waiver",
    "reason",
  ];
  it.each(names)("%s", async (name) => {
    const none = await findings("release-manifest.yaml", manifest({ [name]: '""' }));
    for (const hidden of [...invisible.map(([, text]) => `"${text}"`), ...escapes]) {
      const found = await findings("release-manifest.yaml", manifest({ [name]: hidden }));
      expect(found.others, JSON.stringify(hidden)).toEqual(none.others);
      expect([JSON.stringify(hidden), found.hidden.length, found.verdict]).toEqual([
        JSON.stringify(hidden),
        1,
        "no-go",
      ]);
    }
  });

  it("and words count", async () => {
    expect(await findings("release-manifest.yaml", manifest({}))).toMatchObject({ hidden: [], verdict: "go" });
    for (const value of ['"a\\u00e9"', "'\\u200b'", "\\u200b is told", '"C:\\\\users\\\\x20"']) {
      expect((await findings("release-manifest.yaml", manifest({ step: value }))).hidden).toEqual([]);
    }
  });
});
