import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type {
  ClientCapabilities,
  CodeAction,
  CodeLens,
  CompletionItem,
  DocumentSymbol,
  Hover,
  Location,
  Position,
  SymbolInformation,
  TextEdit,
  WorkspaceEdit,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { release } from "../unit/language/workspace.ts";
import { folder, pullCapabilities, TestClient } from "./client.ts";

const server = fileURLToPath(new URL("../../dist/server.js", import.meta.url));
const manifest = `${folder}/release-manifest.yaml`;
const runbook = `${folder}/runbook.md`;
const texts: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(release).map(([path, text]) => [`${folder}/${path}`, text]),
);

const documentOf = (uri: string, text = texts[uri] ?? ""): TextDocument => TextDocument.create(uri, "", 0, text);

/** The position of `‸` in words of a file. */
function positionOf(uri: string, words: string): Position {
  const document = documentOf(uri);
  const index = document.getText().indexOf(words.replace("‸", ""));
  if (index === -1) throw new Error(`${uri} does not say ${words}`);
  return document.positionAt(index + words.indexOf("‸"));
}

const brief = ({ uri, range }: Location): string =>
  `${uri.slice(folder.length + 1)} «${documentOf(uri).getText(range)}»`;

/** What an edit makes of the files that it changes. Snippets are taken without their tab stops. */
function edited(edit: WorkspaceEdit | undefined): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const change of edit?.documentChanges ?? []) {
    if (!("textDocument" in change)) continue;
    const document = documentOf(change.textDocument.uri);
    const edits = change.edits.map(
      (one): TextEdit =>
        "snippet" in one
          ? { range: one.range, newText: one.snippet.value.replace(/\$\{\d+:([^}]*)\}/g, "$1").replace(/\\(.)/g, "$1") }
          : { range: one.range, newText: one.newText },
    );
    found[change.textDocument.uri] = TextDocument.applyEdits(document, edits);
  }
  return found;
}

const capable: ClientCapabilities = {
  ...pullCapabilities,
  workspace: {
    ...pullCapabilities.workspace,
    configuration: true,
    workspaceEdit: { documentChanges: true, snippetEditSupport: true },
  },
  textDocument: {
    ...pullCapabilities.textDocument,
    codeAction: { resolveSupport: { properties: ["edit"] } },
    completion: { completionItem: { snippetSupport: true } },
  },
  experimental: { commands: { commands: ["releaseDocs.showBlockers", "releaseDocs.showOpenGates"] } },
};

describe("the features of the bundled server", () => {
  let client: TestClient;

  const at = (uri: string, words: string) => ({ textDocument: { uri }, position: positionOf(uri, words) });
  const actionsAt = (uri: string, words: string): Promise<CodeAction[]> => {
    const position = positionOf(uri, words);
    return client.codeActions(uri, { start: position, end: position });
  };

  /** Opens the manifest; the runbook and the notes are only stored. */
  async function start(capabilities: ClientCapabilities = capable): Promise<void> {
    await client.initialize(capabilities);
    await client.open(manifest, texts[manifest] ?? "");
  }

  beforeEach(() => {
    if (!existsSync(server)) throw new Error("dist/server.js is missing: run npm run build first");
    client = TestClient.overStdio(server);
    for (const [uri, text] of Object.entries(texts)) client.files.set(uri, text);
  });
  afterEach(async () => {
    expect(await client.stop()).toBe(0);
    expect(client.errors).toEqual([]);
  });

  it("declares every capability that it answers", async () => {
    const { capabilities } = await client.initialize(capable);
    expect(Object.keys(capabilities).sort()).toMatchSnapshot();
  });

  it("outlines a manifest", async () => {
    await start();
    const symbols = await client.request<DocumentSymbol[]>("textDocument/documentSymbol", {
      textDocument: { uri: manifest },
    });
    expect(symbols.map(({ name }) => name)).toContain("checklist");
    const phases = symbols.find(({ name }) => name === "rollout")?.children?.[0]?.children ?? [];
    expect(phases.map(({ name, detail }) => `${name}: ${detail}`)).toEqual(["Canary: 5%, active", "Everyone: 100%"]);
  });

  it("finds names in open and in stored files", async () => {
    await start();
    const found = await client.request<SymbolInformation[]>("workspace/symbol", { query: "load test" });
    expect(found.map(({ name, location }) => `${location.uri.slice(folder.length + 1)} ${name}`).sort()).toEqual([
      "release-manifest.yaml Load test repeated",
      "runbook.md Load test repeated",
    ]);
  });

  it("goes from an open runbook to a stored manifest, and back after that was opened and changed", async () => {
    await client.initialize(capable);
    await client.open(runbook, texts[runbook] ?? "");
    const question = at(runbook, "for #7‸7");
    const first = await client.request<Location[]>("textDocument/definition", question);
    expect(first.map(brief)).toEqual(["release-manifest.yaml «#77»"]);
    await client.open(manifest, `# One more line\n${texts[manifest]}`);
    const moved = await client.request<Location[]>("textDocument/definition", question);
    expect(moved.map(({ range }) => range.start.line)).toEqual([(first[0]?.range.start.line ?? 0) + 1]);
  });

  it("renames across two files, each in the version that it saw", async () => {
    await start();
    const prepared = await client.request("textDocument/prepareRename", at(manifest, "order: [0007‸_shard]"));
    expect(prepared).toMatchObject({ placeholder: "0007_shard" });
    const edit = await client.request<WorkspaceEdit>("textDocument/rename", {
      ...at(manifest, "order: [0007‸_shard]"),
      newName: "0008_split",
    });
    expect(edit.documentChanges).toMatchObject([
      { textDocument: { uri: manifest, version: 1 } },
      { textDocument: { uri: runbook, version: null } },
    ]);
    const after = edited(edit);
    expect(after[manifest]).toBe((texts[manifest] ?? "").replaceAll("0007_shard", "0008_split"));
    expect(after[runbook]).toBe((texts[runbook] ?? "").replaceAll(/(?<!\/)0007_shard/g, "0008_split"));
  });

  it("says why it does not rename", async () => {
    await start();
    await expect(
      client.request("textDocument/rename", { ...at(manifest, 'id: "#7‸7"'), newName: "#78" }),
    ).rejects.toMatchObject({ message: "There is already one with the name #78" });
    client.errors.splice(0);
  });

  it("shows the verdict and the open gates as code lenses, with commands that the client knows", async () => {
    await start();
    const ask = { textDocument: { uri: manifest } };
    const lenses = await client.request<CodeLens[]>("textDocument/codeLens", ask);
    expect(lenses.map(({ command }) => `${command?.title} [${command?.command}]`)).toEqual([
      "No-Go: 3 blockers [releaseDocs.showBlockers]",
      "1 of 1 gate open [releaseDocs.showOpenGates]",
      "1 of 1 gate open [releaseDocs.showOpenGates]",
      "1 of 1 gate open [releaseDocs.showOpenGates]",
      "2 of 3 gates open, 2 due [releaseDocs.showOpenGates]",
    ]);
  });

  it("shows words alone to a client that knows no commands", async () => {
    await start(pullCapabilities);
    const lenses = await client.request<CodeLens[]>("textDocument/codeLens", { textDocument: { uri: manifest } });
    expect(lenses.map(({ command }) => command?.command)).toEqual(["", "", "", "", ""]);
  });

  it("declares a recognised document by the command behind its lens", async () => {
    const list = `${folder}/list.md`;
    await client.initialize(capable);
    await client.open(list, "# Release Checklist: v1.2.0\n\n- [ ] Built\n");
    await client.request("workspace/executeCommand", { command: "releaseDocs.declareDocument", arguments: [list] });
    const edit = await client.applied.next();
    expect(edit.documentChanges).toMatchObject([
      { textDocument: { uri: list, version: 1 }, edits: [{ newText: "---\nkind: ReleaseChecklist\n---\n\n" }] },
    ]);
  });

  it("applies a quick fix, and the finding is gone", async () => {
    await start();
    const broken = (texts[manifest] ?? "").replace("risk: high", "risk: hihg");
    await client.change(manifest, broken);
    const before = await client.pull(manifest);
    const finding = before.kind === "full" ? before.items.find(({ code }) => code === "schema/enum") : undefined;
    if (finding === undefined) throw new Error("The misspelt risk was not found");
    const actions = await client.codeActions(manifest, finding.range, ["quickfix"]);
    const fix = actions.find(({ isPreferred }) => isPreferred);
    expect(fix).toMatchObject({ title: "Change to high", diagnostics: [{ code: "schema/enum" }] });
    const [change] = fix?.edit?.documentChanges ?? [];
    if (change === undefined || !("textDocument" in change)) throw new Error("The fix has no edit");
    expect(change.textDocument.version).toBe(2);
    const edits = change.edits.flatMap((edit) => ("newText" in edit ? [edit] : []));
    await client.change(manifest, TextDocument.applyEdits(documentOf(manifest, broken), edits));
    const after = await client.pull(manifest);
    expect(after.kind === "full" && after.items.filter(({ code }) => code === "schema/enum")).toEqual([]);
  });

  it("puts the cursor where the author types, and signs with the identity of the settings", async () => {
    // The rule is there for the refresh: it tells that the settings were read.
    client.settings = { identity: "@dana", rules: { "dates/past": "off" } };
    await client.initialize(capable);
    await client.refreshes.next();
    await client.open(manifest, texts[manifest] ?? "");
    const actions = await actionsAt(manifest, "gate: Load te‸st");
    const waive = actions.find(({ title }) => title === "Waive gate")?.edit?.documentChanges?.[0];
    expect(waive && "textDocument" in waive ? waive.edits : []).toMatchObject([
      { snippet: { kind: "snippet", value: expect.stringContaining('by: "@dana"\n        reason: "${1:[Reason]}"') } },
    ]);
  });

  it("finds out what fixes all of a kind when it is chosen", async () => {
    await start();
    const broken = (texts[manifest] ?? "").replace("risk: high", "risk: hihg").replace("risk: low", "risk: lwo");
    await client.change(manifest, broken);
    const position = documentOf(manifest, broken).positionAt(broken.indexOf("hihg"));
    const actions = await client.codeActions(manifest, { start: position, end: position }, ["quickfix"], true);
    const all = actions.find(({ title }) => title === "Fix all 2 findings of schema/enum");
    expect(all?.edit).toBeUndefined();
    const resolved = await client.request<CodeAction>("codeAction/resolve", all ?? {});
    const [change] = resolved.edit?.documentChanges ?? [];
    const edits = change && "edits" in change ? change.edits.flatMap((edit) => ("newText" in edit ? [edit] : [])) : [];
    expect(TextDocument.applyEdits(documentOf(manifest, broken), edits)).toBe(texts[manifest]);
    const onSave = await client.codeActions(manifest, { start: position, end: position }, ["source.fixAll"]);
    expect(onSave.map(({ kind }) => kind)).toEqual(["source.fixAll.releaseDocs"]);
  });

  it("completes and hovers, with snippets only for those who take them", async () => {
    await start();
    await client.change(manifest, `${texts[manifest]}obs`);
    const position = { line: (texts[manifest] ?? "").split("\n").length - 1, character: 3 };
    const ask = { textDocument: { uri: manifest }, position };
    const items = await client.request<CompletionItem[]>("textDocument/completion", ask);
    expect(items.map(({ label }) => label)).toContain("observability");
    const hover = await client.request<Hover | null>("textDocument/hover", at(manifest, "risk‸: high"));
    expect(hover?.contents).toMatchObject({ kind: "markdown" });
  });

  it("completes without tab stops for a client that takes no snippets", async () => {
    await start(pullCapabilities);
    await client.change(manifest, `${texts[manifest]}obs`);
    const position = { line: (texts[manifest] ?? "").split("\n").length - 1, character: 3 };
    const ask = { textDocument: { uri: manifest }, position };
    const items = await client.request<CompletionItem[]>("textDocument/completion", ask);
    expect(items.length).toBeGreaterThan(0);
    expect(
      items.filter(
        ({ insertTextFormat, textEdit }) => insertTextFormat === 2 || /\$\{?\d/.test(textEdit?.newText ?? ""),
      ),
    ).toEqual([]);
  });

  it("formats for those who register no formatter, and registers for the documents that are ours with others", async () => {
    const registering: ClientCapabilities = {
      ...capable,
      textDocument: {
        ...capable.textDocument,
        formatting: { dynamicRegistration: true },
        rangeFormatting: { dynamicRegistration: true },
      },
    };
    const { capabilities } = await client.initialize(registering);
    expect(capabilities.documentFormattingProvider).toBeUndefined();
    const next = () => client.registered.next(({ method }) => method === "textDocument/formatting");
    await client.open(`${folder}/readme.md`, "# Readme\n");
    await client.pull(`${folder}/readme.md`);
    const first = await next();
    expect(first.registerOptions).toEqual({ documentSelector: [{ language: "release-manifest" }] });
    await client.open(runbook, texts[runbook] ?? "");
    await client.pull(runbook);
    const manifests = { language: "release-manifest" };
    const ours = { scheme: "file", pattern: "**/workspace/runbook.md" };
    expect((await next()).registerOptions).toEqual({ documentSelector: [manifests, ours] });
    await client.unregistered.next((id) => id === first.id);
    await client.close(runbook);
    expect((await next()).registerOptions).toEqual({ documentSelector: [manifests] });
    const options = { tabSize: 2, insertSpaces: true };
    const table = "# Release Runbook\n\n| a | b |\n|---|---|\n| long | c |\n";
    await client.open(runbook, table);
    const edits = await client.request<TextEdit[]>("textDocument/formatting", {
      textDocument: { uri: runbook },
      options,
    });
    expect(TextDocument.applyEdits(documentOf(runbook, table), edits)).toContain(
      "| a    | b   |\n| ---- | --- |\n| long | c   |\n",
    );
  });

  it("tells apart by semantic tokens what a grammar cannot", async () => {
    await start();
    const ask = { textDocument: { uri: manifest } };
    const { data } = await client.request<{ data: number[] }>("textDocument/semanticTokens/full", ask);
    expect(data.length % 5).toBe(0);
    expect(data.length).toBeGreaterThan(0);
  });

  it("answers nothing about files that are not ours", async () => {
    const readme = `${folder}/readme.md`;
    await client.initialize(capable);
    await client.open(readme, "# Readme\n\nSee [x](#readme).\n");
    const textDocument = { uri: readme };
    const position = { line: 2, character: 10 };
    for (const feature of ["documentSymbol", "documentLink", "codeLens", "foldingRange"]) {
      expect(await client.request(`textDocument/${feature}`, { textDocument })).toBeNull();
    }
    for (const feature of ["definition", "documentHighlight", "hover", "prepareRename"]) {
      expect(await client.request(`textDocument/${feature}`, { textDocument, position })).toBeNull();
    }
    expect(await client.codeActions(readme, { start: position, end: position })).toEqual([]);
  });
});
