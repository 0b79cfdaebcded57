// Shows where our time goes: `node test/bench/profile.mjs CASE`. Writes a .cpuprofile too, for a flame graph in an editor
// or a browser. See docs/performance.md.
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { Session } from "node:inspector/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { run } from "./command/run.mjs";
import { today } from "./engine.mjs";
import { filesBeside } from "./inputs/beside.mjs";
import { manifest } from "./inputs/manifest.mjs";
import { runbook } from "./inputs/runbook.mjs";
import { writeWorkspace } from "./inputs/workspace.mjs";
import { summariseProfile } from "./measure/profile-summary.mjs";
import { createTypist } from "./measure/strokes.mjs";
import { startLanguageServer } from "./servers/language-server.mjs";

const root = join(import.meta.dirname, "..", "..");
const folder = join(root, ".cache", "bench");
const profiles = join(folder, "profiles");
const inputs = { yaml: manifest, markdown: runbook };
const counts = { 250: 250, "1k": 1000, "5k": 5000, "20k": 20_000 };
const works = {
  /** One keystroke after the other. */
  keystroke: { entry: "server/src/engine/service.ts", run: profileEngine },
  /** A full check, nothing kept. */
  check: { entry: "server/src/engine/service.ts", run: profileEngine },
  /** Keystrokes in the server, over stdio. */
  server: { entry: "server/src/lsp/node.ts", start: "serveProcess", run: profileServer },
  /** The command on one file, or on a workspace of 1,000. */
  command: { run: profileCommand },
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: "string", default: "4" },
    place: { type: "string", default: "middle" },
    top: { type: "string", default: "25" },
    callers: { type: "string" },
  },
});
const [work = "", format = "", size = ""] = (positionals[0] ?? "").split("-");
const onWorkspace = positionals[0] === "command-workspace";
if (!onWorkspace && !(work in works && format in inputs && size in counts)) {
  console.error("Usage: node test/bench/profile.mjs {keystroke|check|server|command}-{yaml|markdown}-{250|1k|5k|20k}");
  console.error("       node test/bench/profile.mjs command-workspace");
  console.error('         [--seconds 4] [--place "middle"|"first item"|"new line"] [--top 25]');
  process.exit(2);
}

mkdirSync(folder, { recursive: true });
const bundle = work === "command" ? buildCommand() : await bundleOf(works[work]);
const uri = `file:///bench/${format === "yaml" ? "release-manifest.yaml" : "runbook.md"}`;
const text = onWorkspace ? "" : inputs[format]({ lines: counts[size] });
const typist = onWorkspace ? undefined : createTypist(text, values.place);
const { calls, each, profiles: taken } = await works[work].run(Number(values.seconds));
const code = readFileSync(bundle, "utf8");
for (const [thread, profile] of taken.entries()) {
  const file = join(folder, `${positionals[0]}${thread === 0 ? "" : `-${thread}`}.cpuprofile`);
  writeFileSync(file, JSON.stringify(profile));
  const { self, total, callers } = summariseProfile(profile, code, basename(bundle), values.callers);
  const who = taken.length > 1 ? `, thread ${thread + 1} of ${taken.length}` : "";
  console.log(`${positionals[0]}, ${values.place}: ${calls} times, ${each.toFixed(3)} ms each${who}; ${file}\n`);
  print("self", self);
  print("with what it calls", total);
  if (values.callers !== undefined) print(`callers of ${values.callers}`, callers);
}

async function bundleOf(source) {
  const outfile = join(folder, `${work}.cjs`);
  await build({
    absWorkingDir: root,
    stdin: { contents: entryOf(source), resolveDir: root },
    outfile,
    bundle: true,
    format: "cjs",
    platform: "node",
    target: "node20",
    mainFields: ["module", "main"],
    conditions: ["module"],
    logLevel: "error",
  });
  return outfile;
}

/** The command as it is shipped, in its several files, but readable. */
function buildCommand() {
  const options = ["--development", "--out", join(folder, "dist")];
  execFileSync(process.execPath, [join(root, "scripts", "build.mjs"), ...options], { stdio: ["ignore", "ignore", 2] });
  return join(folder, "dist", "command.js");
}

function entryOf({ entry, start }) {
  return start === undefined ? `export * from "./${entry}";` : `import { ${start} } from "./${entry}"; ${start}();`;
}

async function profileEngine(seconds) {
  const { createReleaseDocsService } = createRequire(import.meta.url)(bundle);
  const engine = createReleaseDocsService({ files: filesBeside(uri), today: () => today });
  const once = async () => {
    if (work === "check") engine.close(uri);
    await engine.assess(uri, work === "check" ? text : typist.next().text);
  };
  await lasting(seconds / 3, once);
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.setSamplingInterval", { interval: 200 });
  await session.post("Profiler.start");
  const { calls, each } = await lasting(seconds, once);
  const { profile } = await session.post("Profiler.stop");
  return { calls, each, profiles: [profile] };
}

/** The profile of a server begins with its start; keystrokes outweigh that. */
async function profileServer(seconds) {
  const options = recording();
  const files = filesBeside(uri);
  const server = startLanguageServer({ node: process.execPath, options, script: bundle, pull: true, files });
  await server.initialize();
  await server.open(uri, format, text);
  const { calls, each } = await lasting(seconds, () => server.keystroke(uri, typist.next().change));
  await server.stop();
  return { calls, each, profiles: recorded() };
}

async function profileCommand() {
  const { folder: workspace } = writeWorkspace(onWorkspace ? 1000 : 2);
  const name = uri.slice(uri.lastIndexOf("/") + 1);
  if (!onWorkspace) writeFileSync(join(workspace, name), text);
  const options = recording();
  const start = performance.now();
  const words = ["check", "--format", "json", "--now", today, onWorkspace ? "." : name];
  await run(process.execPath, join(dirname(bundle), "cli.js"), words, { cwd: workspace, options });
  const each = performance.now() - start;
  rmSync(workspace, { recursive: true });
  return { calls: 1, each, profiles: recorded() };
}

/** Options of a Node that writes its profile when it ends. */
function recording() {
  rmSync(profiles, { recursive: true, force: true });
  return ["--cpu-prof", `--cpu-prof-dir=${profiles}`, "--cpu-prof-interval=200"];
}

/** The profiles of all threads, the main thread's first. */
function recorded() {
  const names = readdirSync(profiles).sort((a, b) => threadOf(a) - threadOf(b));
  return names.map((name) => JSON.parse(readFileSync(join(profiles, name), "utf8")));
}

/** `CPU.20261121.155555.26501.0.001.cpuprofile` is of thread 0. */
function threadOf(name) {
  return Number(name.split(".").at(-3));
}

async function lasting(seconds, once) {
  const start = performance.now();
  let calls = 0;
  for (; performance.now() - start < seconds * 1000; calls++) await once();
  return { calls, each: (performance.now() - start) / calls };
}

function print(title, entries) {
  console.log(`${title}, ms each time`);
  for (const [name, time] of entries.slice(0, Number(values.top))) {
    console.log(`  ${(time / calls).toFixed(3).padStart(9)}  ${name}`);
  }
  console.log();
}
