import * as vscode from "vscode";
import { assert } from "./assert.ts";
import { closeAll, diagnosticsOf, has, open, workspaceUri } from "./editor.ts";
import { suite } from "./harness.ts";

export const associationsSuite = suite("associations", ({ test }) => {
  test("makes a manifest in plain YAML a release manifest, and those of other releases too", async () => {
    const folder = workspaceUri("ops");
    const put = async (path: string): Promise<vscode.TextEditor> => {
      const text = "apiVersion: release-docs/v1\nkind: ReleaseManifest\n";
      await vscode.workspace.fs.writeFile(workspaceUri(path), new TextEncoder().encode(text));
      return open(path);
    };
    const associations = () =>
      vscode.workspace.getConfiguration("files").inspect<Record<string, string>>("associations")?.workspaceValue;
    try {
      const { document } = await put("ops/v2.1.0/manifest.yaml");
      assert.equal(document.languageId, "yaml");
      await diagnosticsOf(document.uri, has("schema/required"));
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        "vscode.executeCodeLensProvider",
        document.uri,
        50,
      );
      const offer = lenses.find(({ command }) => command?.title === "Use the release manifest language")?.command;
      if (offer === undefined) throw new Error("no lens offers the language");
      await vscode.commands.executeCommand(offer.command, ...(offer.arguments ?? []));
      assert.equal(vscode.window.activeTextEditor?.document.languageId, "release-manifest");
      assert.deepEqual(associations(), { "**/ops/v[0-9]*/manifest.yaml": "release-manifest" });
      const next = await put("ops/v2.2.0/manifest.yaml");
      assert.equal(next.document.languageId, "release-manifest");
    } finally {
      await closeAll();
      await vscode.workspace.fs.delete(folder, { recursive: true });
      await vscode.workspace
        .getConfiguration("files")
        .update("associations", undefined, vscode.ConfigurationTarget.Workspace);
    }
  });
});
