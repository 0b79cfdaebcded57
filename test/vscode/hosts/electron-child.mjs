import { runTests } from "@vscode/test-electron";

/** Runs the tests that the JSON in the first argument describes, and ends as the editor did. */
process.exitCode = await runTests(JSON.parse(process.argv[2] ?? "{}")).catch((error) => {
  console.error(String(error));
  return error?.code ?? 1;
});
