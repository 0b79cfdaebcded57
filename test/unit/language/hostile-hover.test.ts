import MarkdownIt from "markdown-it";
import { describe, expect, it } from "vitest";
import { definition } from "../../../server/src/language/definition.ts";
import { hover } from "../../../server/src/language/hover.ts";
import { links } from "../../../server/src/language/links.ts";
import { schemaText } from "../../../server/src/language/schema-text.ts";
import { memoryFiles } from "../../support/memory-files.ts";
import { cursorMark, open } from "./workspace.ts";

const reader = new MarkdownIt({ html: true, linkify: true });
const pageAddress = "https://github.com/release-docs/release-docs/";

/** What an editor would fetch, open or run for a hover. */
function reaches(markdown: string): readonly string[] {
  const html = reader.render(markdown);
  const addresses = [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, address = ""]) => address);
  const tags = [...html.matchAll(/<(img|script|iframe|a)\b/g)].map(([, tag = ""]) => tag);
  return [...addresses.filter((address) => !address.startsWith(pageAddress)), ...tags.filter((tag) => tag !== "a")];
}

async function hovered(files: Readonly<Record<string, string>>): Promise<string> {
  const { context, position } = await open(files);
  const contents = (await hover(context, position))?.contents;
  return contents !== undefined && typeof contents === "object" && "value" in contents ? contents.value : "";
}

const hostile = [
  "![i](https://evil.example/i.png)",
  "[l](https://evil.example)",
  "[l](command:workbench.action.quit)",
  "https://evil.example/x",
  "www.evil.example",
  "<img src=https://evil.example/i.png>",
  "<https://evil.example>",
  "` ![i](https://evil.example/i.png)",
  "\\![i](https://evil.example/i.png)",
];

describe.each(hostile)("hover over %s", (text) => {
  const quoted = JSON.stringify(text);
  const manifest = (body: string): string =>
    `apiVersion: release-docs/v1\nkind: ReleaseManifest\nrelease:\n  id: v1.0.0\n  status: approved\n  name: ${quoted}\n${body}`;

  it.each([
    [
      "a waived gate",
      {
        "r.md": `---\nkind: ReleaseRunbook\nstatus: Approved\n---\n# Release Runbook: v1\n\n## Pre-Release Checklist\n\n- [ ] Back‸ups (waived by @a: x ${text} y)\n`,
      },
    ],
    [
      "an answered gate",
      {
        "r.md": `---\nkind: ReleaseRunbook\nstatus: Approved\n---\n# Release Runbook: v1\n\n## Pre-Release Checklist\n\n- [x] Back‸ups (by ${text} on 2026-01-01)\n`,
      },
    ],
    [
      "a gate that failed",
      {
        "m.release-manifest.yaml": manifest(
          `rollout:\n  phases:\n    - name: ${quoted}\n      gates:\n        - gate: Can‸ary\n          waived: { by: ${quoted}, reason: ${quoted} }\n          evidence: ${quoted}\n`,
        ),
      },
    ],
    [
      "an id",
      {
        "m.release-manifest.yaml": manifest(
          `migrations:\n  database:\n    - id: ${quoted}\n      strategy: ${quoted}\n      rollback: { script: ${quoted} }\n  order: [${quoted.slice(0, 4)}‸${quoted.slice(4)}]\n`,
        ),
      },
    ],
    [
      "an id that is not there",
      {
        "m.release-manifest.yaml": manifest(
          `migrations:\n  database: [{ id: a }]\n  order: [${quoted.slice(0, 4)}‸${quoted.slice(4)}]\n`,
        ),
      },
    ],
    [
      "a document",
      {
        "m.release-manifest.yaml": manifest("  runbook: ./r‸.md\n"),
        "r.md": `---\nkind: ReleaseRunbook\nstatus: ${quoted}\n---\n# Release Runbook: ${text}\n`,
      },
    ],
    [
      "an anchor",
      { "r.md": `---\nkind: ReleaseRunbook\n---\n# Release Runbook: v1\n\n## Back ${text}\n\nSee [it](#ba‸ck).\n` },
    ],
    [
      "a file that is not there",
      {
        "r.md": `---\nkind: ReleaseRunbook\n---\n# Release Runbook: v1\n\nSee [it](<./a‸ ${text.replace(/[<>]/g, "")}>).\n`,
      },
    ],
  ])("reaches nothing: %s", async (_, files) => {
    const told = await hovered(files);
    expect(told).not.toBe("");
    expect(reaches(told)).toEqual([]);
  });

  it("reaches nothing through a team's schema", () => {
    const schema = {
      title: text,
      description: `${text}\n\nMore ${text}`,
      enum: [text, "b"],
      examples: [`${text}\n\`\`\`\n${text}`],
    };
    expect(reaches(schemaText([schema], text))).toEqual([]);
  });
});

it.each(["../../etc/passwd", "..%2f..%2fetc%2fpasswd", ".git/config"])("leads nobody to %s", async (target) => {
  const { context, position } = await open({
    "docs/r.md": `---\nkind: ReleaseRunbook\n---\n# Release Runbook: v1\n\nSee [it](${target.slice(0, 2)}${cursorMark}${target.slice(2)}).\n`,
  });
  const there = memoryFiles({ "file:///etc/passwd": "root:", "file:///repo/docs/.git/config": "" });
  const bounded = { ...context, files: { ...there, rootOf: async () => "file:///repo" } };
  expect(await links(bounded)).toEqual([]);
  expect(await definition(bounded, position)).toEqual([]);
  expect(await hover(bounded, position)).toMatchObject({
    contents: { value: expect.stringContaining("Leads out of the repository.") },
  });
});
