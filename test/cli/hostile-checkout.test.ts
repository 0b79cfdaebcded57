import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { beginTopic, git } from "../unit/cli/git.ts";
import { folderForEach } from "../unit/cli/temporary-folder.ts";
import { actionIn } from "./action.ts";
import { isBuilt, releaseDocs } from "./command.ts";
import { badManifest, goodManifest } from "./documents.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const folder = folderForEach();
const checkout = (name = ""): string => join(folder.path, "checkout", name);
const canary = (): string => join(folder.path, "somebody-elses-code-ran");

/** The programs that a pull request would like to be taken for others. */
const impostors = ["release-docs", "node", "npm", "npx", "git", "bash", "cat", "mktemp", "rm", "env"];

/** A checkout in which whatever could be run leaves a canary: packages, settings of npm, hooks and helpers of Git, names that are options. */
function writeHostileCheckout(): void {
  const shell = `#!/bin/sh\necho "$0 $*" >> '${canary()}'\n`;
  const script = `require("node:fs").appendFileSync(${JSON.stringify(canary())}, __filename + "\\n");\n`;
  const scripts = Object.fromEntries(
    ["preinstall", "install", "postinstall", "prepare", "prepack", "release-docs"].map((name) => [name, "./evil.sh"]),
  );
  const files: Record<string, string> = {
    "evil.sh": shell,
    "evil.js": script,
    "package.json": JSON.stringify({
      name: "release-docs",
      version,
      type: "module",
      bin: { "release-docs": "./evil.js" },
      scripts,
    }),
    "node_modules/release-docs/package.json": JSON.stringify({
      name: "release-docs",
      version,
      bin: { "release-docs": "dist/cli.js" },
    }),
    "node_modules/release-docs/dist/cli.js": `#!/usr/bin/env node\n${script}`,
    "node_modules/@napi-rs/nice/index.js": script,
    ".npmrc": [
      "registry=http://127.0.0.1:9/",
      "script-shell=./evil.sh",
      `node-options=--require ${checkout("evil.js")}`,
      "prefix=.",
      "ignore-scripts=false",
      "git=./evil.sh",
    ].join("\n"),
    ".env": `NODE_OPTIONS=--require ${checkout("evil.js")}\n`,
    "node.config.json": JSON.stringify({ nodeOptions: { require: ["./evil.js"] } }),
    ".node-version": "0.10.0\n",
    ".tool-versions": "nodejs 0.10.0\n",
    ".gitattributes": "* diff=evil filter=evil merge=evil\n",
    ".release-docs.yaml": "extends: ./evil.js\n",
    "good.release-manifest.yaml": goodManifest,
    "--config=evil.release-manifest.yaml": badManifest,
    "--output=stolen.release-manifest.yaml": badManifest,
  };
  for (const name of impostors) files[`node_modules/.bin/${name}`] = shell;
  folder.write(Object.fromEntries(Object.entries(files).map(([name, text]) => [`checkout/${name}`, text])));
  for (const name of ["evil.sh", ...impostors.map((name) => `node_modules/.bin/${name}`)])
    chmodSync(checkout(name), 0o755);
}

/** A folder in the shape of a bare repository, as it can be committed: a Git that stands in it takes it for one. */
function writeBareRepository(): void {
  folder.write({ "seed/good.release-manifest.yaml": goodManifest });
  beginTopic(join(folder.path, "seed"));
  cpSync(join(folder.path, "seed/.git"), checkout("ops"), { recursive: true });
  folder.write({
    "checkout/ops/config": `[core]\n\trepositoryformatversion = 0\n\tbare = false\n\tworktree = ..\n\tfsmonitor = ${checkout("evil.sh")}\n`,
    "checkout/ops/good.release-manifest.yaml": goodManifest,
  });
}

/** Makes it a repository whose own configuration and hooks are as hostile as what is committed. */
function commitHostileCheckout(): void {
  git(checkout(), "init", "--quiet");
  git(checkout(), "add", "--force", ".");
  git(checkout(), "commit", "--quiet", "-m", "Before");
  git(checkout(), "checkout", "--quiet", "-b", "topic");
  folder.write({ "checkout/good.release-manifest.yaml": `${goodManifest}# changed\n` });
  const program = checkout("evil.sh");
  for (const [key, value] of [
    ["core.fsmonitor", program],
    ["core.pager", program],
    ["diff.external", program],
    ["diff.evil.textconv", program],
    ["diff.evil.command", program],
    ["core.hooksPath", checkout("hooks")],
  ])
    git(checkout(), "config", key ?? "", value ?? "");
  mkdirSync(checkout("hooks"));
  for (const hook of ["post-index-change", "pre-auto-gc", "fsmonitor-watchman", "post-checkout"])
    cpSync(program, checkout(`hooks/${hook}`));
}

/** The search path of a runner on which somebody put the checkout's programs first, by three ways. */
const hostilePath = (): string =>
  ["./node_modules/.bin", ".", "", checkout("node_modules/.bin"), process.env.PATH].join(delimiter);

const runHere = (inputs: Readonly<Record<string, string>>, at = "", runner: Readonly<Record<string, string>> = {}) =>
  actionIn(
    folder,
    { args: "--now=2026-12-01", ...inputs },
    { PATH: hostilePath(), GITHUB_WORKSPACE: checkout(), HOME: folder.path, ...runner },
    join("checkout", at),
  );

describe.skipIf(!isBuilt || process.platform === "win32")("in a checkout that wants to be run", () => {
  let registry: Server | undefined;
  afterEach(() => registry?.close());

  it("the canary sings when something of the checkout is run", () => {
    writeHostileCheckout();
    execFileSync("sh", ["-c", "release-docs"], { env: { PATH: hostilePath() }, cwd: checkout() });
    expect(readFileSync(canary(), "utf8")).toMatch(/release-docs/);
  });

  it("the action runs its own command", async () => {
    writeHostileCheckout();
    folder.remove(["checkout/.release-docs.yaml"]);
    const { status, stderr, output } = await runHere({ command: "verdict", paths: "good.release-manifest.yaml" });
    expect([status, stderr, output.split("\n")[0]]).toEqual([0, "", "verdict=go"]);
    expect(existsSync(canary())).toBe(false);
  });

  it("names of files are no options", async () => {
    writeHostileCheckout();
    folder.remove(["checkout/.release-docs.yaml"]);
    const names = ["--config=evil.release-manifest.yaml", "--output=stolen.release-manifest.yaml"];
    const { status, stderr, output } = await runHere({ command: "verdict", paths: names.join("\n") });
    expect([status, stderr, output.split("\n")[0]]).toEqual([1, "", "verdict=no-go"]);
    expect(existsSync(checkout("stolen.release-manifest.yaml"))).toBe(false);
  });

  it("a configuration that is a program is read, and not run", async () => {
    writeHostileCheckout();
    await runHere({ command: "verdict", paths: "good.release-manifest.yaml" });
    expect(existsSync(canary())).toBe(false);
  });

  it("Git is asked, and runs no hook, monitor or helper", async () => {
    writeHostileCheckout();
    folder.remove(["checkout/.release-docs.yaml"]);
    commitHostileCheckout();
    folder.remove(["somebody-elses-code-ran"]);
    const { stderr, status } = await runHere({ args: "--changed-since=main\n--now=2026-12-01" });
    expect([status, stderr]).toEqual([0, ""]);
    const words = ["check", "--changed-since", "main", "--now", "2026-12-01"];
    const environment = { PATH: hostilePath() };
    const { stdout } = await releaseDocs(words, { cwd: checkout(), environment });
    expect(stdout).toMatch(/^1 document checked/m);
    expect(existsSync(canary())).toBe(false);
  });

  it("a folder that plays a bare repository is none", async () => {
    writeHostileCheckout();
    folder.remove(["checkout/.release-docs.yaml"]);
    writeBareRepository();
    const { stderr, status } = await runHere({ args: "--changed-since=main" }, "ops");
    expect([status, stderr]).toEqual([
      2,
      expect.stringContaining("--changed-since main: git says: cannot use bare repository"),
    ]);
    expect(existsSync(canary())).toBe(false);
  });

  it("a version is installed outside of it, without scripts", async () => {
    writeHostileCheckout();
    folder.remove(["checkout/.release-docs.yaml"]);
    registry = createServer();
    const asked = await serveThisPackage(registry);
    const { status, stderr, output } = await runHere(
      { command: "verdict", paths: "good.release-manifest.yaml", version },
      "",
      { NPM_CONFIG_REGISTRY: addressOf(registry), npm_config_cache: join(folder.path, "npm-cache") },
    );
    expect([status, stderr.match(/^npm error.*$/gm), output.split("\n")[0]]).toEqual([0, null, "verdict=go"]);
    expect(asked).toContain(`/release-docs-${version}.tgz`);
    expect(existsSync(canary())).toBe(false);
  });

  it.each(["latest", "file:.", "./evil.tgz", "1.2.3 --registry=http://127.0.0.1:9", "1.2.3\n::add-mask::x", "^1.0.0"])(
    "%j is no version",
    async (given) => {
      writeHostileCheckout();
      const { status, stdout } = await runHere({ version: given });
      expect([status, stdout]).toEqual([
        2,
        "::error title=Release Docs::version must be an exact one, such as 1.2.3\n",
      ]);
      expect(existsSync(canary())).toBe(false);
    },
  );
});

const addressOf = (server: Server): string => {
  const address = server.address();
  return typeof address === "object" && address !== null ? `http://127.0.0.1:${address.port}/` : "";
};

/** A registry with the one package that would be published, with scripts that leave a canary. @returns what it was asked for */
async function serveThisPackage(server: Server): Promise<readonly string[]> {
  const npm = (...words: readonly string[]): string =>
    execFileSync("npm", [...words], { cwd: folder.path, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  const staged = join(folder.path, "staged");
  const [packed] = JSON.parse(npm("pack", root, "--json", "--ignore-scripts"));
  mkdirSync(staged);
  execFileSync("tar", ["-xzf", join(folder.path, packed.filename), "-C", staged]);
  const described = JSON.parse(readFileSync(join(staged, "package/package.json"), "utf8"));
  const scripts = { postinstall: `touch '${canary()}'` };
  folder.write({ "staged/package/package.json": JSON.stringify({ ...described, scripts, devDependencies: {} }) });
  const again = npm("pack", join(staged, "package"), "--json", "--ignore-scripts");
  const bytes = readFileSync(join(folder.path, JSON.parse(again)[0].filename));
  const asked: string[] = [];
  server.on("request", ({ url = "" }, response) => {
    asked.push(url);
    if (url.endsWith(".tgz")) return response.end(bytes);
    const dist = {
      tarball: `${addressOf(server)}release-docs-${version}.tgz`,
      integrity: `sha512-${createHash("sha512").update(bytes).digest("base64")}`,
    };
    const versions = {
      [version]: { name: "release-docs", version, scripts, hasInstallScript: true, bin: described.bin, dist },
    };
    return response.end(JSON.stringify({ name: "release-docs", "dist-tags": { latest: version }, versions }));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return asked;
}
