import * as vscode from "vscode";
import { assert } from "./assert.ts";
import { closeAll, diagnosticsOf, open, workspaceUri } from "./editor.ts";
import { hand } from "./hand.ts";
import { suite, testHost } from "./harness.ts";

const manifest = "checkout-v2.2.0/release-manifest.yaml";
const schema = { "x-release-docs": { kind: "ReadinessReview", titles: [], judged: true }, type: "object" };
const files: Readonly<Record<string, string>> = {
  "review/review.json": JSON.stringify(schema),
  "review/.release-docs.yaml": 'documents: [{ files: "*.md", kind: ReadinessReview, schema: ./review.json }]\n',
  "review/readiness.md": "# Review\n\n- [ ] Load test repeated\n",
};

/** What follows the wish to trust a workspace. It cannot be taken back, so that this comes last. */
export const trustSuite = suite("trust", ({ test, afterEach }) => {
  afterEach(closeAll);

  test(
    "loads the schemas of a workspace once it is trusted",
    async () => {
      for (const [path, text] of Object.entries(files)) {
        await vscode.workspace.fs.writeFile(workspaceUri(path), new TextEncoder().encode(text));
      }
      const { uri } = (await open("review/readiness.md")).document;
      await diagnosticsOf((await open(manifest)).document.uri);
      assert.deepEqual(vscode.languages.getDiagnostics(uri), [], "a schema was loaded without trust");
      const granted = new Promise<void>((resolve) => {
        const once = vscode.workspace.onDidGrantWorkspaceTrust(() => {
          once.dispose();
          resolve();
        });
      });
      // The command ends with its page, and the hand's answer may be lost: watchers are made anew when trust comes.
      vscode.commands.executeCommand("workbench.trust.manage");
      hand.clickOutside(".workspace-trust-buttons-row .monaco-button").catch(() => undefined);
      await granted;
      await open("review/readiness.md");
      await diagnosticsOf(uri);
    },
    { when: testHost !== "electron" && !vscode.workspace.isTrusted },
  );
});
