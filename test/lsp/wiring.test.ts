import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CancellationTokenSource, FileChangeType } from "vscode-languageserver/node";
import type { ServiceSettings } from "../../server/src/engine/service.ts";
import { blockersRequest } from "../../server/src/lsp/protocol.ts";
import type { Runtime } from "../../server/src/lsp/runtime.ts";
import { folder, TestClient } from "./client.ts";
import { Deferred } from "./deferred.ts";
import { fakeService } from "./fake-service.ts";

const runbook = `${folder}/one.md`;
const other = `${folder}/two.md`;
const fault = (line: number, character: number, message = "This is a fault") => ({
  range: { start: { line, character }, end: { line, character: character + 5 } },
  severity: 1,
  code: "fake/fault",
  codeDescription: { href: "https://github.com/release-docs/release-docs/blob/main/docs/rules/fake--fault.md" },
  source: "release-docs",
  message,
  data: { fixable: false },
});
const inline = (line: number, from: number, to: number) => ({
  start: { line, character: from },
  end: { line, character: to },
});

describe("the wiring of the server", () => {
  let before: (uri: string, text: string) => Promise<void>;
  let client: TestClient;
  let settings: ServiceSettings = {};

  beforeEach(() => {
    before = () => Promise.resolve();
    const create = fakeService({ before: (uri, text) => before(uri, text) });
    const createService: Runtime["createService"] = (ports, given) => {
      settings = given;
      return create(ports);
    };
    client = TestClient.inProcess({ createService, today: () => "2026-12-01" });
  });
  afterEach(() => client.stop());

  it("declares what it can do", async () => {
    const { capabilities } = await client.initialize();
    expect(capabilities.diagnosticProvider).toEqual({
      identifier: "release-docs",
      interFileDependencies: false,
      workspaceDiagnostics: true,
    });
    expect(capabilities.textDocumentSync).toEqual({ openClose: true, change: 2 });
  });

  it("searches configuration as far up as the command does, on disk", async () => {
    await client.initialize();
    expect(settings.bounds?.roots).toEqual([]);
  });

  it("answers a pull with the findings, and with unchanged while they stay the same", async () => {
    await client.initialize();
    await client.open(runbook, "ours\na FAULT\n");
    const first = await client.pull(runbook);
    expect(first).toEqual({ kind: "full", resultId: expect.any(String), items: [fault(1, 2)] });
    await client.change(runbook, "x", inline(0, 4, 4));
    expect(await client.pull(runbook, first.resultId)).toEqual({ kind: "unchanged", resultId: first.resultId });
    await client.change(runbook, "\n", inline(0, 0, 0));
    await client.change(runbook, "", { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } });
    await client.change(runbook, "", inline(1, 2, 7));
    expect(await client.pull(runbook, first.resultId)).toMatchObject({ kind: "full", items: [] });
  });

  it("tells the verdict of each version, and that a document is not ours", async () => {
    await client.initialize();
    await client.open(runbook, "ours FAULT");
    await client.pull(runbook);
    expect(await client.assessments.next()).toEqual({
      uri: runbook,
      version: 1,
      assessment: {
        uri: runbook,
        kind: "ReleaseRunbook",
        owners: [],
        declared: true,
        template: false,
        stage: "approved",
        stageSource: "stated",
        verdict: "no-go",
        verdictTitle: "No-Go",
        blockers: 1,
        firstBlockers: ["This is a fault"],
        gates: { total: 0, checked: 0, failed: 0, waived: 0, notApplicable: 0, open: 0, due: 0 },
        gatesId: expect.any(String),
      },
    });
    expect(await client.request(blockersRequest, { uri: runbook })).toEqual([
      { rule: "fake/fault", message: "This is a fault", range: inline(0, 5, 10), suppressed: false },
    ]);
    await client.change(runbook, "theirs");
    expect(await client.pull(runbook)).toMatchObject({ kind: "full", items: [] });
    expect(await client.assessments.next()).toEqual({ uri: runbook, version: 2, assessment: null });
  });

  it("asks the client to pull again when the document moved on meanwhile", async () => {
    await client.initialize();
    const started = new Deferred();
    const held = new Deferred();
    before = (_uri, text) => {
      started.resolve();
      return text.includes("slow") ? held.promise : Promise.resolve();
    };
    await client.open(runbook, "ours slow FAULT");
    const stale = client.pull(runbook).catch((error: unknown) => error);
    await started.promise;
    await client.change(runbook, "ours");
    const fresh = client.pull(runbook);
    expect(await fresh).toMatchObject({ kind: "full", items: [] });
    held.resolve();
    expect(await stale).toMatchObject({ code: -32802, data: { retriggerRequest: true } });
    expect((await client.assessments.next()).version).toBe(2);
    await client.change(runbook, "ours still");
    await client.pull(runbook);
    expect((await client.assessments.next()).version).toBe(3);
    expect(client.assessments.rest).toEqual([]);
  });

  it("answers a request that the client gave up as cancelled", async () => {
    await client.initialize();
    const started = new Deferred();
    const held = new Deferred();
    before = () => {
      started.resolve();
      return held.promise;
    };
    const source = new CancellationTokenSource();
    await client.open(runbook, "ours FAULT");
    const answer = client.pull(runbook, undefined, source.token).catch((error: unknown) => error);
    await started.promise;
    source.cancel();
    const next = client.pull(runbook);
    await client.codeActions(other, inline(0, 0, 0));
    held.resolve();
    expect(await answer).toMatchObject({ code: -32800 });
    expect(await next).toMatchObject({ items: [fault(0, 5)] });
  });

  it("lives on after the engine broke, and says so in the log", async () => {
    await client.initialize();
    await client.open(runbook, "ours EXPLODE");
    await expect(client.pull(runbook)).rejects.toMatchObject({ message: expect.stringContaining("the engine broke") });
    expect(client.errors.join()).toContain("the engine broke");
    await client.change(runbook, "ours FAULT");
    expect(await client.pull(runbook)).toMatchObject({ items: [fault(0, 5)] });
  });

  it("lives on after a feature broke: that request fails, others are answered", async () => {
    await client.initialize();
    await client.open(runbook, "ours BREAK FAULT");
    const textDocument = { uri: runbook };
    for (const method of ["textDocument/documentSymbol", "textDocument/foldingRange"]) {
      await expect(client.request(method, { textDocument })).rejects.toMatchObject({
        message: expect.stringContaining("the feature broke"),
      });
    }
    expect(client.errors.join()).toContain("the feature broke");
    expect(await client.pull(runbook)).toMatchObject({ items: [fault(0, 11)] });
    await client.change(runbook, "ours FAULT");
    expect(await client.request("textDocument/documentSymbol", { textDocument })).toEqual([]);
  });

  it("says nothing about closed files that are not discovered", async () => {
    await client.initialize();
    client.files.set(`${folder}/node_modules/x.md`, "ours FAULT");
    expect(await client.pull(`${folder}/node_modules/x.md`)).toMatchObject({ items: [] });
  });

  it("offers answers of a gate as versioned edits", async () => {
    await client.initialize();
    await client.open(runbook, "ours\n- [ ] Backup taken\n");
    const [action, ...more] = await client.codeActions(runbook, inline(1, 8, 8));
    expect(more).toEqual([]);
    expect(action).toEqual({
      title: "Mark gate as checked",
      kind: "refactor.rewrite",
      edit: {
        documentChanges: [
          { textDocument: { uri: runbook, version: 1 }, edits: [{ range: inline(1, 2, 5), newText: "[x]" }] },
        ],
      },
    });
    expect(await client.codeActions(runbook, inline(1, 8, 8), ["quickfix"])).toEqual([]);
    expect(await client.codeActions(runbook, inline(0, 0, 0))).toEqual([]);
  });

  describe("over the workspace", () => {
    it("streams reports of closed and open documents and holds the request until it is cancelled", async () => {
      client.files.set(other, "ours\nFAULT");
      client.files.set(`${folder}/clean.md`, "ours");
      client.files.set(`${folder}/theirs.md`, "FAULT");
      await client.initialize();
      const source = new CancellationTokenSource();
      const { reports, end } = client.pullWorkspace(source.token);
      const resultId = expect.any(String);
      expect(await reports.next()).toEqual({ kind: "full", uri: other, version: null, resultId, items: [fault(1, 0)] });
      client.files.set(other, "ours\n\nFAULT");
      await client.filesChanged({ uri: other, type: FileChangeType.Changed });
      expect(await reports.next()).toEqual({ kind: "full", uri: other, version: null, resultId, items: [fault(2, 0)] });
      client.files.delete(other);
      await client.filesChanged({ uri: other, type: FileChangeType.Deleted });
      expect(await reports.next()).toMatchObject({ uri: other, items: [] });
      await client.open(runbook, "ours FAULT");
      expect(await reports.next()).toMatchObject({ uri: runbook, version: 1, items: [fault(0, 5)] });
      await client.close(runbook);
      expect(await reports.next()).toMatchObject({ uri: runbook, version: null, items: [] });
      source.cancel();
      expect(await end).toMatchObject({ code: -32800 });
      expect(reports.rest).toEqual([]);
    });

    it("does not repeat what the client knows", async () => {
      client.files.set(other, "ours\nFAULT");
      await client.initialize();
      const first = new CancellationTokenSource();
      const { reports, end } = client.pullWorkspace(first.token);
      const { resultId } = await reports.next();
      first.cancel();
      await end;
      const second = new CancellationTokenSource();
      const again = client.pullWorkspace(second.token, [{ uri: other, value: resultId ?? "" }]);
      client.files.set(runbook, "ours FAULT");
      await client.filesChanged({ uri: runbook, type: FileChangeType.Created });
      expect(await again.reports.next()).toMatchObject({ uri: runbook });
      second.cancel();
      await again.end;
      expect(again.reports.rest).toEqual([]);
    });

    it("judges again what rests on a file that changed, and asks for a refresh", async () => {
      client.files.set(other, "first");
      await client.initialize();
      await client.open(runbook, `ours FAULT\nsee ${other}`);
      expect(await client.pull(runbook)).toMatchObject({
        items: [{ message: "This is a fault; the other says first" }],
      });
      client.files.set(other, "second");
      await client.filesChanged({ uri: other, type: FileChangeType.Changed });
      await client.refreshes.next();
      expect(await client.pull(runbook)).toMatchObject({
        items: [{ message: "This is a fault; the other says second" }],
      });
    });

    it("asks for a refresh when the configuration changes, also unsaved", async () => {
      await client.initialize();
      await client.open(`${folder}/.release-docs.yaml`, "", "yaml");
      await client.refreshes.next();
      await client.close(`${folder}/.release-docs.yaml`);
      await client.refreshes.next();
      await client.filesChanged({ uri: `${folder}/.release-docs.yaml`, type: FileChangeType.Created });
      await client.refreshes.next();
    });
  });

  it("pushes to a client that cannot pull, and takes back what it pushed", async () => {
    const { capabilities } = await client.initialize({});
    expect(capabilities.diagnosticProvider).toBeUndefined();
    await client.open(runbook, "ours FAULT");
    expect(await client.published.next()).toEqual({ uri: runbook, version: 1, diagnostics: [fault(0, 5)] });
    await client.change(runbook, "ours");
    expect(await client.published.next()).toEqual({ uri: runbook, version: 2, diagnostics: [] });
    await client.close(runbook);
    expect(await client.published.next()).toEqual({ uri: runbook, diagnostics: [] });
  });
});
