import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { beginTopic } from "../unit/cli/git.ts";
import { folderForEach } from "../unit/cli/temporary-folder.ts";
import { command, isBuilt } from "./command.ts";
import { badManifest, goodManifest } from "./documents.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), "utf8");

const folder = folderForEach();

/** An `npx` that runs this very command instead of fetching one. */
const npx = `#!/usr/bin/env bash
[[ "$1" == --yes ]] && shift
[[ "$1" == release-docs ]] || exit 99
shift
exec "${process.execPath}" "${command}" "$@"
`;

/** An `npm` that installs nothing: what it would install is there, and it takes no other words than the documented ones. */
const npm = `#!/usr/bin/env bash
[[ "$*" =~ ^install\\ --global\\ --ignore-scripts\\ release-docs@[0-9]+\\.[0-9]+\\.[0-9]+$ ]] || exit 99
`;
const installed = `#!/usr/bin/env bash
exec "${process.execPath}" "${command}" "$@"
`;

/** Runs a script as a job of a pipeline does: line by line, up to the first that fails. */
function runJob(lines: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  folder.write({ ".bin/npx": npx, ".bin/npm": npm, ".bin/release-docs": installed, ".gitignore": ".bin/\n" });
  for (const name of ["npx", "npm", "release-docs"]) chmodSync(join(folder.path, ".bin", name), 0o755);
  const { status, stdout, stderr } = spawnSync("bash", ["--noprofile", "--norc", "-e", "-c", lines.join("\n")], {
    cwd: folder.path,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    env: { PATH: `${join(folder.path, ".bin")}:${process.env.PATH}`, ...environment },
  });
  return { status, stdout, stderr };
}

const written = (path: string): string => readFileSync(join(folder.path, path), "utf8");

/** The shell commands of a page, block by block. */
const blocks = (page: string): readonly string[] =>
  [...read(page).matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, block = ""]) => block);

describe.skipIf(!isBuilt || process.platform === "win32")("the commands of docs/ci.md", () => {
  const [inAnyStep = "", baseline = "", ...others] = blocks("docs/ci.md");

  it("are these two blocks", () => {
    expect(others).toEqual([]);
  });

  it("annotate and write the summary in any step, also when the check fails", () => {
    folder.write({ "v2.release-manifest.yaml": badManifest, "summary.md": "" });
    const summary = join(folder.path, "summary.md");
    const { status, stdout, stderr } = runJob([inAnyStep], { GITHUB_STEP_SUMMARY: summary, RUNNER_TEMP: folder.path });
    expect([status, stderr]).toEqual([1, ""]);
    expect(stdout).toMatch(/^::error file=v2\.release-manifest\.yaml,line=16,/);
    expect(written("summary.md")).toContain("**Verdict: No-Go.**");
  });

  it("accept what is there, once, and fail for what is new", () => {
    folder.write({ "v2.release-manifest.yaml": badManifest });
    const [once = "", thenOn = ""] = baseline.trim().split("\n");
    expect(runJob([once])).toMatchObject({ status: 0, stderr: expect.stringContaining("findings accepted in") });
    expect(runJob([thenOn])).toMatchObject({ status: 0, stderr: "" });
    folder.write({
      "v2.release-manifest.yaml": badManifest
        .replace("risk: high", "risk: hihg")
        .replace("traffic: 5%", "traffic: much"),
    });
    expect(runJob([thenOn])).toMatchObject({ status: 1, stderr: "" });
  });
});

describe.skipIf(!isBuilt || process.platform === "win32")("the GitLab pipeline", () => {
  const pipeline = parse(read("docs/ci/gitlab-ci.yml"));
  const check = pipeline["release-docs"];

  it("has jobs whose stages there are", () => {
    const { stages, ".release-docs": template, ...jobs } = pipeline;
    expect(runJob(template.before_script)).toMatchObject({ status: 0, stderr: "" });
    for (const job of Object.values<{ stage: string; script: readonly string[] }>(jobs)) {
      expect(stages).toContain(job.stage);
      expect(job.script.every((line) => typeof line === "string")).toBe(true);
    }
  });

  it("fails a merge request that breaks a document, and leaves the report that it announces", () => {
    folder.write({
      "v1.release-manifest.yaml": badManifest,
      "v2.release-manifest.yaml": goodManifest,
      ".gitignore": ".bin/\n",
    });
    beginTopic(folder.path);
    const base = runJob(["git rev-parse HEAD"]).stdout.trim();
    expect(runJob(check.script, { CI_MERGE_REQUEST_DIFF_BASE_SHA: base })).toMatchObject({ status: 0, stderr: "" });
    folder.write({ "v2.release-manifest.yaml": badManifest });
    const { status, stdout, stderr } = runJob(check.script, { CI_MERGE_REQUEST_DIFF_BASE_SHA: base });
    expect([status, stderr]).toEqual([1, ""]);
    expect(stdout).toContain("v2.release-manifest.yaml\n");
    const report = written(check.artifacts.reports.junit);
    expect(report).toMatch(/<testcase classname="v2\.release-manifest\.yaml" name="rollback\/missing-step 16:9">/);
    expect(check.artifacts.when).toBe("always");
  });

  it.each([
    [goodManifest, 0],
    [badManifest, 1],
  ])("deploys only what is Go", (manifest, code) => {
    folder.write({ "releases/v2.1.0/v2.release-manifest.yaml": manifest, "deploy.sh": "touch deployed\n" });
    chmodSync(join(folder.path, "deploy.sh"), 0o755);
    expect(runJob(pipeline.deploy.script, { CI_COMMIT_TAG: "v2.1.0" })).toMatchObject({ status: code, stderr: "" });
    expect(existsSync(join(folder.path, "deployed"))).toBe(code === 0);
  });
});
