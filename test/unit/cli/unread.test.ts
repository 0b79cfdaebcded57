import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createNodeFileSystem } from "../../../server/src/cli/files/node-file-system.ts";
import { createReleaseDocsService, type ServiceSettings } from "../../../server/src/engine/service.ts";
import { badManifest, goodManifest } from "../../cli/documents.ts";
import { type Called, call } from "./call.ts";
import { git } from "./git.ts";
import { folderForEach } from "./temporary-folder.ts";

const folder = folderForEach();
const inside = (name: string): string => join(folder.path, "checkout", name);
const outside = (name: string): string => join(folder.path, "outside", name);

/** A repository with one document that is Go, and things beside it. */
function checkout(files: Readonly<Record<string, string>> = { "a/release-manifest.yaml": goodManifest }): void {
  for (const [name, text] of Object.entries(files)) folder.write({ [`checkout/${name}`]: text });
  mkdirSync(inside(".git"), { recursive: true });
  folder.write({ "outside/r.yaml": "freeze: []\nword-of-secret: 1\n", "outside/release-manifest.yaml": goodManifest });
}

const run = (...words: readonly string[]): Promise<Called> => {
  const cwd = inside("");
  const createService = (settings: ServiceSettings) =>
    createReleaseDocsService({ files: createNodeFileSystem(cwd), today: () => "2026-12-04" }, settings);
  return call(words, { cwd, createService });
};

interface Page {
  readonly verdict: string;
  readonly shaped: readonly { readonly sentence: string; readonly path?: string }[];
  readonly required: readonly { readonly met: boolean; readonly reasons: readonly string[] }[];
}

async function page(...words: readonly string[]): Promise<Page & { readonly code: number }> {
  const { code, stdout } = await run("verdict", "--format", "json", ...words);
  return { code, ...JSON.parse(stdout) };
}

const left = ({ shaped }: Page): readonly string[] =>
  shaped.flatMap(({ sentence, path }) => (path === undefined ? [] : [`${path}: ${sentence}`]));

describe.skipIf(process.platform === "win32")("a configuration that is there and cannot be read", () => {
  const name = ".release-docs.yaml";
  const link = (target: string): void => symlinkSync(target, inside(name));

  it.each<[string, () => void]>([
    ["a link out of the repository", () => link(outside("r.yaml"))],
    ["a link to nothing", () => link("nowhere.yaml")],
    ["a link to itself", () => link(name)],
    ["a link to a device", () => link("/dev/zero")],
    ["a link to Git's own files", () => link(".git/config")],
    ["a folder", () => mkdirSync(inside(name))],
    ["a pipe", () => execFileSync("mkfifo", [inside(name)])],
    ["no text", () => folder.write({ [`checkout/${name}`]: new Uint8Array([0x61, 0, 0, 0, 0x62, 0, 0, 0]) })],
  ])("is no Go: %s", async (_, make) => {
    checkout();
    folder.write({ "checkout/.git/config": "[word-of-git]\n" });
    expect((await run("verdict")).code).toBe(0);
    make();
    for (const words of [["verdict"], ["check"], ["verdict", "a/release-manifest.yaml"], ["check", "--cache"]]) {
      const { code, stdout, stderr } = await run(...words);
      expect([code, stdout]).toEqual([2, ""]);
      expect(stderr).toMatch(
        /^release-docs: \.release-docs\.yaml(?::1:1)?: This configuration file cannot be read, or is a link/,
      );
      expect(stderr).not.toContain("word-of");
    }
  });

  it("is not passed over where it stands further up", async () => {
    checkout({ "deep/er/release-manifest.yaml": goodManifest });
    symlinkSync(outside("r.yaml"), inside("deep/.release-docs.yaml"));
    const { code, stderr } = await run("verdict", "deep/er/release-manifest.yaml");
    expect(code).toBe(2);
    expect(stderr).toContain("deep/.release-docs.yaml: This configuration file cannot be read");
  });

  it("is read where the link stays in the repository", async () => {
    checkout({ "a/release-manifest.yaml": goodManifest, "ci/r.yaml": "statuses: { approved: draft }\n" });
    symlinkSync("ci/r.yaml", inside(name));
    expect(await page()).toMatchObject({ code: 1, verdict: "not-ready" });
  });
});

describe.skipIf(process.platform === "win32")("a document in whose place stands a link", () => {
  const manifest = "b/release-manifest.yaml";

  it.each<[string, () => string, string]>([
    ["out", () => outside("release-manifest.yaml"), "out of the repository"],
    ["to nothing", () => "nowhere", "to nothing that can be read"],
    ["to a device", () => "/dev/zero", "to what is no regular file"],
    ["to Git's own files", () => "../.git/config", "into a folder that is not looked into"],
  ])("is told: %s", async (_, target, where) => {
    checkout({ "a/release-manifest.yaml": goodManifest, [manifest]: badManifest, ".git/config": "" });
    expect(await page()).toMatchObject({ code: 1, verdict: "no-go" });
    folder.remove([`checkout/${manifest}`]);
    symlinkSync(target(), inside(manifest));
    const sentence = `A link that leads ${where}, and is not followed`;
    expect(left(await page())).toEqual([`${manifest}: ${sentence}`]);
    expect((await run("verdict")).stdout).toContain(sentence);
    expect((await run("check")).stdout).toContain(sentence);
    const [required] = (await page("--require", "*/release-manifest.yaml")).required;
    expect(required).toMatchObject({ met: false, reasons: [`Required: ${manifest}: not judged (${sentence})`] });
  });

  it("is told where the link is one of its folders", async () => {
    checkout();
    symlinkSync(join(folder.path, "outside"), inside("b"));
    symlinkSync("a", inside("c"));
    expect(left(await page())).toEqual([
      "b: A link that leads out of the folder that is looked into, and is not followed",
    ]);
  });

  it("is nobody's concern where it would be no document, or Git does not track it", async () => {
    checkout({ "a/release-manifest.yaml": goodManifest, ".gitignore": "/b.md\n" });
    git(inside(""), "init", "--quiet");
    symlinkSync(outside("r.yaml"), inside("values.json"));
    symlinkSync(outside("r.yaml"), inside("b.md"));
    expect(left(await page())).toEqual([]);
  });
});
