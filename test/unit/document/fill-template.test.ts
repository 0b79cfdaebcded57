import { describe, expect, it } from "vitest";
import { fillTemplate } from "../../../server/src/document/fill-template.ts";

const values = new Map([
  ["version", "v2.1.0"],
  ["previousVersion", "v2.0.4"],
  ["date", "2026-12-04"],
  ["owner", "@alice"],
]);

describe("fillTemplate", () => {
  it("fills the blanks of our templates, each in its own style", () => {
    const text =
      "# Runbook v[X.Y.Z]\n\n| Version | [X.Y.Z] |\n| Before | [X.Y.W] |\n| Date | YYYY-MM-DD |\n| Owner | [Release Manager] |\n";
    expect(fillTemplate(text, "markdown", values)).toEqual({
      text: "# Runbook v2.1.0\n\n| Version | 2.1.0 |\n| Before | 2.0.4 |\n| Date | 2026-12-04 |\n| Owner | @alice |\n",
      unused: [],
    });
  });

  it("fills the blanks of a team's templates, and names those that it has not", () => {
    expect(fillTemplate("{{VERSION}} by {{ owner }}, `${{ github.sha }}`", "markdown", values)).toEqual({
      text: "v2.1.0 by @alice, `${{ github.sha }}`",
      unused: ["previousVersion", "date"],
    });
  });

  it("leaves the rest as it stands", () => {
    const text = "- [ ] [Name] signs\n- [x] [a link](b.md)\n\n    template: true\n";
    expect(fillTemplate(text, "markdown", values).text).toBe(text);
  });

  it.each([
    ["---\nkind: ReleaseRunbook\ntemplate: true\n---\n# A\n", "---\nkind: ReleaseRunbook\n---\n# A\n"],
    ["---\r\ntemplate: true\r\nkind: X\r\n---\r\ntemplate: true\r\n", "---\r\nkind: X\r\n---\r\ntemplate: true\r\n"],
    ["# Release Runbook Template\n\n## Template notes\n", "# Release Runbook\n\n## Template notes\n"],
    ["# Release Runbook Template: Checkout\n", "# Release Runbook: Checkout\n"],
    ["# Release Plan – Template\n", "# Release Plan\n"],
    ["# Release Plan (template)\n", "# Release Plan\n"],
    ["# Template: Release Plan for contemplation\n", "# Release Plan for contemplation\n"],
    ["# Template for a Release Plan\n", "# Release Plan\n"],
    ["# Template\n", "# Template\n"],
  ])("makes a run of %j", (text, run) => {
    expect(fillTemplate(text, "markdown", values).text).toBe(run);
  });

  it("quotes what YAML would take up", () => {
    const owner = new Map([["owner", '@alice "the" \\ one']]);
    expect(fillTemplate('owners: ["[Release Manager]"]\n', "yaml", owner).text).toBe(
      'owners: ["@alice \\"the\\" \\\\ one"]\n',
    );
  });
});
