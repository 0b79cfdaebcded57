import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  type AssessOptions,
  createReleaseDocsService,
  type ReleaseDocsService,
} from "../../server/src/engine/service.ts";
import type { Stage } from "../../server/src/stage/stage.ts";
import { memoryFiles } from "../support/memory-files.ts";
import { runbook } from "../unit/markdown/runbook.fixture.ts";
import { sample } from "../unit/yaml/sample.ts";
import { Writer } from "./edits.ts";
import { long } from "./long-manifest.ts";
import { plainAssessment } from "./plain-assessment.ts";
import { createRandom, type Random } from "./random.ts";
import { repeated } from "./repeated-runbook.ts";

/** RANDOM_EDITS=100000 makes a night of it; RANDOM_SEED repeats a run. */
const edits = Number(process.env.RANDOM_EDITS ?? 2_000);
const seed = Number(process.env.RANDOM_SEED ?? 20_261_204);
/** So many edits are made to a text before the next one is opened. */
const sitting = 40;

const examples = join(import.meta.dirname, "..", "..", "examples", "checkout-v2.2.0");
const manifest = readFileSync(join(examples, "release-manifest.yaml"), "utf8");
const checkout = readFileSync(join(examples, "runbook.md"), "utf8");
const today = (): string => "2026-11-20";

const stored = {
  "file:///w/runbook.md": checkout,
  "file:///w/release-manifest.yaml": manifest,
  "file:///w/other.md": "# Other\n\n## There\n\n1. Go back\n",
};
/** What stands beside the document; files come and go. */
const beside: Record<string, string> = { ...stored };
const files = memoryFiles(beside);
const inProgress = manifest.replace(/^( *status:) .*$/m, "$1 in-progress");
const texts = {
  yaml: [
    manifest,
    long,
    sample,
    inProgress,
    sample.replaceAll("\n", "\r\n"),
    `---\n${sample}`,
    "apiVersion: release-docs/v1\nkind: ReleaseManifest\n",
  ],
  markdown: [
    checkout,
    repeated,
    runbook,
    repeated.replaceAll("\n", "\r\n"),
    checkout.replaceAll("\n", "\r\n"),
    checkout.replace(/^---\n[\s\S]*?\n---\n/, ""),
    "# Release Checklist: v1.2.0\n\n**Status:** In progress\n\n## Pre-Release\n\n- [ ] Backups verified\n",
  ],
} as const;
const uris = { yaml: "file:///w/next.release-manifest.yaml", markdown: "file:///w/next.md" } as const;

const engine = (): ReleaseDocsService => createReleaseDocsService({ files, today });

/** What changes besides the text, now and then: the stage, the day, a file beside it, the configuration. */
function changeAround(random: Random, service: ReleaseDocsService): AssessOptions {
  if (random.below(3) === 0) {
    for (const [uri, text] of Object.entries(stored)) {
      if (random.below(4) === 0) delete beside[uri];
      else beside[uri] = text;
    }
    service.filesChanged();
  }
  if (random.below(4) === 0) {
    const configuration = "file:///w/.release-docs.yaml";
    if (configuration in beside) delete beside[configuration];
    else beside[configuration] = "rules: { gates/unchecked: error }\nfreeze: [{ from: 2026-01-01, to: 2027-01-01 }]\n";
    service.configurationChanged();
  }
  const stage = random.pick<Stage | undefined>([
    undefined,
    undefined,
    "draft",
    "in-progress",
    "completed",
    "rolled-back",
  ]);
  return { today: random.pick(["2026-11-20", "2027-03-01"]), ...(stage === undefined ? {} : { stage }) };
}

/** Edits texts of a format, and compares after each edit what was read on with what is read afresh. */
async function edited(format: "yaml" | "markdown", count: number): Promise<{ edits: number; read: number }> {
  const random = createRandom(seed + format.length);
  const uri = uris[format];
  const service = engine();
  let read = 0;
  let writer = new Writer(random, format, "");
  let around: AssessOptions = {};
  for (let edit = 0; edit < count; edit++) {
    if (edit % sitting === 0) writer = new Writer(random, format, random.pick(texts[format]));
    else writer.edit();
    const { text, last } = writer;
    if (random.below(6) === 0) around = changeAround(random, service);
    const declared = { ...around, kind: format === "yaml" ? "ReleaseManifest" : "ReleaseRunbook" };
    const asked = edit % (2 * sitting) < sitting ? around : declared;
    const incremental = await service.assess(uri, text, asked);
    const fresh = await engine().assess(uri, text, asked);
    if (fresh !== undefined) read++;
    const where = `edit ${edit} of seed ${seed} (${last}) in ${JSON.stringify(text)}`;
    expect(plainAssessment(incremental), where).toEqual(plainAssessment(fresh));
  }
  return { edits: count, read };
}

describe("reading on after random edits", () => {
  for (const format of ["yaml", "markdown"] as const) {
    it(`is the same as reading afresh, in ${format}`, { timeout: 24 * 60 * 60 * 1_000 }, async () => {
      const done = await edited(format, Math.ceil(edits / 2));
      console.log(
        `${format}: ${done.edits} edits (seed ${seed}), ${done.read} of them release documents, no difference`,
      );
      expect(done.read).toBeGreaterThan(done.edits / 2);
    });
  }
});
