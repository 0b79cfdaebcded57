import { describe, expect, it } from "vitest";
import { isReleaseDocument } from "../../../client/src/is-release-document.ts";

const markdown = (text: string) => isReleaseDocument({ languageId: "markdown", path: "/docs/a.md", text });
const yaml = (text: string, path = "/a.yaml") => isReleaseDocument({ languageId: "yaml", path, text });

describe("isReleaseDocument", () => {
  it("takes our language and our configuration as they are", () => {
    expect(isReleaseDocument({ languageId: "release-manifest", path: "/x", text: "" })).toBe(true);
    expect(yaml("", "/repo/.release-docs.yaml")).toBe(true);
    expect(yaml("", "/repo/my.release-docs.yaml")).toBe(false);
  });

  it("takes YAML by its apiVersion", () => {
    expect(yaml("# a manifest\napiVersion: release-docs/v1\nkind: ReleaseManifest\n")).toBe(true);
    expect(yaml('apiVersion: "release-docs/v1"\r\n')).toBe(true);
    expect(yaml('"kind": ReleaseManifest\n"api\\u0056ersion": "release-docs/v1"\n')).toBe(true);
    expect(yaml("{ kind: ReleaseManifest, apiVersion: release-docs/v2 }\n")).toBe(true);
    expect(yaml("apiVersion: apps/v1\nkind: ReleaseManifest\n")).toBe(false);
    expect(yaml("spec:\n  apiVersion: other/v1\n")).toBe(false);
  });

  it.each([
    "# Release Runbook: Shop v2.1.0\n",
    "\uFEFF# Release Runbook\n",
    "<!-- # Notes -->\n\n## 🚀 Enterprise Release Management Plan\n",
    "Intro.\n\n### Release Manifest\n",
    "Acme Release Readiness Checklist\n===\n",
    "---\r\nkind: ReleaseNotes\r\n---\r\n# Anything\r\n",
    "---\ntitle: x\nkind: 'DeploymentReport'\n---\n",
    "```sh\n# a comment\n```\n# Release Plan\n",
    '---\n"kind": ReleaseRunbook\n---\n# Anything\n',
    "---\n? kind\n: ReleaseRunbook\n---\n",
    "<!-- Copyright -->\n---\nkind: ReleaseChecklist\n---\n",
    "---\rkind: ReleaseChecklist\r---\r",
    `<!--${"x".repeat(20_000)}-->\n# Release Plan\n`,
    "# **Release\u200b Runbook**\n",
  ])("takes Markdown that says what it is: %j", (head) => {
    expect(markdown(head)).toBe(true);
  });

  it.each([
    "",
    "# Changelog\n\n## Release Runbook\n",
    "Release Runbook\n",
    "```md\n# Release Runbook\n```\n",
    "<!--\n# Release Runbook\n-->\n# Readme\n",
    "---\nkind: Post\n---\n# Readme\n",
    "# Planning a prerelease\n",
    "kind: ReleaseRunbook\n",
  ])("leaves other Markdown alone: %j", (head) => {
    expect(markdown(head)).toBe(false);
  });

  it("leaves other languages alone", () => {
    expect(isReleaseDocument({ languageId: "plaintext", path: "/a.txt", text: "# Release Runbook\n" })).toBe(false);
  });
});
