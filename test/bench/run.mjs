// Measures Release Docs beside its peers: `npm run bench -- --help`. See docs/performance.md.
import { spawnSync } from "node:child_process";
import { cpus } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { canRunPeers, nodeBinary } from "./node-binary.mjs";
import { installPeers } from "./peers/install.mjs";
import { openPeers } from "./peers/load.mjs";
import { table } from "./report.mjs";
import { rows } from "./rows/index.mjs";
import { Skipped } from "./skipped.mjs";

const help = `Usage: npm run bench -- [options]

  --only ROW   this row alone, or all whose names begin so; may be given again
  --quick      few rounds: for a look, not for the record
  --json       the lines as JSON
  --list       the names of the rows`;

const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");
const { values } = parseArgs({
  options: {
    only: { type: "string", multiple: true },
    quick: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    list: { type: "boolean", default: false },
    help: { type: "boolean", short: "h", default: false },
  },
});

if (values.help) console.log(help);
else if (values.list) for (const { id, title } of rows) console.log(`${id.padEnd(16)} ${title}`);
else {
  try {
    process.exitCode = await main();
  } catch (error) {
    console.error(error.message);
    process.exitCode = 2;
  }
}

async function main() {
  const folder = join(root, ".cache", "bench-peers");
  const versions = installPeers(folder);
  const node = nodeBinary(folder);
  if (node === undefined)
    throw new Error("The peers want Node 22.13 or newer, and npm has no newer one for this machine");
  if (!canRunPeers()) {
    const again = [fileURLToPath(import.meta.url), ...process.argv.slice(2)];
    return spawnSync(node, again, { stdio: "inherit" }).status ?? 1;
  }
  const context = {
    root,
    node,
    quick: values.quick,
    peers: openPeers(folder),
    schemaFile: join(root, "schemas", "release-manifest.schema.json"),
  };
  const lines = [];
  for (const row of wanted(values.only)) lines.push(...(await measure(row, context)));
  if (values.json) console.log(JSON.stringify({ node: process.version, versions, lines }, undefined, 2));
  else console.log(`${table(lines)}\n\n${circumstances(versions)}`);
  return lines.some(({ failed }) => failed === true) ? 1 : 0;
}

function wanted(only) {
  if (only === undefined) return rows;
  const chosen = rows.filter(({ id }) => only.some((name) => id.startsWith(name)));
  if (chosen.length === 0) throw new Error(`There is no such row; there are ${rows.map(({ id }) => id).join(", ")}`);
  return chosen;
}

/** The lines of one row; a row that fails does not take the others with it. */
async function measure(row, context) {
  console.error(`${row.id}: ${row.title}`);
  try {
    return await row.run(context);
  } catch (error) {
    if (error instanceof Skipped) return [{ row: row.id, what: row.title, skipped: error.message }];
    console.error(error);
    return [{ row: row.id, what: row.title, skipped: `it failed: ${error.message}`, failed: true }];
  }
}

function circumstances(versions) {
  const peers = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  const { length, 0: first } = cpus();
  const took = values.quick ? ", few rounds (`--quick`)" : "";
  return `Node ${process.version}, ${process.platform} ${process.arch}, ${length} × ${first?.model.trim() ?? "?"}${took}. Peers: ${peers.join(", ")}.`;
}
