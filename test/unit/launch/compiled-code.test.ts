import { readdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CompiledCode } from "../../../server/src/launch/compiled-code.ts";
import { temporaryFolder } from "../cli/temporary-folder.ts";

const hashes = { main: "a".repeat(64), part: "b".repeat(64) };
const main = `const { word } = require("./part.js"); exports.say = () => word + require("node:path").sep + __filename.length;`;

describe("compiled code", () => {
  let folder: ReturnType<typeof temporaryFolder>;

  beforeEach(() => {
    folder = temporaryFolder({ "main.js": main, "part.js": 'exports.word = "one";', "kept/.keep": "" });
  });
  afterEach(() => folder.remove());

  const kept = (): string[] =>
    readdirSync(join(folder.path, "kept"))
      .filter((name) => name !== ".keep")
      .sort();
  const codeOf = (bundles: Readonly<Record<string, string>> = hashes): CompiledCode =>
    new CompiledCode({
      folder: join(folder.path, "kept"),
      require: createRequire(join(folder.path, "start.js")),
      hashes: bundles,
    });
  const run = (code: CompiledCode): unknown => {
    const loaded = code.load("./main.js");
    return typeof loaded === "object" && loaded !== null && "say" in loaded && typeof loaded.say === "function"
      ? loaded.say()
      : undefined;
  };
  const said = (word: string): string => word + join("a", "b").charAt(1) + join(folder.path, "main.js").length;

  it("is kept of each bundle, and not written again by the next start", () => {
    const first = codeOf();
    expect(run(first)).toBe(said("one"));
    expect(kept()).toEqual([]);
    first.keep();
    expect(kept()).toEqual(["release-docs-main", "release-docs-part"]);

    const second = codeOf();
    expect(run(second)).toBe(said("one"));
    rmSync(join(folder.path, "kept", "release-docs-main"));
    second.keep();
    expect(kept()).toEqual(["release-docs-part"]);
  });

  it("loads a bundle once", () => {
    const code = codeOf();
    expect(code.load("./part.js")).toBe(code.load("./part.js"));
  });

  it("is not that of another bundle of the same name and length", () => {
    const first = codeOf();
    run(first);
    first.keep();
    folder.write({ "part.js": 'exports.word = "two";' });
    const second = codeOf({ ...hashes, part: "c".repeat(64) });
    expect(run(second)).toBe(said("two"));
    second.keep();
    expect(readFileSync(join(folder.path, "kept", "release-docs-part"), "latin1").slice(0, 64)).toBe("c".repeat(64));
  });

  it("is made again where what was kept is damaged", () => {
    const damaged = hashes.main + "0".repeat(608);
    // Another source than that of the other tests: one that this process compiled before is not looked up.
    folder.write({ "main.js": `${main} // damaged`, "kept/release-docs-main": damaged });
    const code = codeOf();
    expect(run(code)).toBe(said("one"));
    code.keep();
    expect(readFileSync(join(folder.path, "kept", "release-docs-main"), "latin1")).not.toBe(damaged);
  });

  it("needs no folder that can be written to", () => {
    rmSync(join(folder.path, "kept"), { recursive: true });
    const code = codeOf();
    expect(run(code)).toBe(said("one"));
    expect(() => code.keep()).not.toThrow();
  });
});
