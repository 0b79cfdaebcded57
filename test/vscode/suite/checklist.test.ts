import * as vscode from "vscode";
import { assert } from "./assert.ts";
import { checklist, type Row, rowOf, rows, shows } from "./checklist-view.ts";
import { closeAll, open, until, workspaceUri } from "./editor.ts";
import { hand } from "./hand.ts";
import { suite, testHost } from "./harness.ts";
import { canStandIn, standIn } from "./stand-in.ts";

const manifest = "checkout-v2.2.0/release-manifest.yaml";
const runbook = "checkout-v2.2.0/runbook.md";
const trusted = { when: vscode.workspace.isTrusted };

const gate = (of: string, text: string) => (all: readonly Row[]) =>
  all.find(({ id, label }) => label === text && id.includes(of));

const row = (text: string, over: (row: Row) => boolean) => (all: readonly Row[]) =>
  all.find((candidate) => candidate.label === text && over(candidate));

export const checklistSuite = suite("checklist", ({ test, beforeEach, afterEach }) => {
  beforeEach(async () => {
    await vscode.commands.executeCommand("releaseDocs.checklist.focus");
  });
  afterEach(closeAll);

  test("lists the documents of the workspace with their verdicts, open or not", async () => {
    await open(manifest);
    const ours = await checklist();
    await shows(ours, (all) => (all.filter(({ id }) => !id.includes("|")).length === 4 ? all : undefined));
    const documents = (await ours.provider.getChildren()).map((id) => rowOf(ours, id));
    assert.deepEqual(
      documents.map(({ label, description }) => `${label}: ${description.replace(/, .*$/, "")}`),
      ["Manifest v2.1.0: Go", "Runbook v2.1.0: Go", "Manifest v2.2.0: No-Go", "Runbook v2.2.0: No-Go"],
    );
    await shows(ours, () => (ours.view.badge?.value === 12 ? true : undefined));
    assert.equal(ours.view.badge?.tooltip, "12 blockers in 2 release documents");
  });

  test(
    "answers a gate by its box: one edit, one undo",
    async () => {
      const editor = await open(manifest);
      const before = editor.document.getText();
      const ours = await checklist();
      const { id, checked } = await shows(ours, gate("2.2.0/release-manifest", "Backups verified"));
      assert.equal(checked, false);
      await ours.toggle(id, true);
      assert.equal(
        editor.document.getText(),
        before.replace("Backups verified\n      checked: false", "Backups verified\n      checked: true"),
      );
      await shows(
        ours,
        row("Backups verified", (found) => found.id === id && found.checked === true),
      );
      await shows(ours, () => (ours.view.badge?.value === 11 ? true : undefined));
      await vscode.window.showTextDocument(editor.document);
      await vscode.commands.executeCommand("undo");
      assert.equal(editor.document.getText(), before);
      await shows(
        ours,
        row("Backups verified", (found) => found.id === id && found.checked === false),
      );
      assert.equal(editor.document.isDirty, false);
    },
    trusted,
  );

  test(
    "answers nothing in Restricted Mode, says why, and shows again what the document says",
    async () => {
      const editor = await open(runbook);
      const text = editor.document.getText();
      const ours = await checklist();
      const { id } = await shows(ours, (all) => all.find(({ checked }) => checked === false));
      const told: string[] = [];
      const again = until(ours.provider.onDidChangeTreeData, () => (told.length > 0 ? true : undefined));
      await standIn(vscode.window, { showWarningMessage: async (words: string) => void told.push(words) }, () =>
        ours.toggle(id, true),
      );
      await again;
      assert.match(told.join(), /^Restricted Mode/);
      assert.equal(editor.document.getText(), text);
    },
    { when: canStandIn && !vscode.workspace.isTrusted },
  );

  test(
    "answers a gate of a file that no editor shows, and saves it",
    async () => {
      await open(manifest);
      const ours = await checklist();
      const { id } = await shows(ours, gate(runbook, "On-call engineer confirmed"));
      const read = async (): Promise<string> =>
        new TextDecoder().decode(await vscode.workspace.fs.readFile(workspaceUri(runbook)));
      const before = await read();
      await ours.toggle(id, true);
      assert.equal(await read(), before.replace("- [ ] On-call engineer", "- [x] On-call engineer"));
      await shows(
        ours,
        row("On-call engineer confirmed", (found) => found.id === id && found.checked === true),
      );
      await ours.toggle(id, false);
      assert.equal(await read(), before);
    },
    trusted,
  );

  test("keeps the ids of all nodes when lines are inserted above them", async () => {
    const editor = await open(runbook);
    const ours = await checklist();
    await shows(ours, gate(runbook, "On-call engineer confirmed"));
    const before = (await rows(ours)).map(({ id }) => id);
    await editor.edit((edit) => edit.insert(new vscode.Position(editor.document.lineCount, 0), "\nMore words.\n"));
    await ours.provider.getChildren();
    assert.deepEqual(
      (await rows(ours)).map(({ id }) => id),
      before,
    );
  });

  test("goes to the gate that was clicked", async () => {
    await open(manifest);
    const ours = await checklist();
    const { id } = await shows(ours, gate(runbook, "On-call engineer confirmed"));
    await vscode.commands.executeCommand("releaseDocs.checklist.reveal", id, false);
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.toString(), workspaceUri(runbook).toString());
    assert.match(editor?.document.lineAt(editor.selection.active.line).text ?? "", /On-call engineer confirmed/);
  });

  test("writes the Go/No-Go report of a release, read-only and with links to its lines", async () => {
    await open(manifest);
    await checklist();
    await vscode.commands.executeCommand("releaseDocs.showReportSource");
    const report = vscode.window.activeTextEditor?.document;
    if (report === undefined) throw new Error("no report is shown");
    assert.equal(report.uri.scheme, "release-docs-report");
    assert.equal(report.languageId, "markdown");
    const text = report.getText();
    assert.match(text, /^# ⛔ No-Go: v2\.2\.0\n/);
    for (const heading of ["What keeps the release from Go", "Open gates by owner", "Rollback readiness"]) {
      assert.equal(text.includes(`## ${heading}\n`), true, `the report has no ${heading}`);
    }
    assert.equal(text.includes("checkout-v2.1.0"), false, "it speaks of another release");
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>("vscode.executeLinkProvider", report.uri);
    const target = links.find(({ target }) => target?.fragment.startsWith("L"))?.target;
    assert.match(target?.path ?? "", /checkout-v2\.2\.0\/(?:release-manifest\.yaml|runbook\.md)$/);
    await vscode.commands.executeCommand("releaseDocs.copyReport");
    assert.equal(await vscode.env.clipboard.readText(), text);
  });

  test(
    "shows the report as a page that leads to the lines of its documents",
    async () => {
      await open(manifest);
      await checklist();
      await vscode.commands.executeCommand("releaseDocs.showReport");
      await hand.click('a[href$="runbook.md#L29"]');
      const selection = await until(vscode.window.onDidChangeTextEditorSelection, () => {
        const editor = vscode.window.activeTextEditor;
        return editor?.document.uri.path.endsWith(runbook) === true ? editor.selection : undefined;
      });
      assert.equal(selection.active.line, 28);
    },
    { when: testHost !== "electron" },
  );
});
