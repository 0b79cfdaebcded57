import * as vscode from "vscode";
import { assert } from "./assert.ts";
import { closeAll, open, workspaceUri } from "./editor.ts";
import { suite, testHost } from "./harness.ts";
import { canStandIn, standIn } from "./stand-in.ts";

/** What the person at the keyboard was asked, and what was proposed. */
interface Asked {
  /** What there is to begin with: names and separators. */
  readonly choices: readonly string[];
  /** By the first words of each question. */
  readonly proposals: Readonly<Record<string, string>>;
  readonly made: vscode.Uri | undefined;
}

/** Begins a document as a person does who chooses a template by its name, and takes every proposal. */
async function answer(template: string): Promise<Asked> {
  const choices: string[] = [];
  const proposals: Record<string, string> = {};
  const person = {
    async showQuickPick(items: PromiseLike<readonly vscode.QuickPickItem[]>) {
      const offered = await items;
      choices.push(...offered.map(({ label }) => label));
      return offered.find(({ label }) => label === template);
    },
    createInputBox: () => new AcceptingInput(({ prompt, value }) => (proposals[firstWords(prompt)] = value)),
  };
  const made = await standIn(vscode.window, person, () =>
    vscode.commands.executeCommand<vscode.Uri | undefined>("releaseDocs.newDocument"),
  );
  return { choices, proposals, made };
}

const firstWords = (prompt: string): string => /^[^.,]*/.exec(prompt)?.[0] ?? "";

/** A question that takes what it proposes, and is given up where that will not do. */
class AcceptingInput {
  readonly #accept = new vscode.EventEmitter<void>();
  readonly #hide = new vscode.EventEmitter<void>();
  readonly #seen: (input: { readonly prompt: string; readonly value: string }) => void;
  prompt = "";
  value = "";
  readonly onDidAccept = this.#accept.event;
  readonly onDidChangeValue = new vscode.EventEmitter<string>().event;
  readonly onDidTriggerButton = new vscode.EventEmitter<vscode.QuickInputButton>().event;
  readonly onDidHide = this.#hide.event;

  constructor(seen: (input: { readonly prompt: string; readonly value: string }) => void) {
    this.#seen = seen;
  }

  set validationMessage(message: string | undefined) {
    if (message !== undefined) this.#hide.fire();
  }

  show(): void {
    this.#seen(this);
    this.#accept.fire();
  }

  dispose(): void {
    this.#accept.dispose();
  }
}

/** The little that is used of the built-in Git extension's API. */
interface GitApi {
  init(root: vscode.Uri): Promise<GitRepository | null>;
}
interface GitRepository {
  setConfig(key: string, value: string): Promise<string>;
  commit(message: string, options: { readonly empty: boolean }): Promise<void>;
  tag(name: string, message: string, ref: string): Promise<void>;
}

const write = async (path: string, text: string): Promise<void> =>
  vscode.workspace.fs.writeFile(workspaceUri(path), new TextEncoder().encode(text));

const ourRunbook =
  "---\nkind: ReleaseRunbook\ntemplate: true\n---\n\n# Release Runbook: [X.Y.Z]\n\nOurs, after [Previous version].\n\n- [ ] [Name] says yes\n";

export const newDocumentQuestionsSuite = suite("new document's questions", ({ test, afterEach }) => {
  afterEach(closeAll);
  afterEach(async () => {
    await vscode.workspace.getConfiguration("releaseDocs").update("templates", undefined);
    for (const path of [".git", "package.json", "team", "checkout-v1.11.0", "checkout-v9.8.0"]) {
      await vscode.workspace.fs.delete(workspaceUri(path), { recursive: true }).then(undefined, () => undefined);
    }
  });

  test(
    "offers the team's templates before ours, and fills the one that is chosen",
    async () => {
      await write("package.json", '{ "version": "9.8.0" }');
      await write("team/deeper/runbook.md", ourRunbook);
      await vscode.workspace.getConfiguration("releaseDocs").update("templates", ["team"]);
      const { choices, proposals, made } = await answer("Release Runbook: [X.Y.Z]");
      const first = ["Your team's", "Release Runbook: [X.Y.Z]", "Release Docs", "Release Manifest"];
      assert.deepEqual(choices.slice(0, 4), first);
      assert.equal(proposals["Where to write it"], "checkout-v9.8.0/runbook.md");
      if (made === undefined) throw new Error("nothing was made");
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(made));
      assert.match(text, /^---\nkind: ReleaseRunbook\n---\n\n# Release Runbook: 9\.8\.0\n/);
    },
    { when: canStandIn },
  );

  test(
    "offers a template that the workspace holds anywhere",
    async () => {
      await write("team/runbook.md", ourRunbook);
      await open("team/runbook.md");
      const { choices } = await answer("nothing of these");
      assert.deepEqual(choices.slice(0, 3), ["Your team's", "Release Runbook: [X.Y.Z]", "Release Docs"]);
    },
    { when: canStandIn },
  );

  test(
    "proposes the versions that tags and package.json tell",
    async () => {
      const git = vscode.extensions.getExtension<{ getAPI(version: 1): GitApi }>("vscode.git");
      const repository = await (await git?.activate())?.getAPI(1).init(workspaceUri());
      if (!repository) throw new Error("there is no Git in this editor");
      await repository.setConfig("user.name", "Alice");
      await repository.setConfig("user.email", "alice@example.com");
      await repository.commit("First", { empty: true });
      for (const tag of ["v1.2.0", "v1.10.0", "v1.9.3", "v2.0.0-rc.1", "nightly"]) {
        await repository.tag(tag, tag, "HEAD");
      }
      const byTags = await answer("Release Manifest");
      assert.equal(byTags.proposals["Version of the release"], "v1.11.0");
      assert.equal(byTags.proposals["Version that runs now"], "v1.10.0");
      assert.equal(byTags.proposals["Who owns the release"], "Alice");
      await write("package.json", '{ "version": "9.8.0" }');
      const byPackage = await answer("Release Manifest");
      assert.equal(byPackage.proposals["Version of the release"], "v9.8.0");
      assert.equal(byPackage.proposals["Version that runs now"], "v1.10.0");
    },
    { when: canStandIn && testHost === "embedded" && vscode.workspace.isTrusted },
  );
});
