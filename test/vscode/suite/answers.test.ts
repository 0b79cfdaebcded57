import * as vscode from "vscode";
import { assert } from "./assert.ts";
import { checklist, shows } from "./checklist-view.ts";
import { choose } from "./code-actions.ts";
import { changed, closeAll, diagnosticsOf, has } from "./editor.ts";
import { hand } from "./hand.ts";
import { suite, testHost } from "./harness.ts";
import { box, checklist as checklistText, manifest, openFile, preview } from "./preview-page.ts";

/** Each form of a gate: the file, what it says before and after, and what the quick fix is asked for at. */
const forms = [
  ["task", "task.md", checklistText("- [ ] Backups verified"), "[ ]", "[x]"],
  [
    "cell of a table",
    "cell.md",
    checklistText("| Check | Done |\n|---|---|\n| Backups verified | [ ] |"),
    "[ ]",
    "[x]",
  ],
  ["line of a fence", "fence.md", checklistText("```\n- [ ] Backups verified\n```"), "[ ]", "[x]"],
  ["entry of a manifest", "answers.release-manifest.yaml", manifest, "checked: false", "checked: true"],
] as const;

export const answersSuite = suite("answers", ({ test, afterEach }) => {
  afterEach(closeAll);

  for (const [form, name, text, open, answered] of forms) {
    test(
      `are the same edit by quick fix, in the checklist and in the preview, each with one undo: ${form}`,
      async () => {
        const editor = await openFile(name, text);
        const { document } = editor;
        const expectOneUndo = async (): Promise<void> => {
          assert.equal(document.getText(), text.replace(open, answered));
          await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
          await vscode.commands.executeCommand("undo");
          assert.equal(document.getText(), text);
        };

        await diagnosticsOf(document.uri, has("gates/unchecked"));
        await choose(editor, open, "Mark gate as checked");
        await expectOneUndo();

        await vscode.commands.executeCommand("releaseDocs.checklist.focus");
        const ours = await checklist();
        const { id } = await shows(ours, (all) =>
          all.find((row) => row.id.includes(name) && row.label === "Backups verified" && row.checked === false),
        );
        await ours.toggle(id, true);
        await expectOneUndo();

        await preview(editor);
        await hand.click(box("Backups verified"));
        await changed(document, text);
        await expectOneUndo();
      },
      { when: testHost !== "electron" && vscode.workspace.isTrusted },
    );
  }
});
