import * as vscode from "vscode";
import { assert } from "./assert.ts";
import { closeAll, diagnosticsOf, has, open } from "./editor.ts";
import { suite, testHost } from "./harness.ts";
import { canStandIn, standIn } from "./stand-in.ts";

/** A process that this one started, as Node lists it. */
interface Child {
  readonly pid: number;
  kill(signal: "SIGSTOP"): boolean;
  once(event: "exit", listener: (code: number | null, signal: string | null) => void): void;
}

/** The process of the language server. */
function server(): Child {
  const handles: unknown = Reflect.get(process, "_getActiveHandles").call(process);
  const found = (Array.isArray(handles) ? handles : []).find((handle: unknown) =>
    String(Reflect.get(Object(handle), "spawnargs")).includes("server.js"),
  );
  if (found === undefined) throw new Error("There is no server.");
  return found;
}

const runbook = "checkout-v2.2.0/runbook.md";

export const watchdogSuite = suite("watchdog", ({ test, afterEach }) => {
  afterEach(closeAll);

  test(
    "starts a server again that answers no more, and says what it was asked",
    async () => {
      const { document } = await open(runbook);
      await diagnosticsOf(document.uri);
      const hung = server();
      const ended = new Promise<string | null>((resolve) => hung.once("exit", (_code, signal) => resolve(signal)));
      let say: (words: string) => void = () => undefined;
      const said = new Promise<string>((resolve) => {
        say = resolve;
      });
      const showWarningMessage = async (words: string): Promise<void> => say(words);
      await standIn(vscode.window, { showWarningMessage }, async () => {
        // A process that is stopped answers as little as one that turns in a circle.
        hung.kill("SIGSTOP");
        const asked = vscode.commands.executeCommand(
          "vscode.executeHoverProvider",
          document.uri,
          document.positionAt(0),
        );
        assert.equal(await ended, "SIGKILL");
        // The hover, or what the checklist was asking just then.
        const words =
          /^The Release Docs server did not answer for 10 seconds, asked for [a-zA-Z/]+( of checkout-v2\.2\.0\/runbook\.md)?\. It is started again\.$/;
        assert.match(await said, words);
        await asked;
      });
      const end = document.positionAt(document.getText().length);
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, end, "\n<!-- release-docs-disable-next-line gates/unchecked -->\n");
      await vscode.workspace.applyEdit(edit);
      await diagnosticsOf(document.uri, has("suppressions/unused"));
      assert.equal(server().pid === hung.pid, false);
    },
    { when: testHost !== "web" && canStandIn, limit: 120_000 },
  );
});
