import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { URI } from "vscode-uri";
import { createNodeFileSystem } from "../../../server/src/cli/files/node-file-system.ts";
import { readRegularFile } from "../../../server/src/cli/files/read-regular-file.ts";
import { largestFile } from "../../../server/src/workspace/bounds.ts";
import { folderForEach } from "./temporary-folder.ts";

/** `repo` is a repository, `beside` is none. */
describe("the files of this machine", () => {
  const folder = folderForEach();
  const path = (name: string): string => join(folder.path, name);
  const uri = (name: string): string => URI.file(path(name)).toString();
  const link = (target: string, name: string): void => symlinkSync(target, path(name));
  const prepare = (): ReturnType<typeof createNodeFileSystem> => {
    folder.write({
      "repo/.git/config": "[secret]",
      "repo/a.md": "a",
      "repo/docs/b.md": "b",
      "beside/secret.md": "secret",
      "beside/deep/c.md": "c",
    });
    return createNodeFileSystem(path("repo"));
  };

  it("reads regular files of the repository, also behind a link that stays in it", async () => {
    const files = prepare();
    link("docs", "repo/alias");
    link("../a.md", "repo/docs/also-a.md");
    expect(await files.readText(uri("repo/a.md"))).toBe("a");
    expect(await files.readText(uri("repo/alias/b.md"))).toBe("b");
    expect(await files.readText(uri("repo/docs/also-a.md"))).toBe("a");
    expect(await files.exists(uri("repo/docs/"))).toBe(true);
    expect(await files.rootOf(uri("repo/docs/b.md"))).toBe(uri("repo"));
  });

  it("has no answer behind a link that leads out, whether something is there or not", async () => {
    const files = prepare();
    link("../beside/secret.md", "repo/out.md");
    link("../beside/nothing.md", "repo/nothing.md");
    link("../beside", "repo/out");
    link(".git/config", "repo/config.md");
    link("/", "repo/root");
    link("self", "repo/self");
    for (const name of [
      "repo/out.md",
      "repo/nothing.md",
      "repo/out/secret.md",
      "repo/out/deep/c.md",
      "repo/out/nothing.md",
      "repo/config.md",
      "repo/.git/config",
      "repo/root/etc/passwd",
      "repo/self",
      "repo/a\0.md",
      `repo/${"x".repeat(5000)}.md`,
      `repo/${"x/".repeat(50_000)}y.md`,
    ]) {
      expect([name.slice(0, 40), await files.readText(uri(name)), await files.exists(uri(name))]).toEqual([
        name.slice(0, 40),
        undefined,
        false,
      ]);
    }
  });

  it("takes no repository that a link leads to for one of its own", async () => {
    const files = prepare();
    folder.write({ "other/.git/HEAD": "", "other/secret.md": "secret" });
    link("../other", "repo/other");
    expect(await files.readText(uri("repo/other/secret.md"))).toBeUndefined();
  });

  it("waits for no pipe and reads no device", async () => {
    const files = prepare();
    execFileSync("mkfifo", [path("repo/pipe.md")]);
    link("/dev/zero", "repo/zero.md");
    mkdirSync(path("repo/folder.md"));
    for (const name of ["repo/pipe.md", "repo/zero.md", "repo/folder.md"])
      expect(await files.readText(uri(name))).toBeUndefined();
    expect(() => readRegularFile(path("repo/pipe.md"))).toThrow("is no regular file");
    expect(() => readRegularFile(path("repo/zero.md"))).toThrow("is no regular file");
    expect(() => readRegularFile(path("repo/folder.md"))).toThrow("is a folder");
  });

  it("reads no file that is too large", async () => {
    const files = prepare();
    truncateSync(path("repo/a.md"), largestFile + 1);
    expect(await files.readText(uri("repo/a.md"))).toBeUndefined();
    expect(() => readRegularFile(path("repo/a.md"))).toThrow("is larger than 64 MB");
  });

  it("outside of a repository, holds together what stands below the working directory, or else in one folder", async () => {
    prepare();
    const here = createNodeFileSystem(path("beside"));
    expect(await here.rootOf(uri("beside/deep/c.md"))).toBe(uri("beside"));
    const elsewhere = createNodeFileSystem("/");
    expect(await elsewhere.rootOf(uri("beside/deep/c.md"))).toBe(uri("beside/deep"));
    link("../secret.md", "beside/deep/up.md");
    expect(await here.readText(uri("beside/deep/up.md"))).toBe("secret");
    expect(await elsewhere.readText(uri("beside/deep/up.md"))).toBeUndefined();
  });
});
