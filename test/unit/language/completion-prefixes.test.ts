import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, it } from "vitest";
import type { CompletionItem } from "vscode-languageserver-types";
import { createReleaseDocsService, type ReleaseDocsService } from "../../../server/src/engine/service.ts";
import { completeConfiguration } from "../../../server/src/language/complete-configuration.ts";
import { completeUndeclared } from "../../../server/src/language/complete-undeclared.ts";
import { complete } from "../../../server/src/language/completion.ts";
import type { FeatureContext } from "../../../server/src/language/feature.ts";
import { hover } from "../../../server/src/language/hover.ts";
import { createLineIndex, type LinePosition } from "../../../server/src/text/line-index.ts";
import { memoryFiles } from "../../support/memory-files.ts";
import { release, today } from "./workspace.ts";

const root = join(import.meta.dirname, "..", "..", "..", "examples");
const examples = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(?:md|ya?ml)$/.test(entry.name))
  .map((entry) => relative(root, join(entry.parentPath, entry.name)));
const files = memoryFiles({});
const newService = (): ReleaseDocsService => createReleaseDocsService({ files, today: () => today });

async function contextOf(service: ReleaseDocsService, uri: string, text: string): Promise<FeatureContext | undefined> {
  const assessment = await service.assess(uri, text);
  if (assessment === undefined) return undefined;
  return {
    assessment,
    lines: createLineIndex(text),
    rules: service.rules,
    today,
    token: { isCancellationRequested: false },
    files,
    others: async () => [],
    siblings: async () => ["file:///repo/a.sql"],
  };
}

/** Asks for completion and hover at a position; answers what completion offers, after a look at its edits. */
async function ask(service: ReleaseDocsService, uri: string, text: string, offset: number): Promise<number> {
  const position = createLineIndex(text).position(offset);
  const items = await itemsAt(service, uri, text, position);
  for (const { textEdit } of items) {
    if (textEdit === undefined || !("range" in textEdit)) throw new Error("an item without an edit");
    const { start, end } = textEdit.range;
    const around = start.line === position.line && end.line === position.line;
    if (!around || start.character > position.character || end.character < position.character) {
      throw new Error(
        `an edit beside the cursor after ${JSON.stringify(text.slice(Math.max(0, offset - 80), offset))}`,
      );
    }
  }
  return items.length;
}

async function itemsAt(
  service: ReleaseDocsService,
  uri: string,
  text: string,
  position: LinePosition,
): Promise<readonly CompletionItem[]> {
  if (uri.endsWith("/.release-docs.yaml")) return completeConfiguration(text, position, service.rules, { today });
  const context = await contextOf(service, uri, text);
  if (context === undefined) return completeUndeclared(uri, text, position, { today });
  await hover(context, position);
  return complete(context, position);
}

it.each(examples)("%s can be typed letter by letter", async (path) => {
  const text = readFileSync(join(root, path), "utf8");
  const service = newService();
  let offered = 0;
  for (let end = 0; end <= text.length; end++) {
    if ((await ask(service, `file:///repo/${path}`, text.slice(0, end), end)) > 0) offered++;
  }
  expect(offered / text.length).toBeGreaterThan(0.2);
});

it.each(["release-manifest.yaml", "runbook.md"] as const)("%s can lose a letter anywhere", async (path) => {
  const text = release[path];
  const service = newService();
  for (let at = 0; at < text.length; at++) {
    await ask(service, `file:///repo/${path}`, text.slice(0, at) + text.slice(at + 1), at);
  }
});

it("never throws whatever stands around the cursor", async () => {
  const pieces = [
    "a:",
    "- ",
    "[",
    "{",
    '"',
    "'",
    "|",
    "#",
    "  ",
    "\t",
    ":",
    ",",
    "\n",
    "\r\n",
    "? ",
    "&a ",
    "*a",
    "!!",
    "]",
    "}",
    "—",
    "😀",
  ];
  const service = newService();
  let seed = 7;
  const next = (below: number): number => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed % below;
  };
  for (let round = 0; round < 400; round++) {
    const noise = Array.from({ length: 1 + next(12) }, () => pieces[next(pieces.length)]).join("");
    for (const path of ["release-manifest.yaml", "runbook.md"] as const) {
      const text = release[path];
      const at = next(text.length);
      await ask(service, `file:///repo/${path}`, text.slice(0, at) + noise + text.slice(at), at + noise.length);
    }
  }
});
