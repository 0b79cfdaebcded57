import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type TemporaryFolder, temporaryFolder } from "../unit/cli/temporary-folder.ts";
import { isBuilt, releaseDocs } from "./command.ts";
import { badManifest } from "./documents.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const schema = JSON.parse(readFileSync(`${root}schemas/release-docs-report.schema.json`, "utf8"));
const ajv = new Ajv({ strict: true, allErrors: true, formats: { uri: true } });
ajv.addSchema(schema);
const validate = (name: string, value: unknown): readonly unknown[] => {
  const check = ajv.getSchema(`${schema.$id}#/definitions/${name}`);
  if (check === undefined) throw new Error(`the schema has no ${name}`);
  return check(value) ? [] : (check.errors ?? []);
};

let folder: TemporaryFolder;
beforeEach(() => {
  folder = temporaryFolder({
    "bad.release-manifest.yaml": badManifest,
    "silenced.release-manifest.yaml": `# release-docs-disable-file gates/unchecked -- tried out\n${badManifest}`,
    "complete.release-manifest.yaml": readFileSync(`${root}test/fixtures/manifest-complete.release-manifest.yaml`),
    "runbook.md": readFileSync(`${root}test/fixtures/kinds/release-runbook/good-run.md`),
    "bad.md": readFileSync(`${root}test/fixtures/kinds/release-runbook/bad-run.md`),
    "notes.md": "# Notes\n",
  });
});
afterEach(() => folder.remove());

const json = async (...words: readonly string[]): Promise<unknown> => {
  const { stdout } = await releaseDocs([...words, "--format", "json", "--now", "2026-12-01"], { cwd: folder.path });
  return JSON.parse(stdout);
};

describe.skipIf(!isBuilt)("the schema of reports", () => {
  it("describes what check, verdict and inspect write", async () => {
    expect(validate("checkReport", await json("check", "."))).toEqual([]);
    const verdict = await json("verdict", ".");
    expect(validate("verdictReport", verdict)).toEqual([]);
    expect(JSON.stringify(verdict)).toContain('"waivers":[{');
    expect(JSON.stringify(verdict)).toContain('"suppressed":[{');
    for (const file of ["complete.release-manifest.yaml", "bad.release-manifest.yaml", "runbook.md", "bad.md"]) {
      const report = await json("inspect", file);
      expect(validate("inspectReport", report)).toEqual([]);
      expect(ajv.validate(schema.$id, report)).toBe(true);
    }
  });

  it("refuses what they do not write", async () => {
    expect(validate("checkReport", { version: 2, documents: [] })).not.toEqual([]);
    expect(ajv.validate(schema.$id, { version: 1 })).toBe(false);
  });
});
