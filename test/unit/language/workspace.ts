import {
  type Assessment,
  createReleaseDocsService,
  type ReleaseDocsService,
} from "../../../server/src/engine/service.ts";
import type { FeatureContext, KnownDocument } from "../../../server/src/language/feature.ts";
import { createLineIndex } from "../../../server/src/text/line-index.ts";
import type { TextChange } from "../../../server/src/text/place.ts";
import { memoryFiles } from "../../support/memory-files.ts";

/** The mark of the cursor in the text of a test. */
export const cursorMark = "‸";
export const today = "2026-11-20";
const root = "file:///repo/";

/** A document of a test workspace, as the features see it. */
export interface Opened {
  readonly context: FeatureContext;
  readonly assessment: Assessment;
  readonly service: ReleaseDocsService;
  readonly uri: string;
  readonly text: string;
  /** Offset of the cursor; 0 when none is marked. */
  readonly offset: number;
  readonly position: { readonly line: number; readonly character: number };
  /** Judges another text of the same file. */
  assess(text: string): Promise<Assessment>;
}

/** Opens the first of some files; the cursor stands at `‸` in it. Paths are relative to the root of the workspace. */
export async function open(files: Readonly<Record<string, string>>): Promise<Opened> {
  const marked = Object.entries(files);
  const texts = Object.fromEntries(marked.map(([path, text]) => [root + path, text.replace(cursorMark, "")]));
  const [[path, source] = ["", ""]] = marked;
  const uri = root + path;
  const text = texts[uri] ?? "";
  const service = createReleaseDocsService({ files: memoryFiles(texts), today: () => today });
  const assess = async (changed: string): Promise<Assessment> => {
    const assessment = await service.assess(uri, changed);
    if (assessment === undefined) throw new Error(`${path} is no release document`);
    return assessment;
  };
  const assessment = await assess(text);
  const lines = createLineIndex(text);
  const offset = Math.max(0, source.indexOf(cursorMark));
  const context: FeatureContext = {
    assessment,
    lines,
    rules: service.rules,
    today,
    token: { isCancellationRequested: false },
    files: memoryFiles(texts),
    others: async () => {
      const known = await Promise.all(
        Object.entries(texts).map(async ([other, content]): Promise<KnownDocument[]> => {
          const found = other === uri ? undefined : await service.assess(other, content);
          return found === undefined ? [] : [{ document: found.document, lines: createLineIndex(content) }];
        }),
      );
      return known.flat();
    },
    siblings: async () => Object.keys(texts),
  };
  return { context, assessment, service, uri, text, offset, position: lines.position(offset), assess };
}

/** A text with changes applied. */
export function apply(text: string, changes: readonly TextChange[]): string {
  let result = text;
  for (const { start, end, text: put } of [...changes].sort((a, b) => b.start - a.start || b.end - a.end)) {
    result = result.slice(0, start) + put + result.slice(end);
  }
  return result;
}

/** A manifest and its runbook that speak of the same things. */
export const release = {
  "release-manifest.yaml": `apiVersion: release-docs/v1
kind: ReleaseManifest
release:
  id: v3.1.0
  name: Faster search
  date: 2026-12-04
  status: approved
  owners: ["@alice"]
  runbook: ./runbook.md
scope:
  - id: "#77"
    url: https://github.com/example/search/pull/77
    title: Shard the index
    owner: "@bob"
    risk: high
    rollback:
      script: rollback/0007.sql
  - id: "#78"
    title: Rank by date
    owner: "@alice"
    risk: low
    rollback: { flag: search.rank }
migrations:
  database:
    - id: 0007_shard
      strategy: expand
      rollback: { script: rollback/0007.sql }
      checked: false
  order: [0007_shard]
rollout:
  phases:
    - name: Canary
      traffic: 5%
      status: active
      abortWhen: ["error rate > 1%"]
      gates:
        - gate: Canary healthy for an hour
          checked: false
    - name: Everyone
      traffic: 100%
      rollbackWhen: ["error rate > 5%"]
      gates:
        - gate: All traffic moved
          checked: false
rollback:
  triggers: { automatic: ["error rate > 5%"] }
  steps:
    - step: Switch the flag off
      owner: "@alice"
      verify: Old results are back
  estimatedTime: 10m
checklist:
  preRelease:
    - gate: Index rehearsed on staging
      checked: true
    - gate: Load test repeated
      checked: false
    - Team informed
`,
  "runbook.md": `---
kind: ReleaseRunbook
status: approved
---

# Release Runbook: Search v3.1.0

**Version:** v3.1.0
**Manifest:** [manifest](release-manifest.yaml)

See [how to go back](#rollback-procedure) for #77 and [the rollout](#staged-rollout).

## Pre-Release Checklist

- [x] Index rehearsed on staging
- [ ] Load test repeated
  - [ ] Numbers compared

## Staged Rollout

### Phase 1: Canary (5% of traffic)

Run \`migrate up 0007_shard\`, not rollback/0007_shard.sql.

## Rollback Procedure

**Trigger:** error rate over 5%

1. Switch the flag off.
2. Undo 0007_shard.
`,
  "notes.md": `---
kind: ReleaseNotes
---

# Release Notes v3.1.0

If it fails, see [the runbook](runbook.md#rollback-procedure).
`,
  "rollback/0007.sql": "drop table shard;",
} as const;

/** The release with the cursor put at the first place of a text in one of its files, which is opened. */
export function at(path: keyof typeof release, words: string): Promise<Opened> {
  const text: string = release[path];
  const plain = words.replace(cursorMark, "");
  const index = text.indexOf(plain);
  if (index === -1) throw new Error(`${path} does not say ${plain}`);
  const offset = index + words.indexOf(cursorMark);
  return open({ [path]: text.slice(0, offset) + cursorMark + text.slice(offset), ...withoutKey(release, path) });
}

function withoutKey(files: Readonly<Record<string, string>>, path: string): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(files).filter(([key]) => key !== path));
}
