import * as vscode from "vscode";
import documented from "../../../docs/ci/tasks.json";
import { assert } from "./assert.ts";
import { diagnosticsOf, until, workspaceUri } from "./editor.ts";
import { suite, testHost } from "./harness.ts";

/** Copies of the example that no editor ever showed: the matcher is for closed documents. */
const copies = "checkout-v2.2.1";
const manifest = `${copies}/release-manifest.yaml`;
const runbook = `${copies}/runbook.md`;
const settings = workspaceUri(".vscode", "tasks.json");

/** The documented task with the command of this repository, and an owner that tells its problems from the server's. */
async function writeTask(): Promise<void> {
  const [task] = documented.tasks;
  const command = vscode.extensions.getExtension("release-docs.release-docs")?.extensionUri;
  if (task === undefined || command === undefined) throw new Error("There is no task, or no extension");
  const program = vscode.Uri.joinPath(command, "dist", "cli.js").fsPath;
  const own = {
    ...task,
    command: task.command.replace("npx release-docs", `node "${program}"`),
    problemMatcher: { base: task.problemMatcher, owner: "documented task" },
  };
  const text = JSON.stringify({ ...documented, tasks: [own] });
  await vscode.workspace.fs.writeFile(settings, new TextEncoder().encode(text));
  await until(vscode.workspace.onDidChangeConfiguration, () =>
    vscode.workspace.getConfiguration("tasks").get<readonly unknown[]>("tasks")?.length === 1 ? true : undefined,
  );
}

/** The server's problems link to the page of their rule; those of a task name it. */
const ofTask = ({ code }: vscode.Diagnostic): boolean => typeof code === "string";
const ofServer = ({ code, source }: vscode.Diagnostic): boolean =>
  source === "release-docs" && typeof code === "object";

function told({ range, severity, code, message }: vscode.Diagnostic): string {
  const place = `${range.start.line + 1}:${range.start.character + 1}-${range.end.line + 1}:${range.end.character + 1}`;
  const rule = typeof code === "object" ? code.value : code;
  return `${place} ${vscode.DiagnosticSeverity[severity].toLowerCase()} ${rule} ${message}`;
}

/** The problems of a document that no editor shows, once the task and the server both told theirs. */
async function problemsOf(
  path: string,
): Promise<{ readonly task: readonly string[]; readonly server: readonly string[] }> {
  const all = await diagnosticsOf(workspaceUri(path), (found) => found.some(ofTask) && found.some(ofServer));
  return { task: all.filter(ofTask).map(told).sort(), server: all.filter(ofServer).map(told).sort() };
}

export const taskSuite = suite("task", ({ test, beforeEach, afterEach }) => {
  beforeEach(async () => vscode.workspace.fs.copy(workspaceUri("checkout-v2.2.0"), workspaceUri(copies)));
  afterEach(async () => {
    for (const folder of [".vscode", copies])
      await vscode.workspace.fs.delete(workspaceUri(folder), { recursive: true });
  });

  test(
    "turns what the documented task finds into problems at their places",
    async () => {
      await writeTask();
      const [task] = (await vscode.tasks.fetchTasks()).filter(({ source }) => source === "Workspace");
      if (task === undefined) throw new Error("The task is not known");
      const ended = new Promise<number | undefined>((resolve) => {
        vscode.tasks.onDidEndTaskProcess(({ exitCode }) => resolve(exitCode));
      });
      await vscode.tasks.executeTask(task);
      assert.equal(await ended, 1);
      for (const path of [manifest, runbook]) {
        const { task: matched, server } = await problemsOf(path);
        assert.deepEqual(matched, server);
      }
      const { task: matched } = await problemsOf(manifest);
      const places = matched.map((line) => line.split(" ", 3).join(" "));
      for (const place of ["27:11-27:15 error schema/enum", "82:16-82:20 warning gates/out-of-order"])
        assert.equal(places.includes(place), true, `${place} is missing`);
      assert.equal(
        matched.some((line) => line.includes("covers 86%, under")),
        true,
        "a per cent sign is lost",
      );
      const { task: ofRunbook } = await problemsOf(runbook);
      assert.equal(
        ofRunbook.some((line) => line.includes(" information ")),
        true,
        "no information is found",
      );
    },
    { when: testHost !== "web" && vscode.workspace.isTrusted },
  );
});
