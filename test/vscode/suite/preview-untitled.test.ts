import * as vscode from "vscode";
import type { ReleaseDocsExtension } from "../../../client/src/activate-client.ts";
import { assert } from "./assert.ts";
import { changed, closeAll, diagnosticsOf, openText, until, workspaceUri } from "./editor.ts";
import { hand } from "./hand.ts";
import { suite, testHost } from "./harness.ts";
import { box, checklist, manifest, preview, shown } from "./preview-page.ts";
import { canStandIn, overhear } from "./stand-in.ts";

const inBrowser = { when: testHost !== "electron" && vscode.workspace.isTrusted };
const trusted = { when: vscode.workspace.isTrusted };

async function extension(): Promise<ReleaseDocsExtension> {
  const found = vscode.extensions.getExtension<ReleaseDocsExtension>("release-docs.release-docs");
  if (found === undefined) throw new Error("the extension is not installed");
  return found.activate();
}

export const previewUntitledSuite = suite("untitled document", ({ test, afterEach }) => {
  afterEach(closeAll);

  for (const [language, text, gate, before, after] of [
    ["markdown", checklist("- [ ] One"), "One", "- [ ] One", "- [x] One"],
    ["release-manifest", manifest, "Backups verified", "checked: false", "checked: true"],
    ["yaml", manifest, "Backups verified", "checked: false", "checked: true"],
  ] as const) {
    test(
      `has a preview whose boxes tick it: ${language}`,
      async () => {
        const { document } = await openText(text, language);
        await preview(await vscode.window.showTextDocument(document));
        await hand.click(box(gate));
        assert.equal(await changed(document, text), text.replace(before, after));
        await shown(`${box(gate)}:checked`);
        assert.equal(document.isUntitled, true, "it was saved");
      },
      inBrowser,
    );
  }

  test(
    "has a verdict in the status bar, and its gates in the checklist",
    async () => {
      const text = checklist("- [ ] One");
      const { document } = await openText(text, "markdown");
      await vscode.commands.executeCommand("releaseDocs.checklist.focus");
      const { activeAssessment, checklist: ours } = await extension();
      await diagnosticsOf(document.uri, (found) => found.some(({ message }) => message.includes("One")));
      assert.equal(activeAssessment()?.verdictTitle, "No-Go");
      const id = `document:${document.uri.toString()}`;
      await until(ours.provider.onDidChangeTreeData, () => (ours.provider.roots.includes(id) ? true : undefined));
      await ours.provider.getChildren();
      const [phase] = await ours.provider.getChildren(id);
      const [gate] = await ours.provider.getChildren(phase);
      if (gate === undefined) throw new Error("the checklist shows no gate");
      const answered = changed(document, text);
      await ours.toggle(gate, true);
      assert.equal(await answered, text.replace("[ ]", "[x]"));
    },
    trusted,
  );

  test(
    "says so when it is thrown away, and makes no other",
    async () => {
      const editor = await openText(checklist("- [ ] One"), "markdown");
      await preview(editor);
      const { document } = await vscode.window.showTextDocument(editor.document, vscode.ViewColumn.One);
      await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
      await shown(".notice");
      assert.match(await hand.evaluate("document.querySelector('.notice').textContent"), /is closed/);
      const open = vscode.workspace.textDocuments.filter(({ uri }) => uri.toString() === document.uri.toString());
      assert.equal(open.length, 0);
    },
    inBrowser,
  );

  test(
    "is followed by its preview into the file that it is saved as",
    async () => {
      const file = workspaceUri("saved-draft.md");
      const draft = await vscode.workspace.openTextDocument(file.with({ scheme: "untitled" }));
      const editor = await vscode.window.showTextDocument(draft);
      const text = checklist("- [ ] One");
      await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), text));
      await preview(editor);
      await vscode.window.showTextDocument(draft, vscode.ViewColumn.One);
      assert.equal(await draft.save(), true);
      await shown(`body[data-uri=${JSON.stringify(file.toString())}] ${box("One")}`);
      const { document } = await vscode.window.showTextDocument(file, { viewColumn: vscode.ViewColumn.Beside });
      await hand.click(box("One"));
      assert.equal(await changed(document, text), text.replace("[ ]", "[x]"));
      await shown(`${box("One")}:checked`);
      await closeAll();
      await vscode.workspace.fs.delete(file);
    },
    inBrowser,
  );

  test(
    "is exported to where a person says",
    async () => {
      const { document } = await openText(checklist("- [ ] One"), "markdown");
      const target = workspaceUri("exported.html");
      const { proposed } = await overhear(target, () =>
        vscode.commands.executeCommand("releaseDocs.exportHtml", document.uri),
      );
      assert.equal(proposed?.toString(), workspaceUri("Release-Checklist-v1.html").toString());
      assert.match(new TextDecoder().decode(await vscode.workspace.fs.readFile(target)), /^<!DOCTYPE html>/);
      await vscode.workspace.fs.delete(target);
    },
    { when: canStandIn },
  );
});
