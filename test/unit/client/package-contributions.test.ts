import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { commandIds } from "../../../client/src/command-ids.ts";

const root = new URL("../../../", import.meta.url);
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, root), "utf8"));

describe("what the extension contributes", () => {
  it("names each command that the client registers, and no other", () => {
    expect(read("package.json")).toMatchObject({
      contributes: { commands: Object.values(commandIds).map((command) => ({ command })) },
    });
  });

  it.each(["release-manifest", "release-docs.markdown-injection"])("has a readable grammar %s", (name) => {
    expect(read(`syntaxes/${name}.tmLanguage.json`)).toHaveProperty("scopeName");
  });
});
