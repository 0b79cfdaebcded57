import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { beginTopic } from "../unit/cli/git.ts";
import { folderForEach } from "../unit/cli/temporary-folder.ts";
import { actionIn } from "./action.ts";
import { isBuilt, releaseDocs } from "./command.ts";
import { badManifest, goodManifest } from "./documents.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), "utf8");

const folder = folderForEach();

const runAction = (inputs: Readonly<Record<string, string>>, runner: Readonly<Record<string, string>> = {}) =>
  actionIn(folder, inputs, runner);

describe.skipIf(!isBuilt || process.platform === "win32")("the GitHub Action", () => {
  it("annotates, writes the summary, and fails with the check", async () => {
    folder.write({ "a b/v2.release-manifest.yaml": badManifest });
    const { status, stdout, stderr, summary, output } = await runAction({
      args: "--now=2026-12-01\n",
      sarif: "out.sarif",
    });
    expect([stderr, status]).toEqual(["", 1]);
    expect(stdout).toMatch(/^::error file=a b\/v2\.release-manifest\.yaml,line=16,/m);
    expect(summary).toContain("**Verdict: No-Go.**");
    expect(output).toMatch(/^verdict=no-go\nreport=.*release-docs\.json\n$/);
    expect(JSON.parse(readFileSync(join(folder.path, "out.sarif"), "utf8")).version).toBe("2.1.0");
  });

  it("lets a deploy through, or not", async () => {
    folder.write({ "good.release-manifest.yaml": goodManifest, "bad.release-manifest.yaml": badManifest });
    const inputs = { command: "verdict", args: "--phase=pre-release\n--now=2026-12-01" };
    expect(await runAction({ ...inputs, paths: "good.release-manifest.yaml" })).toMatchObject({
      status: 0,
      stderr: "",
    });
    const { status, summary, output } = await runAction({
      ...inputs,
      paths: "good.release-manifest.yaml\nbad.release-manifest.yaml",
    });
    expect([status, output.split("\n")[0]]).toEqual([1, "verdict=no-go"]);
    expect(summary).toContain("No-Go");
  });

  it("guards a pull request: what it changed, below paths with spaces, with links to the lines", async () => {
    folder.write({
      "ops (1)/v 1.release-manifest.yaml": badManifest,
      "ops (1)/v 2.release-manifest.yaml": goodManifest,
      "b.release-manifest.yaml": goodManifest,
      ".gitignore": "run/\n",
    });
    beginTopic(folder.path);
    const inputs = { paths: "  ops (1)\n\n", args: "--changed-since=main\n--max-warnings=0\n--now=2026-12-01" };
    /** Nothing is found, and one notice says which files are looked at. */
    const shapedAlone = /^::notice title=release-docs::What shaped this verdict:[^\n]*--changed-since\n$/;
    const before = await runAction(inputs);
    expect(before).toMatchObject({ status: 0, stdout: expect.stringMatching(shapedAlone), stderr: "" });
    expect(before.summary).toContain("## Release documents\n\nNo file to check.\n");
    expect(before.output).toMatch(/^verdict=none\n/);
    folder.write({
      "ops (1)/v 2.release-manifest.yaml": goodManifest.replace("    rollback:\n      flag: checkout-v2\n", ""),
      "b.release-manifest.yaml": badManifest,
    });
    const forge = { GITHUB_SERVER_URL: "https://github.com", GITHUB_REPOSITORY: "org/shop", GITHUB_SHA: "0123abc" };
    const { status, stdout, summary, output } = await runAction(inputs, forge);
    expect([status, output.split("\n")[0]]).toEqual([1, "verdict=no-go"]);
    expect(stdout).toMatch(/^::error file=ops \(1\)\/v 2\.release-manifest\.yaml,line=16,[^\n]*\n::notice [^\n]*\n$/);
    expect(summary).toContain(
      "| ❌ | [16](https://github.com/org/shop/blob/0123abc/ops%20%281%29/v%202.release-manifest.yaml#L16) |",
    );
  });

  it("takes its inputs through the environment alone", () => {
    const { steps } = parse(read("action.yml")).runs;
    expect(steps.map(({ run }: { run: string }) => run).join("\n")).not.toContain("${{");
    expect(read("docs/ci/action.sh")).not.toContain("${{");
  });

  it("runs nothing that stands in its inputs", async () => {
    const { status, stderr } = await runAction({ paths: "$(touch pwned)\n`touch pwned`\n; touch pwned" });
    expect(status).toBe(2);
    expect(stderr).toContain("release-docs: ");
    expect(readdirSync(folder.path)).toEqual(["run"]);
    expect((await runAction({ command: "deploy" })).status).toBe(2);
    const { stdout } = await runAction({ command: "check\n::add-mask::x" });
    expect(stdout).toBe("::error title=Release Docs::command must be check or verdict\n");
  });
});

describe("pre-commit", () => {
  it("has hooks as its manifest wants them", () => {
    const hooks: readonly Readonly<Record<string, unknown>>[] = parse(read(".pre-commit-hooks.yaml"));
    const known = ["id", "name", "description", "entry", "args", "language", "files", "types", "require_serial"];
    for (const hook of hooks) {
      expect(Object.keys(hook).filter((key) => !known.includes(key))).toEqual([]);
      expect(hook).toMatchObject({
        language: "node",
        entry: expect.stringMatching(/^release-docs check/),
        types: ["text"],
      });
      expect(new RegExp(String(hook.files)).test("ops/r.md")).toBe(true);
    }
    const [{ hooks: used }] = parse(read("docs/ci/pre-commit-config.yaml")).repos;
    for (const { id } of used) expect(hooks.map((hook) => hook.id)).toContain(id);
  });

  it("packs the repository without a word before the package's name, which pre-commit reads", () => {
    expect(read(".npmrc")).toMatch(/^foreground-scripts=false$/m);
  });

  it.skipIf(!isBuilt)("passes file names, and the command skips what is not ours", async () => {
    folder.write({ "package.yaml": "a: 1\n", "README.md": "# Shop\n", "v2.release-manifest.yaml": goodManifest });
    const words = ["check", "package.yaml", "README.md", "v2.release-manifest.yaml"];
    const { code, stdout } = await releaseDocs([...words, "--now", "2026-12-01"], { cwd: folder.path });
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^1 document checked: /m)]);
  });
});

describe("the problem matcher", () => {
  const [matcher] = JSON.parse(read("package.json")).contributes.problemMatchers;

  it.skipIf(!isBuilt)("understands every line of the GitHub format", async () => {
    folder.write({ "v2.release-manifest.yaml": badManifest });
    const { stdout } = await releaseDocs(["check", "--format", "github", "--now", "2026-12-01"], { cwd: folder.path });
    const lines = stdout.trimEnd().split("\n");
    const pattern = new RegExp(matcher.pattern.regexp);
    for (const line of lines) expect(line).toMatch(pattern);
    const match = pattern.exec(lines[0] ?? "") ?? [];
    const { severity, file, line, endLine, column, endColumn, code } = matcher.pattern;
    const parts = [severity, file, line, column, endLine, endColumn, code].map((group) => match[group]);
    expect(parts).toEqual(["error", "v2.release-manifest.yaml", "16", "9", "16", "16", "rollback/missing-step"]);
  });

  it("stands for the same problems as the server's, so that none is listed twice", () => {
    expect(read("server/src/lsp/start-server.ts")).toContain(`identifier: "${matcher.owner}"`);
  });

  it.skipIf(!isBuilt)(
    "is given paths from where the task runs, and GitHub those from the repository's root",
    async () => {
      folder.write({ "ops/v2.release-manifest.yaml": badManifest, ".git/HEAD": "ref: refs/heads/main\n" });
      const file = async (environment: Readonly<Record<string, string>>): Promise<string | undefined> => {
        const cwd = join(folder.path, "ops");
        const { stdout } = await releaseDocs(["check", "--format", "github"], { cwd, environment });
        return /^::error file=([^,]*),/.exec(stdout)?.[1];
      };
      expect(await file({})).toBe("v2.release-manifest.yaml");
      expect(await file({ GITHUB_ACTIONS: "true" })).toBe("ops/v2.release-manifest.yaml");
    },
  );

  it("is the one that the documented task uses", () => {
    const [task] = JSON.parse(read("docs/ci/tasks.json")).tasks;
    expect(task.problemMatcher).toBe(`$${matcher.name}`);
    expect(task.command).toContain("--format github");
  });
});

describe.skipIf(!isBuilt)("the pipelines in the documentation", () => {
  it.each(["docs/ci/github-workflow.yml", "docs/ci/gitlab-ci.yml"])("%s names options that there are", async (path) => {
    const calls = [...read(path).matchAll(/(?:release-docs (check|verdict)|command: (verdict))/g)];
    expect(calls.length).toBeGreaterThan(0);
    const { stdout: check } = await releaseDocs(["check", "--help"], { cwd: folder.path });
    const { stdout: verdict } = await releaseDocs(["verdict", "--help"], { cwd: folder.path });
    const lines = read(path).split("\n");
    for (const [option] of lines
      .filter((line) => !line.includes("npm "))
      .join("\n")
      .matchAll(/(?<=[\s"])--[a-z-]+/g))
      expect(check + verdict).toContain(option);
  });

  const written = ["docs/ci.md", "docs/ci/github-workflow.yml", "docs/ci/gitlab-ci.yml", ".github/workflows/ci.yml"];

  it.each(written)("%s installs this version, outside of the checkout and without scripts", (path) => {
    const { version } = JSON.parse(read("package.json"));
    for (const [line] of read(path).matchAll(/^.*npm install.*$/gm)) {
      expect(line).toMatch(
        /\(cd (?:\/|"\$RUNNER_TEMP") && npm install --global --ignore-scripts release-docs@[\d.]+\)/,
      );
      expect(line).toContain(`release-docs@${version})`);
    }
    expect(read(path)).not.toMatch(/npx --yes|^\s*- npx /m);
  });

  it.each(["docs/ci/github-workflow.yml", ".github/workflows/ci.yml"])(
    "%s has no more rights than it needs",
    (path) => {
      const { on, permissions, jobs } = parse(read(path));
      expect(Object.keys(on)).not.toContain("pull_request_target");
      expect(permissions).toEqual({ contents: "read" });
      for (const { steps } of Object.values<{ steps: { uses?: string; with?: Record<string, unknown> }[] }>(jobs)) {
        const checkouts = steps.filter(({ uses }) => uses?.startsWith("actions/checkout@"));
        expect(checkouts.map((step) => step.with?.["persist-credentials"])).toEqual(checkouts.map(() => false));
      }
    },
  );
});
