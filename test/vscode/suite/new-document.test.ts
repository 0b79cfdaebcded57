import * as vscode from "vscode";
import { newKinds } from "../../../client/src/new-document/kinds.ts";
import { assert } from "./assert.ts";
import { closeAll, diagnosticsOf, open, until, workspaceUri } from "./editor.ts";
import { suite } from "./harness.ts";

/** The version before is left blank. */
const values = { version: "v3.0.0", date: "2027-03-04", owner: "@alice" };
const folder = "new-documents";

const rule = ({ code }: vscode.Diagnostic): string => String(typeof code === "object" ? code.value : code);

/** Begins a document without a question. */
async function begin(command: string, request: Readonly<Record<string, unknown>>): Promise<vscode.Uri | undefined> {
  return vscode.commands.executeCommand<vscode.Uri | undefined>(command, request);
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}

const read = async (uri: vscode.Uri): Promise<string> =>
  new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));

export const newDocumentSuite = suite("new document", ({ test, afterEach }) => {
  afterEach(closeAll);
  afterEach(async () => {
    if (await exists(workspaceUri(folder))) await vscode.workspace.fs.delete(workspaceUri(folder), { recursive: true });
  });

  for (const { template, title } of newKinds) {
    test(`begins a ${title} that has no schema errors, with its first blank selected`, async () => {
      const target = workspaceUri(folder, `v3.0.0.${template}`);
      const made = await begin("releaseDocs.newDocument", { kind: template, values, target });
      assert.equal(made?.toString(), target.toString());
      const editor = vscode.window.activeTextEditor;
      assert.equal(editor?.document.uri.toString(), target.toString());
      const text = editor?.document.getText() ?? "";
      const left = /\[X\.Y\.Z\]|YYYY-MM-DD|\[Release Manager\]|^template: true/m.exec(text)?.[0];
      assert.equal(left, undefined, "a blank was not filled");
      const findings = await diagnosticsOf(target);
      const wrong = findings.map(rule).filter((name) => /^(?:schema|syntax|structure)\//.test(name));
      assert.deepEqual(
        wrong.filter((name) => name !== "structure/no-status"),
        [],
      );
      assert.match(editor?.document.getText(editor.selection) ?? "", /\[.+\]|YYYY|TBD|___/);
    });
  }

  test("never writes over a file", async () => {
    const target = workspaceUri("checkout-v2.2.0", "runbook.md");
    const before = await read(target);
    assert.equal(await begin("releaseDocs.newDocument", { kind: "ReleaseRunbook", values, target }), undefined);
    assert.equal(await read(target), before);
  });

  test("takes the new file back with undo", async () => {
    const target = workspaceUri(folder, "runbook.md");
    await begin("releaseDocs.newDocument", { kind: "ReleaseRunbook", values, target });
    assert.equal(await exists(target), true);
    const gone = new Promise<void>((resolve) => {
      const listener = vscode.workspace.onDidDeleteFiles(() => {
        listener.dispose();
        resolve();
      });
    });
    await vscode.commands.executeCommand("undo");
    await gone;
    assert.equal(await exists(target), false);
  });

  test("starts a release from the team's template, keeping its text", async () => {
    const template = workspaceUri(folder, "templates", "our-runbook.md");
    const text =
      "---\nkind: ReleaseRunbook\ntemplate: true\n---\n\n# Release Runbook Template: [X.Y.Z]\n\nOurs, on YYYY-MM-DD.\n\n- [ ] [Name] says yes\n";
    await vscode.workspace.fs.writeFile(template, new TextEncoder().encode(text));
    await open(`${folder}/templates/our-runbook.md`);
    const target = workspaceUri(folder, "v3.0.0", "runbook.md");
    await begin("releaseDocs.startFromTemplate", { values, target });
    assert.equal(
      await read(target),
      "---\nkind: ReleaseRunbook\n---\n\n# Release Runbook: 3.0.0\n\nOurs, on 2027-03-04.\n\n- [ ] [Name] says yes\n",
    );
    assert.equal(await read(template), text);
    await until(vscode.languages.onDidChangeDiagnostics, () =>
      vscode.languages.getDiagnostics(target).some((found) => rule(found) === "placeholders/unfilled")
        ? true
        : undefined,
    );
  });
});
