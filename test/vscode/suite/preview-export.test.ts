import * as vscode from "vscode";
import { assert } from "./assert.ts";
import { closeAll, open, workspaceUri } from "./editor.ts";
import { hand } from "./hand.ts";
import { suite, testHost } from "./harness.ts";
import { checklist, openFile } from "./preview-page.ts";
import { canStandIn, overhear, standIn } from "./stand-in.ts";

/** A page is opened by the browser that shows the editor; on a desktop the tests reach none. */
const inBrowser = { when: testHost !== "electron" && canStandIn };
const onDesktop = { when: testHost !== "web" && canStandIn };
const runbook = "checkout-v2.2.0/runbook.md";

const read = async (uri: vscode.Uri): Promise<string> =>
  new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));

/** What an exported page must not have: it would run, or be fetched. */
const activeContent = /<(?:script|iframe|img|link|object|embed|form)\b|\son\w+=|javascript:|@import|url\(/i;

export const previewExportSuite = suite("export and print", ({ test, afterEach }) => {
  afterEach(closeAll);

  test(
    "exports one file that asks for no other, and runs nothing",
    async () => {
      const hostile = "<script>document.title = 'ran'</script>\n\n![x](https://evil.example/x.png)\n\n- [x] One";
      const { document } = await openFile("hostile-export.md", checklist(hostile));
      const target = workspaceUri("hostile-export.html");
      const said = await overhear(target, () => vscode.commands.executeCommand("releaseDocs.exportHtml", document.uri));
      assert.equal(said.proposed?.toString(), target.toString());
      assert.deepEqual(said.messages, [["Exported “Release Checklist: v1”."]]);
      const html = await read(target);
      assert.equal(activeContent.exec(html.replaceAll("&lt;", ""))?.[0], undefined);
      assert.match(html, /<strong>No-Go<\/strong>/);
      assert.match(html, /<input type="checkbox"[^>]*aria-label="One"[^>]*checked=""[^>]*disabled="">/);
      assert.deepEqual(await hand.visit("hostile-export.html"), {
        title: "Release Checklist: v1",
        requests: [],
        errors: [],
      });
      await vscode.workspace.fs.delete(target);
    },
    inBrowser,
  );

  test(
    "says where a browser does not reach the files, and offers the export",
    async () => {
      const { document } = await open(runbook);
      const { messages } = await overhear(undefined, () =>
        vscode.commands.executeCommand("releaseDocs.print", document.uri),
      );
      assert.equal(messages.length, 1);
      assert.match(messages.join(), /browser does not reach.*,Export as HTML…$/);
    },
    inBrowser,
  );

  test(
    "prints by a page in the browser: the whole document, in light colours",
    async () => {
      const opened: vscode.Uri[] = [];
      const { document } = await open(runbook);
      const desktop = {
        uiKind: vscode.UIKind.Desktop,
        remoteName: undefined,
        openExternal: async (target: vscode.Uri) => opened.push(target) > 0,
      };
      await standIn(vscode.env, desktop, () => vscode.commands.executeCommand("releaseDocs.print", document.uri));
      const [page] = opened;
      if (page === undefined || opened.length > 1) throw new Error(`${opened.length} pages were opened`);
      assert.match(page.path, /\/print\/runbook\.html$/);
      const html = await read(page);
      assert.match(html, /<html lang="en" data-theme="light">/);
      assert.match(html, /@media print/);
      assert.match(html, /Backup of the address table verified/);
      assert.equal(activeContent.exec(html)?.[0], undefined);
      await vscode.workspace.fs.delete(page);
    },
    onDesktop,
  );
});
