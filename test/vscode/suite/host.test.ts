import * as vscode from "vscode";
import { assert } from "./assert.ts";
import { workspaceUri } from "./editor.ts";
import { suite, testHost } from "./harness.ts";

/** The ground the other suites stand on: a workspace that is open, writable and our own copy. */
export const hostSuite = suite("host", ({ test }) => {
  test("opens the example workspace", () => {
    assert.equal(vscode.workspace.workspaceFolders?.length, 1);
  });

  test("reads back what it writes into the workspace", async () => {
    const file = workspaceUri("written-by-a-test.txt");
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode("Go"));
    assert.equal(new TextDecoder().decode(await vscode.workspace.fs.readFile(file)), "Go");
    await vscode.workspace.fs.delete(file);
  });

  test("runs where the runner says", () => {
    assert.equal(workspaceUri().scheme, testHost === "web" ? "vscode-remote" : "file");
  });
});
