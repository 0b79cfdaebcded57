import { chmodSync, existsSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { folderForEach } from "../unit/cli/temporary-folder.ts";
import { callsIn, command, isBuilt, releaseDocs } from "./command.ts";
import { badManifest, goodManifest } from "./documents.ts";

const shared = fileURLToPath(new URL("../../../shared", import.meta.url));
if (!existsSync(shared)) console.log("the shared documents are skipped: there is no ../shared");

const folder = folderForEach();

const here = callsIn(folder);

describe.skipIf(!isBuilt)("release-docs check", () => {
  it("answers 0 and sums up for a manifest that is Go", async () => {
    folder.write({ "v2.release-manifest.yaml": goodManifest });
    const { code, stdout, stderr } = await here("check --now 2026-12-01");
    expect([stderr, stdout, code]).toEqual(["", expect.stringMatching(/Verdict: Go\.\n$/), 0]);
    expect((await here("verdict --now 2026-12-01")).code).toBe(0);
  });

  it("answers 1 with findings at their places for one that is not", async () => {
    folder.write({ "v2.release-manifest.yaml": badManifest });
    const { code, stdout } = await here("check --format json --now 2026-12-01");
    expect(code).toBe(1);
    const report = JSON.parse(stdout);
    expect(report.summary.verdict).toBe("no-go");
    expect(report.documents[0].findings).toContainEqual(
      expect.objectContaining({ rule: "rollback/missing-step", severity: "error", line: 16 }),
    );
    const verdict = await here("verdict --format json --now 2026-12-01");
    expect(verdict.code).toBe(1);
    expect(JSON.parse(verdict.stdout).documents[0].blockers.length).toBeGreaterThan(1);
  });

  it("reads standard input", async () => {
    const stdin = badManifest;
    const { code, stdout } = await here("check - --stdin-filepath ops/v2.release-manifest.yaml", { stdin });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^ops\/v2\.release-manifest\.yaml\n {2}/);
    expect((await here("check -", { stdin })).stdout).toMatch(/^<stdin>\n/);
    expect((await here("check -", { stdin: "# Notes\n" })).stdout).toBe("No release document among 1 file.\n");
    expect((await here("check -", { stdin: new Uint8Array([0, 1, 2]) })).stderr).toBe(
      "release-docs: standard input: is a binary file\n",
    );
  });

  it("colours where it is wanted", async () => {
    folder.write({ "v2.release-manifest.yaml": badManifest });
    expect((await here("check")).stdout).not.toContain("\u001B");
    expect((await here("check --color")).stdout).toContain("\u001B[31m");
    expect((await here("check", { environment: { FORCE_COLOR: "1" } })).stdout).toContain("\u001B[31m");
    expect((await here("check", { environment: { FORCE_COLOR: "1", NO_COLOR: "1" } })).stdout).not.toContain("\u001B");
  });

  it("obeys the nearest configuration, and the one it is given", async () => {
    folder.write({
      "v2.release-manifest.yaml": badManifest,
      ".release-docs.yaml": "rules: { '*': off }\n",
      "strict.yaml": "rules: { '*': error }\n",
    });
    const { stdout } = await here("check");
    expect(stdout).toMatch(/\n1 document checked: nothing found\. Verdict: No-Go\.\n$/);
    expect(stdout).toContain(
      "  - gates/unchecked is switched off: 1 blocker all the same (rules in .release-docs.yaml:1)",
    );
    expect((await here("check")).code).toBe(0);
    expect((await here("check --config strict.yaml")).code).toBe(1);
  });

  it("says what it may not read", async (test) => {
    if (process.platform === "win32") return test.skip();
    folder.write({ "secret.md": "# Release Runbook\n", "locked/a.md": "", "open.md": "# Notes\n" });
    chmodSync(join(folder.path, "secret.md"), 0);
    chmodSync(join(folder.path, "locked"), 0);
    chmodSync(folder.path, 0o755);
    const program = join(folder.path, "cli.js");
    const bundled = dirname(command);
    for (const name of readdirSync(bundled).filter((file) => file.endsWith(".js"))) {
      folder.write({ [name]: readFileSync(join(bundled, name)) });
    }
    const uid = process.getuid?.() === 0 ? { uid: 65534 } : {};
    const { code, stdout, stderr } = await here("check", { program, ...uid });
    chmodSync(join(folder.path, "locked"), 0o755);
    expect(stderr.trimEnd().split("\n").sort()).toEqual([
      "release-docs: locked: permission denied",
      "release-docs: secret.md: permission denied",
    ]);
    expect(stdout).toBe(
      [
        "What shaped this verdict:",
        "  - No Go without what was not read: locked: permission denied",
        "  - No Go without what was not read: secret.md: permission denied",
        "",
        "No release document among 1 file.",
        "",
      ].join("\n"),
    );
    expect(code).toBe(2);
  });

  it("ends in a tree whose links go round", async () => {
    folder.write({ "a/v2.release-manifest.yaml": goodManifest });
    symlinkSync("..", join(folder.path, "a", "up"));
    expect((await here("check --format json --now 2026-12-01")).code).toBe(0);
  });

  it.skipIf(!existsSync(shared))("speaks of our documents in the shared inputs, and of no other", async () => {
    for (const name of ["seeds", "corpus"]) {
      const { code, stdout, stderr } = await releaseDocs(["check", join(shared, name), "--format", "json"], {
        cwd: folder.path,
      });
      expect(stderr).toBe("");
      expect(code).toBeLessThan(2);
      const kinds = JSON.parse(stdout).documents.map(
        ({ path, kind }: { path: string; kind: string }) => `${path.replace(/^.*\//, "")} ${kind}`,
      );
      expect(kinds.filter((line: string) => line.startsWith("README.md"))).toEqual([]);
    }
  });
});
