import * as vscode from "vscode";
import { assert } from "./assert.ts";
import { closeAll, diagnosticsOf, open, until, workspaceUri } from "./editor.ts";
import { hand } from "./hand.ts";
import { suite, testHost } from "./harness.ts";

/** What a key must not bring with it, so that the text is what was typed. */
const plainTyping: Readonly<Record<string, unknown>> = {
  "editor.autoIndent": "none",
  "editor.autoClosingBrackets": "never",
  "editor.autoClosingQuotes": "never",
  "editor.formatOnType": false,
  "editor.quickSuggestions": { other: "off", comments: "off", strings: "off" },
  "editor.suggestOnTriggerCharacters": false,
  "editor.wordBasedSuggestions": "off",
};
const languages = ["release-manifest", "markdown"];

/** Keys that are on their way at once, as those of a fast typist are. */
const ahead = 25;
/** Completion is asked for after so many keys. */
const asking = 200;

async function setPlainTyping(on: boolean): Promise<void> {
  for (const languageId of languages) {
    const settings = vscode.workspace.getConfiguration(undefined, { languageId });
    for (const [name, value] of Object.entries(plainTyping)) {
      await settings.update(name, on ? value : undefined, vscode.ConfigurationTarget.Global, true);
    }
  }
}

async function read(path: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(workspaceUri(path)));
}

async function create(path: string, text: string): Promise<vscode.TextEditor> {
  await vscode.workspace.fs.writeFile(workspaceUri(path), new TextEncoder().encode(text));
  return open(path);
}

/** Types a text key by key; answers the labels that completion offered on the way. */
async function type(editor: vscode.TextEditor, text: string): Promise<ReadonlySet<string>> {
  const offered = new Set<string>();
  const keys = [...text];
  for (let at = 0; at < keys.length; at += ahead) {
    const now = keys.slice(at, at + ahead);
    await Promise.all(now.map((key) => vscode.commands.executeCommand("type", { text: key })));
    if (at % asking !== 0) continue;
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      "vscode.executeCompletionItemProvider",
      editor.document.uri,
      editor.selection.active,
    );
    for (const { label } of items) offered.add(typeof label === "string" ? label : label.label);
  }
  return offered;
}

/** Findings as one line each, in the order of the text. */
const told = (diagnostics: readonly vscode.Diagnostic[]): readonly string[] =>
  diagnostics
    .map(({ range: { start, end }, code, message }) => {
      const rule = typeof code === "object" ? code.value : code;
      return `${start.line}:${start.character}-${end.line}:${end.character} ${rule} ${message}`;
    })
    .sort();

/** What the extension has logged, as its output channel shows it. */
async function logged(): Promise<string> {
  await vscode.commands.executeCommand("releaseDocs.showOutput");
  const output = await until(vscode.window.onDidChangeVisibleTextEditors, () =>
    vscode.window.visibleTextEditors.find(
      ({ document: { uri } }) => uri.scheme === "output" && uri.path.includes("release-docs"),
    ),
  );
  await vscode.commands.executeCommand("workbench.action.closePanel");
  return output.document.getText();
}

const notOurs = /favicon|ERR_|net::|Failed to load resource/;

export const typingSuite = suite("typing", ({ test, beforeEach, afterEach }) => {
  beforeEach(() => setPlainTyping(true));
  afterEach(() => setPlainTyping(false));
  afterEach(closeAll);

  for (const { source, typed, fresh, label, faulty } of [
    {
      source: "checkout-v2.1.0/release-manifest.yaml",
      typed: "checkout-v2.1.0/typed.release-manifest.yaml",
      fresh: "checkout-v2.1.0/fresh.release-manifest.yaml",
      label: "Rollback by flag",
      faulty: (text: string) => text.replace(/risk: \w+/, "risk: hihg"),
    },
    {
      source: "checkout-v2.2.0/runbook.md",
      typed: "checkout-v2.2.0/typed-runbook.md",
      fresh: "checkout-v2.2.0/fresh-runbook.md",
      label: "Rollback Procedure",
      faulty: (text: string) => text,
    },
  ]) {
    test(
      `${source}, key by key, is what it is when it is opened`,
      async () => {
        const text = faulty(await read(source));
        const { document: opened } = await create(fresh, text);
        const expected = told(await diagnosticsOf(opened.uri));
        if (testHost !== "electron") await hand.seen();
        const editor = await create(typed, "");
        const offered = await type(editor, text);
        assert.equal(editor.document.getText(), text);
        await diagnosticsOf(editor.document.uri, (now) => told(now).join("\n") === expected.join("\n"));
        assert.equal(offered.has(label), true, `completion never offered ${label}`);
        const log = await logged();
        assert.equal(/\[error\]|Error:|Unhandled/i.test(log), false, `the log tells of an error:\n${log}`);
        if (testHost === "electron") return;
        const { errors } = await hand.seen();
        assert.deepEqual(
          errors.filter((error) => !notOurs.test(error)),
          [],
        );
      },
      { limit: 120_000 },
    );
  }

  test("from an empty file, the suggested manifest has no fault of form", async () => {
    const editor = await create("suggested.release-manifest.yaml", "");
    const { uri } = editor.document;
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      "vscode.executeCompletionItemProvider",
      uri,
      editor.selection.active,
    );
    const suggested = items.find(({ label }) => (typeof label === "string" ? label : label.label) === "rd-manifest");
    if (!(suggested?.insertText instanceof vscode.SnippetString)) throw new Error("no manifest is suggested");
    assert.equal(await editor.insertSnippet(suggested.insertText), true);
    const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
    await editor.edit((edit) => edit.insert(end, "\nunheardOf: true\n"));
    const ofForm = (found: readonly vscode.Diagnostic[]): readonly string[] =>
      told(found).filter((line) => /^\S+ (?:schema|syntax)\//.test(line));
    const found = await diagnosticsOf(uri, (now) => ofForm(now).some((line) => line.includes("unheardOf")));
    assert.equal(ofForm(found).length, 1, ofForm(found).join("\n"));
  });
});
