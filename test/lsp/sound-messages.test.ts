import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ErrorCodes } from "vscode-languageserver/node";
import { createReleaseDocsService } from "../../server/src/engine/service.ts";
import { checklistRequest, fillTemplateRequest, renderRequest, reportRequest } from "../../server/src/lsp/protocol.ts";
import { folder, TestClient } from "./client.ts";

const runbook = `${folder}/runbook.md`;
const manifest = `${folder}/release-manifest.yaml`;
const runbookText =
  "---\nkind: ReleaseRunbook\nstatus: Approved\n---\n# Release Runbook: v2.1.0\n\n- [ ] Backups verified\n";
const manifestText = "apiVersion: release-docs/v1\nkind: ReleaseManifest\nrelease:\n  id: v1.4.0\n  status: approved\n";

/** Lines and characters that no document has. */
const outside = [-1, -1e9, 0.5, 1e9, 2 ** 31, 1e300, Number.MAX_SAFE_INTEGER];
const atPosition = ["completion", "hover", "definition", "documentHighlight", "references", "prepareRename", "rename"];
const inRange = ["semanticTokens/range", "rangeFormatting", "codeAction"];

describe("messages of a client that is not careful", () => {
  let client: TestClient;

  beforeEach(async () => {
    client = TestClient.inProcess({ createService: createReleaseDocsService, today: () => "2026-12-01" });
    await client.initialize();
    await client.open(runbook, runbookText);
    await client.open(manifest, manifestText);
  });
  afterEach(() => client.stop());

  /** The code of an error, or none. */
  const failureOf = (method: string, params: object): Promise<unknown> =>
    client.request(method, params).then(
      () => undefined,
      (error: unknown) => Reflect.get(Object(error), "code"),
    );
  const rest = {
    context: { includeDeclaration: true, diagnostics: [] },
    newName: "v2",
    options: { tabSize: 2, insertSpaces: true },
  };

  it.each([runbook, manifest])("are answered, wherever in a document they point: %s", async (uri) => {
    const positions = outside.flatMap((far) => [
      { line: far, character: 0 },
      { line: 2, character: far },
      { line: far, character: far },
    ]);
    for (const position of positions) {
      const params = { textDocument: { uri }, position, range: { start: position, end: position }, ...rest };
      for (const name of [...atPosition, ...inRange]) {
        expect([undefined, ErrorCodes.InvalidParams]).toContain(await failureOf(`textDocument/${name}`, params));
      }
      const backwards = { ...params, range: { start: position, end: { line: 0, character: 0 } } };
      for (const name of inRange) expect(await failureOf(`textDocument/${name}`, backwards)).toBeUndefined();
    }
    expect(await failureOf("textDocument/selectionRange", { textDocument: { uri }, positions })).toBeUndefined();
    expect(client.errors).toEqual([]);
  });

  it("speak of the end of the document when they point behind it", async () => {
    const at = (line: number) => ({ textDocument: { uri: manifest }, position: { line, character: 0 } });
    const end = manifestText.split("\n").length - 1;
    const atEnd = await client.request("textDocument/completion", at(end));
    expect(atEnd).not.toEqual([]);
    expect(await client.request("textDocument/completion", at(1e9))).toEqual(atEnd);
  });

  it("lose no text by a change that points nowhere", async () => {
    const far = { line: 1e300, character: -5.5 };
    await client.change(runbook, "- [ ] One more\n", { start: far, end: far });
    const list = await client.request(checklistRequest, { uri: runbook });
    expect(list?.gates.map(({ text }) => text)).toEqual(["Backups verified", "One more"]);
  });

  it.each([
    ["textDocument/hover", {}],
    ["textDocument/hover", { textDocument: { uri: runbook } }],
    ["textDocument/hover", { textDocument: { uri: 7 }, position: { line: 0, character: 0 } }],
    ["textDocument/hover", { textDocument: { uri: runbook }, position: { line: "0", character: 0 } }],
    ["textDocument/completion", { textDocument: { uri: runbook }, position: { line: null, character: 0 } }],
    ["textDocument/codeAction", { textDocument: { uri: runbook }, range: { start: { line: 0, character: 0 } } }],
    ["textDocument/selectionRange", { textDocument: { uri: runbook }, positions: [null] }],
    ["textDocument/rename", { textDocument: { uri: runbook }, position: { line: 0, character: 0 } }],
    ["textDocument/diagnostic", { textDocument: null }],
    ["workspace/diagnostic", {}],
    ["workspace/symbol", { query: null }],
    ["workspace/executeCommand", {}],
    [checklistRequest.method, {}],
    [renderRequest.method, { uri: runbook, since: "1" }],
    [reportRequest.method, { uris: runbook, release: true, folders: [] }],
    [fillTemplateRequest.method, { uri: runbook, text: "", values: { version: 1 } }],
  ])("are refused without what they need: %s %j", async (method, params) => {
    expect(await failureOf(method, params)).toBe(ErrorCodes.InvalidParams);
  });

  it("are told and passed over where nobody waits for an answer", async () => {
    await client.notify("textDocument/didChange", { textDocument: { uri: runbook }, contentChanges: [{}] });
    await client.notify("textDocument/didOpen", {});
    await client.notify("workspace/didChangeWatchedFiles", { changes: null });
    await client.notify("textDocument/didClose", { textDocument: { uri: `${folder}/never-opened.md` } });
    await client.notify("$/cancelRequest", { id: 12_345 });
    expect(await client.request(checklistRequest, { uri: runbook })).toMatchObject({ gates: [{ state: "open" }] });
    expect(client.errors).toEqual([
      "textDocument/didChange was passed over: params.textDocument.version must be a number.",
      "textDocument/didOpen was passed over: params.textDocument must be an object.",
      "workspace/didChangeWatchedFiles was passed over: params.changes must be a list.",
    ]);
  });

  it.each(["file:///nowhere/else.md", "", "no uri at all", "file://%zz/%", "untitled:", "https://example.com/a.md"])(
    "are answered for an address that names nothing of ours: %j",
    async (uri) => {
      const position = { line: 0, character: 0 };
      const params = { uri, textDocument: { uri }, position, range: { start: position, end: position }, ...rest };
      for (const name of [...atPosition, ...inRange, "codeLens", "documentSymbol", "diagnostic"]) {
        expect(await failureOf(`textDocument/${name}`, params)).toBeUndefined();
      }
      expect(await client.request(checklistRequest, { uri })).toBeNull();
      expect(await client.request(renderRequest, { uri })).toBeNull();
    },
  );

  it("begin once", async () => {
    expect(await failureOf("initialize", { capabilities: {} })).toBe(ErrorCodes.InvalidRequest);
    expect(await failureOf("initialize", {})).toBe(ErrorCodes.InvalidParams);
  });
});
