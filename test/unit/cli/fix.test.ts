import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createNodeFileSystem } from "../../../server/src/cli/files/node-file-system.ts";
import { replaceFile } from "../../../server/src/cli/fix/replace-file.ts";
import { createReleaseDocsService, type ReleaseDocsService } from "../../../server/src/engine/service.ts";
import { type Called, call } from "./call.ts";
import { folderForEach } from "./temporary-folder.ts";

const createService = () => createReleaseDocsService({ files: createNodeFileSystem(), today: () => "2026-12-04" });

const folder = folderForEach();

const here = (words: string, service: () => ReleaseDocsService = createService): Promise<Called> =>
  call(words.split(" "), { cwd: folder.path, createService: service });
const text = (path: string): string => readFileSync(join(folder.path, path), "utf8");

/** Three values that YAML reads as something else. */
const unquoted = `apiVersion: release-docs/v1
kind: ReleaseManifest
release:
  id: v1
  date: 2026-12-04
  status: approved
  owners: ["@a"]
scope:
  - id: #1235
    owner: @bob
`;

describe("release-docs check --fix", () => {
  it("repairs what is certain until nothing is left, and says so", async () => {
    folder.write({ "m.release-manifest.yaml": unquoted, "fine.md": "# Notes\n" });
    const { stderr, stdout } = await here("check --fix --format json .");
    expect(text("m.release-manifest.yaml")).toContain('  - id: "#1235"\n    owner: "@bob"\n');
    expect(stderr).toMatch(/^m\.release-manifest\.yaml:\d+: fixed: .* \(syntax\/unquoted\)\n/);
    expect(stderr).toMatch(/\n2 findings fixed\n$/);
    expect(JSON.parse(stdout).documents[0].findings.map(({ rule }: { rule: string }) => rule)).not.toContain(
      "syntax/unquoted",
    );
    const once = text("m.release-manifest.yaml");
    expect((await here("check --fix .")).stderr).toBe("");
    expect(text("m.release-manifest.yaml")).toBe(once);
    expect(readdirSync(folder.path).sort()).toEqual(["fine.md", "m.release-manifest.yaml"]);
  });

  it("leaves line breaks, the byte order mark, the mode and a link as they are", async () => {
    folder.write({ "m.yaml": `\uFEFF${unquoted.replaceAll("\n", "\r\n")}` });
    chmodSync(join(folder.path, "m.yaml"), 0o640);
    symlinkSync("m.yaml", join(folder.path, "link.yaml"));
    await here("check --fix link.yaml");
    expect(text("m.yaml")).toMatch(/^\uFEFFapiVersion/);
    expect(text("m.yaml").replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(text("m.yaml")).toContain('owner: "@bob"');
    expect(statSync(join(folder.path, "m.yaml")).mode & 0o777).toBe(0o640);
    expect(lstatSync(join(folder.path, "link.yaml")).isSymbolicLink()).toBe(true);
  });

  it("does not touch a file that changed meanwhile", async () => {
    folder.write({ "m.yaml": unquoted });
    const changing = (): ReleaseDocsService => {
      const service = createService();
      return {
        ...service,
        edit(document, intention) {
          folder.write({ "m.yaml": "kind: other\n" });
          return service.edit(document, intention);
        },
      };
    };
    const { code, stderr } = await here("check --fix m.yaml", changing);
    expect(stderr).toContain("release-docs: m.yaml: changed meanwhile; not fixed\n");
    expect(code).toBe(1);
    expect(text("m.yaml")).toBe("kind: other\n");
    expect(readdirSync(folder.path)).toEqual(["m.yaml"]);
  });

  it("refuses standard input", async () => {
    expect((await here("check --fix -")).stderr).toBe("release-docs: --fix writes files; standard input is none\n");
  });

  it("replaces a file at once or not at all", async () => {
    folder.write({ "a.md": "one" });
    const file = join(folder.path, "a.md");
    expect(await replaceFile(file, "two", "three")).toBe(false);
    expect(await replaceFile(file, "one", "two")).toBe(true);
    expect(text("a.md")).toBe("two");
    await expect(replaceFile(join(folder.path, "none.md"), "", "")).rejects.toThrow("ENOENT");
  });
});
