import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { beforeAll, describe, expect, it } from "vitest";
import { writeTextFile } from "../../../server/src/cli/files/write-text-file.ts";
import { writeWhole } from "../../../server/src/cli/files/write-whole.ts";
import { folderForEach } from "./temporary-folder.ts";

const folder = folderForEach();
const path = (name: string): string => join(folder.path, name);
const text = (name: string): string => readFileSync(path(name), "utf8");
let source = "";

beforeAll(async () => {
  const entry = fileURLToPath(new URL("../../../server/src/cli/files/write-whole.ts", import.meta.url));
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    platform: "node",
    format: "cjs",
  });
  source = outputFiles[0]?.text ?? "";
});

/** A process that stands between the writing of a text and its placing. */
async function writerThatWaits(file: string): Promise<ChildProcess> {
  folder.write({
    "code/write-whole.cjs": source,
    "code/write.cjs": `require("./write-whole.cjs").writeWhole(process.argv[2], "new", {
  still: () => new Promise(() => { process.send("written"); setInterval(() => {}, 1000); }),
});`,
  });
  const child = spawn(process.execPath, [path("code/write.cjs"), file], {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  await once(child, "message");
  return child;
}

describe.skipIf(process.platform === "win32")("a file is written whole or not at all", () => {
  it("also when the process is killed; what is left over is gone the next time", async () => {
    folder.write({ "docs/a.md": "old" });
    const child = await writerThatWaits(path("docs/a.md"));
    child.kill("SIGKILL");
    await once(child, "exit");
    expect(text("docs/a.md")).toBe("old");
    expect(readdirSync(path("docs")).length).toBe(2);
    expect(await writeWhole(path("docs/b.md"), "other")).toBe(true);
    expect(readdirSync(path("docs"))).toEqual(["a.md", "b.md"]);
  });

  it("leaves alone what a running process writes, one of another machine wrote, and what is not ours", async () => {
    folder.write({ "docs/a.md": "old" });
    const child = await writerThatWaits(path("docs/a.md"));
    folder.write({
      "docs/.release-docs-elsewhere-1-x.tmp": "",
      "docs/mine.tmp": "",
      [`docs/.release-docs-${hostname()}-${child.pid}.md`]: "",
    });
    await writeWhole(path("docs/b.md"), "other");
    expect(readdirSync(path("docs")).length).toBe(6);
    child.kill("SIGKILL");
    await once(child, "exit");
    await writeWhole(path("docs/b.md"), "again");
    expect(readdirSync(path("docs")).length).toBe(5);
  });

  it("keeps mode and links, and makes the folders", async () => {
    folder.write({ "real/a.md": "old" });
    chmodSync(path("real/a.md"), 0o640);
    symlinkSync("real/a.md", path("link.md"));
    symlinkSync("real", path("linked"));
    await writeWhole(path("link.md"), "new", { within: folder.path });
    expect([text("real/a.md"), readlinkSync(path("link.md"))]).toEqual(["new", "real/a.md"]);
    expect(statSync(path("real/a.md")).mode & 0o777).toBe(0o640);
    await writeWhole(path("linked/x/y/b.md"), "b", { within: folder.path });
    expect(text("real/x/y/b.md")).toBe("b");
  });

  it("a new file is never one that stands there, whatever it is", async () => {
    folder.write({ "a.md": "old" });
    symlinkSync("nowhere", path("dangling.md"));
    mkdirSync(path("folder.md"));
    for (const name of ["a.md", "dangling.md", "folder.md"])
      await expect(writeWhole(path(name), "new", { isNew: true })).rejects.toThrow("EEXIST");
    expect(text("a.md")).toBe("old");
    expect(lstatSync(path("dangling.md")).isSymbolicLink()).toBe(true);
    await writeWhole(path("b.md"), "new", { isNew: true });
    expect([text("b.md"), statSync(path("b.md")).nlink]).toEqual(["new", 1]);
  });

  it("of two that write the same new file, one does", async () => {
    const both = await Promise.allSettled(["1", "2"].map((put) => writeWhole(path("a.md"), put, { isNew: true })));
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(readdirSync(folder.path)).toEqual(["a.md"]);
  });

  it.each(["out.sarif", "reports/out.sarif", "reports/a/b/out.sarif"])(
    "no link leads %s out of the repository",
    async (name) => {
      folder.write({ "outside/out.sarif": "theirs", "repository/.git/HEAD": "ref: refs/heads/main\n" });
      symlinkSync("../outside/out.sarif", path("repository/out.sarif"));
      symlinkSync("../outside", path("repository/reports"));
      await expect(writeTextFile(name, "ours", path("repository"))).rejects.toThrow(
        `${name}: a link leads out of the repository; name the file itself`,
      );
      expect([text("outside/out.sarif"), readdirSync(path("outside"))]).toEqual(["theirs", ["out.sarif"]]);
      await writeTextFile("../outside/out.sarif", "ours", path("repository"));
      expect(text("outside/out.sarif")).toBe("ours");
    },
  );

  it("a pipe and a device are written to as they are", async () => {
    execFileSync("mkfifo", [path("pipe")]);
    const reading = spawn("cat", [path("pipe")]);
    const read = once(reading.stdout, "data");
    await writeTextFile(path("pipe"), "through", folder.path);
    expect(String(await read)).toBe("through");
    await writeTextFile("/dev/null", "gone", folder.path);
    expect(statSync("/dev/null").isCharacterDevice()).toBe(true);
    expect(existsSync(path("pipe"))).toBe(true);
  });
});
