import { chmodSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { cacheFolder, trustedFolder } from "../../../server/src/cli/cache/cache-folder.ts";
import { createNodeFileSystem } from "../../../server/src/cli/files/node-file-system.ts";
import { run } from "../../../server/src/cli/run.ts";
import {
  createReleaseDocsService,
  type ReleaseDocsService,
  type ServiceSettings,
} from "../../../server/src/engine/service.ts";
import { type TemporaryFolder, temporaryFolder } from "./temporary-folder.ts";

let folder: TemporaryFolder;
/** Outside of what is checked: what lies there may be believed. */
let caches: TemporaryFolder;
let assessed: string[];
beforeEach(() => {
  assessed = [];
  caches = temporaryFolder();
  folder = temporaryFolder({
    "r/m.release-manifest.yaml": manifest,
    "r/book.md": "# Release Runbook\n\n- **Version**: v1\n\n## Rollback\n\n1. Revert\n\nSee [the plan](plan.txt).\n",
    "r/plan.txt": "",
    "r/notes.md": "# Notes\n",
    "team.schema.json": JSON.stringify({ $schema: "http://json-schema.org/draft-07/schema#", type: "object" }),
    ".release-docs.yaml": "extends: ./base.yaml\n",
    "base.yaml": "rules: { dates/past: off }\n",
  });
});
afterEach(() => {
  folder.remove();
  caches.remove();
});

const manifest = `apiVersion: release-docs/v1
kind: ReleaseManifest
release:
  id: v1
  date: 2026-12-04
  status: approved
  owners: ["@a"]
  runbook: ./book.md
`;

interface Run {
  readonly words?: string;
  /** Where the cache is kept; always the same unless said otherwise. */
  readonly location?: string;
  readonly build?: string;
  readonly today?: string;
}

/** Checks the folder with a cache; answers the report, and notes what was assessed. */
async function check({
  words = "",
  location = join(caches.path, "cache"),
  build = "1",
  today = "2026-12-01",
}: Run = {}): Promise<string> {
  assessed = [];
  let stdout = "";
  const take = (text: string): void => {
    stdout += text;
  };
  const output = { isTerminal: false, write: () => {} };
  const files = createNodeFileSystem();
  await run(
    ["check", "--cache", "--cache-location", location, "--format", "json", ...words.split(" ").filter(Boolean), "r"],
    {
      io: {
        cwd: folder.path,
        environment: {},
        stdout: { ...output, write: take },
        stderr: output,
        readStandardInput: async () => new Uint8Array(),
        today: () => today,
      },
      files,
      build: () => build,
      createService(settings: ServiceSettings): ReleaseDocsService {
        const service = createReleaseDocsService({ files, today: () => today }, settings);
        return {
          ...service,
          assess(uri, text, options) {
            assessed.push(uri.slice(uri.lastIndexOf("/") + 1));
            return service.assess(uri, text, options);
          },
        };
      },
    },
  );
  return stdout;
}

function write(files: Readonly<Record<string, string>>): Run {
  folder.write(files);
  return {};
}

function remove(name: string): Run {
  folder.remove([name]);
  return {};
}

const all = ["book.md", "m.release-manifest.yaml", "notes.md"];

describe("release-docs check --cache", () => {
  it("looks at nothing again that did not change, and tells the same", async () => {
    const first = await check();
    expect(assessed).toEqual(all);
    expect(JSON.parse(first).summary).toMatchObject({ documents: 2, skipped: 1 });
    expect(await check()).toBe(first);
    expect(assessed).toEqual([]);
  });

  it.each<[string, () => Run, readonly string[]]>([
    ["a document's text", () => write({ "r/notes.md": "# Notes\n\nMore\n" }), ["notes.md"]],
    [
      "the text of a linked document",
      () => write({ "r/book.md": "# Release Runbook\n\n- **Version**: v2\n" }),
      ["book.md", "m.release-manifest.yaml"],
    ],
    ["the existence of a linked file", () => remove("r/plan.txt"), ["book.md"]],
    ["the configuration", () => write({ ".release-docs.yaml": "rules: { dates/past: error }\n" }), all],
    ["what the configuration extends", () => write({ "base.yaml": "rules: { '*': off }\n" }), all],
    ["a nearer configuration", () => write({ "r/.release-docs.yaml": "rules: { '*': off }\n" }), all],
    ["the program", () => ({ build: "2" }), all],
    ["the date", () => ({ today: "2026-12-02" }), all],
    ["--now", () => ({ words: "--now 2027-01-01" }), all],
    ["--stage", () => ({ words: "--stage completed" }), all],
    ["--as", () => ({ words: "--as template" }), all],
    ["--kind", () => ({ words: "--kind ReleaseChecklist" }), all],
    ["--config", () => ({ words: "--config base.yaml" }), all],
  ])("looks again after a change of %s", async (_, change, again) => {
    await check();
    const how = change();
    const report = await check(how);
    expect(assessed).toEqual(again);
    expect(report).toBe(await check({ ...how, location: join(caches.path, "other") }));
    expect(assessed).toEqual(all);
  });

  it("looks again after a change of a team's schema", async () => {
    folder.write({
      ".release-docs.yaml":
        "documents: [{ files: 'r/notes.md', schema: ./team.schema.json, kind: ReleaseChecklist }]\n",
    });
    await check();
    await check();
    expect(assessed).toEqual([]);
    folder.write({
      "team.schema.json": JSON.stringify({
        $schema: "http://json-schema.org/draft-07/schema#",
        type: "object",
        required: ["x"],
      }),
    });
    await check();
    expect(assessed).toContain("notes.md");
  });

  it("forgets a cache that is broken", async () => {
    const first = await check();
    const [name = ""] = readdirSync(join(caches.path, "cache"));
    const file = join(caches.path, "cache", name);
    const kept = readFileSync(file, "utf8");
    for (const broken of ["", "[]", kept.slice(0, -40), kept.replaceAll('"findings":[', '"findings":{"a":[')]) {
      writeFileSync(file, broken);
      expect(await check()).toBe(first);
    }
  });

  it("lies where the system keeps the caches of a user, and in no folder that is relative to the working directory", () => {
    const absolute = cacheFolder({ XDG_CACHE_HOME: "/caches", LOCALAPPDATA: "/caches" });
    expect(absolute).toMatch(process.platform === "darwin" ? /Caches.release-docs$/ : /caches.release-docs$/);
    expect(isAbsolute(cacheFolder({ XDG_CACHE_HOME: "caches", LOCALAPPDATA: "caches" }))).toBe(true);
    expect(isAbsolute(cacheFolder({}))).toBe(true);
  });
});

describe("a folder whose cache is believed", () => {
  const trusted = (path: string) => trustedFolder(path, folder.path);

  it("is made for the user alone", () => {
    const path = join(caches.path, "a", "b");
    expect(trusted(path)).toEqual({ folder: path });
    if (process.platform !== "win32") expect(statSync(path).mode & 0o777).toBe(0o700);
    expect(trusted(path)).toEqual({ folder: path });
  });

  it("is none that a pull request writes: below the working directory, in a repository, or behind a link into them", () => {
    caches.write({ "checkout/.git/HEAD": "" });
    symlinkSync(folder.path, join(caches.path, "link"));
    const below = /stands below the working directory/;
    const repository = /stands in a repository/;
    for (const [path, why] of [
      [folder.path, below],
      [join(folder.path, "node_modules", ".cache", "release-docs"), below],
      [join(caches.path, "link"), below],
      [join(caches.path, "link", "deeper", "still"), below],
      [join(caches.path, "checkout", ".cache", "release-docs"), repository],
    ] as const) {
      expect(trusted(path), path).toEqual({ problem: expect.stringMatching(why) });
    }
    expect(readdirSync(folder.path).sort()).toEqual(
      ["base.yaml", "r", "team.schema.json", ".release-docs.yaml"].sort(),
    );
  });

  it.skipIf(process.platform === "win32")("is none that others can write, or that is no folder", () => {
    caches.write({ "open/x": "", file: "" });
    chmodSync(join(caches.path, "open"), 0o777);
    expect(trusted(join(caches.path, "open"))).toEqual({ problem: expect.stringContaining("by other users") });
    expect(trusted(join(caches.path, "file"))).toEqual({ problem: expect.stringContaining("cannot be made") });
    expect(trusted(join(caches.path, "file", "x"))).toEqual({ problem: expect.stringContaining("cannot be made") });
  });
});
