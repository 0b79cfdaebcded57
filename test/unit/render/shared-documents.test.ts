import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createReleaseDocsService } from "../../../server/src/engine/service.ts";
import { renderDocument } from "../../../server/src/render/render-document.ts";
import { memoryFiles } from "../../support/memory-files.ts";
import { readHtml } from "./read-html.ts";

const folders = ["../shared/seeds", "../shared/corpus"].filter((folder) => existsSync(folder));
const files = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => /\.(?:md|ya?ml)$/.test(name))
    .map((name) => join(folder, name)),
);
if (files.length === 0) console.log("Rendering of shared documents is skipped: there is no ../shared");

describe.runIf(files.length > 0)("documents of others", () => {
  it.each(files)("%s gives strict HTML with a box for each gate", async (file) => {
    const service = createReleaseDocsService({ files: memoryFiles({}), today: () => "2026-11-20" });
    const kind = file.endsWith(".md") ? { kind: "ReleaseRunbook" } : {};
    const assessment = await service.assess(`file:///w/${file}`, readFileSync(file, "utf8"), { as: "run", ...kind });
    if (assessment === undefined) return;
    const gates = new Set(
      readHtml(renderDocument(assessment)).flatMap(({ attributes }) => attributes.get("data-gate") ?? []),
    );
    expect(gates.size).toBe(assessment.document.gates.length);
  });
});
