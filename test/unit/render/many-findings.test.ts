import { expect, test } from "vitest";
import { renderDocument } from "../../../server/src/render/render-document.ts";
import { assess } from "./assess.ts";
import { readHtml } from "./read-html.ts";

const head = "apiVersion: release-docs/v1\nkind: ReleaseManifest\nrelease:\n  id: v1.2.0\n  status: in-progress\n";

test("a page lists two thousand findings, and says how many more there are", async () => {
  const assessment = await assess(`${head}${"k: 'a\n".repeat(1_500)}`, "release-manifest.yaml", { as: "run" });
  const count = assessment.findings.length;
  expect(count).toBeGreaterThan(1_500);
  const html = renderDocument(assessment);
  readHtml(html);
  expect(html).toContain(`<summary>${count} findings</summary>`);
  expect(html).toContain(`<li>${count - 2_000} more are not listed on this page</li></ul></details></footer>`);
  expect(html.split('<li id="').length - 1).toBe(2_000);
  const described = [...html.matchAll(/aria-describedby="([^"]*)"/g)].flatMap(([, ids = ""]) => ids.split(" "));
  for (const id of described) expect(html).toContain(`id="${id}"`);
});

test("a page of few findings lists all of them", async () => {
  const assessment = await assess(`${head}${"k: 'a\n".repeat(5)}`, "release-manifest.yaml", { as: "run" });
  const html = renderDocument(assessment);
  expect(html).not.toContain("not listed on this page");
  expect(html.split('<li id="').length - 1).toBe(assessment.findings.length);
});
