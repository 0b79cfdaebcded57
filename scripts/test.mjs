// `npm test`: everything, what is fast first. Stops at the first step that fails, and says which it was.
import { spawnSync } from "node:child_process";

const steps = [
  ["check", "types, style, imports, generated pages"],
  ["build", "the bundles in dist/"],
  ["build:types", "the types of the library"],
  ["test:unit", "the sources, by themselves"],
  ["test:built", "the command, the server's protocol, the packages, random edits"],
  ["test:vscode", "the extension, in a real editor"],
];

const started = Date.now();
for (const [index, [script, what]] of steps.entries()) {
  console.log(`\n── ${index + 1} of ${steps.length}: npm run ${script}: ${what}`);
  const began = Date.now();
  const { status } = spawnSync("npm", ["run", "--silent", script], {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (status !== 0) {
    const left = steps.slice(index + 1).map(([name]) => name);
    const rest = left.length > 0 ? ` Not run: ${left.join(", ")}.` : "";
    console.error(`\n── npm run ${script} failed after ${since(began)}.${rest}`);
    process.exit(status ?? 1);
  }
  console.log(`── ${script}: ${since(began)}`);
}
console.log(`\n── All ${steps.length} steps passed in ${since(started)}.`);

function since(time) {
  return `${Math.round((Date.now() - time) / 1000)} s`;
}
