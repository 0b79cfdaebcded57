import * as vscode from "vscode";
import { assert } from "./assert.ts";
import { checklist, shows } from "./checklist-view.ts";
import { closeAll, open, until, workspaceUri } from "./editor.ts";
import { hand } from "./hand.ts";
import { suite, testHost } from "./harness.ts";
import { closePreview, pageAsHeld, preview } from "./preview-page.ts";

const boxes = 1000;
declare const RACE_BOXES: number;

/** As many of them are ticked; `RACE_BOXES=1000 node test/vscode/run.mjs --grep "race ›"` ticks all, in four to nine minutes. */
const answers = RACE_BOXES;
/** As many steps the undo list is walked back. */
const undone = 20;
/** Milliseconds that a tick may take before the test has hung. */
const longestTick = 6_000;

const text = [
  "---\nkind: ReleaseChecklist\nstatus: draft\n---\n# Release Checklist: v1\n\n## Pre-Release\n",
  ...Array.from({ length: boxes }, (_, at) => `- [ ] Gate ${at}`),
  "\n## Notes\n\n",
].join("\n");

const ticked = (of: string): number => of.split("[x]").length - 1;
const unticked = (of: string): string => of.replaceAll("[x]", "[ ]");

async function openLarge(): Promise<vscode.TextEditor> {
  await vscode.workspace.fs.writeFile(workspaceUri("race.md"), new TextEncoder().encode(text));
  await vscode.commands.executeCommand("releaseDocs.checklist.focus");
  return open("race.md");
}

/** Ticks every second box of the first ones on the page, one a frame. */
const clickOddBoxes = (): Promise<number> =>
  hand.evaluate(`new Promise((resolve) => {
    const start = () => {
      const all = [...document.querySelectorAll("input[data-gate]")].map(({ dataset }) => dataset.gate);
      if (all.length < ${boxes}) return;
      observer.disconnect();
      const gates = all.slice(0, ${answers}).filter((_, at) => at % 2 === 1);
      const next = () => {
        const gate = gates.shift();
        if (gate === undefined) return resolve(all.length);
        document.querySelector('input[data-gate="' + CSS.escape(gate) + '"]').click();
        requestAnimationFrame(next);
      };
      next();
    };
    const observer = new MutationObserver(start);
    observer.observe(document, { subtree: true, childList: true });
    start();
  })`);

export const raceSuite = suite("race", ({ test, afterEach }) => {
  afterEach(closeAll);

  test(
    "boxes ticked in preview and checklist while somebody types, in a document of a thousand, lose nothing",
    async () => {
      const editor = await openLarge();
      const { document } = editor;
      const ours = await checklist();
      const gates = (
        await shows(ours, (all) => {
          const found = all.filter(({ id, checked }) => id.includes("race.md") && checked !== undefined);
          return found.length === boxes ? found : undefined;
        })
      ).map(({ id }) => id);
      await vscode.commands.executeCommand("releaseDocs.showPreviewToSide", document.uri);
      await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
      await vscode.commands.executeCommand("cursorBottom");

      const clicks = clickOddBoxes();
      const toggles = (async () => {
        for (const [at, id] of gates.slice(0, answers).entries()) if (at % 2 === 0) await ours.toggle(id, true);
      })();
      let over = false;
      const answered = until(vscode.workspace.onDidChangeTextDocument, () =>
        ticked(document.getText()) === answers ? true : undefined,
      ).then(() => {
        over = true;
      });
      let typed = "";
      while (!over) {
        const letter = String.fromCharCode(97 + (typed.length % 26));
        await vscode.commands.executeCommand("type", { text: letter });
        typed += letter;
      }
      await Promise.all([answered, toggles]);
      assert.equal(await clicks, boxes);
      assert.equal(unticked(document.getText()), text + typed, "something was lost, or changed besides a box");

      for (let step = 0; step < undone; step++) {
        const before = document.getText();
        await vscode.commands.executeCommand("undo");
        const after = document.getText();
        const boxesUndone = ticked(before) - ticked(after);
        const typingUndone = unticked(after) !== unticked(before);
        assert.equal(
          boxesUndone + Number(typingUndone),
          1,
          "an undo took back something else than one answer or typing",
        );
      }
      await shows(ours, (all) =>
        all.filter(({ id, checked }) => id.includes("race.md") && checked).length === ticked(document.getText())
          ? true
          : undefined,
      );
      await editor.edit((edit) => edit.insert(document.lineAt(document.lineCount - 1).range.end, "\n\nThe end\n"));
      await hand.see('#page p:text-is("The end")');
      const held = await pageAsHeld();
      await closePreview();
      await preview(editor);
      assert.equal(held, await pageAsHeld(), "the preview is not what it would be if it were opened now");
    },
    { when: testHost !== "electron" && vscode.workspace.isTrusted, limit: answers * longestTick },
  );
});
