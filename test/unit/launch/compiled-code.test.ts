import { readdirSync, readFileSync, rmSync, utimesSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CompiledCode } from "../../../server/src/launch/compiled-code.ts";
import { temporaryFolder } from "../cli/temporary-folder.ts";

const hashes = { main: "a".repeat(64), part: "b".repeat(64) };
const mainFile = `release-docs-main-${hashes.main}`;
const partFile = `release-docs-part-${hashes.part}`;
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
    expect(kept()).toEqual([mainFile, partFile]);

    const second = codeOf();
    expect(run(second)).toBe(said("one"));
    rmSync(join(folder.path, "kept", mainFile));
    second.keep();
    expect(kept()).toEqual([partFile]);
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
    expect(kept()).toEqual([mainFile, partFile, `release-docs-part-${"c".repeat(64)}`]);
  });

  it("is made again where what was kept is damaged", () => {
    const damaged = "0".repeat(608);
    // Another source than that of the other tests: one that this process compiled before is not looked up.
    folder.write({ "main.js": `${main} // damaged`, [`kept/${mainFile}`]: damaged });
    const code = codeOf();
    expect(run(code)).toBe(said("one"));
    code.keep();
    expect(readFileSync(join(folder.path, "kept", mainFile), "latin1")).not.toBe(damaged);
  });

  it("goes after a month, when other code is kept, and nothing else goes", () => {
    const old = "release-docs-main-of-an-old-version";
    folder.write({ [`kept/${old}`]: "", "kept/of-node": "" });
    const twoMonthsAgo = Date.now() / 1000 - 60 * 24 * 60 * 60;
    for (const name of [old, "of-node"]) utimesSync(join(folder.path, "kept", name), twoMonthsAgo, twoMonthsAgo);
    const code = codeOf();
    run(code);
    code.keep();
    expect(kept()).toEqual(["of-node", mainFile, partFile].sort());
  });

  it("needs no folder that can be written to", () => {
    rmSync(join(folder.path, "kept"), { recursive: true });
    const code = codeOf();
    expect(run(code)).toBe(said("one"));
    expect(() => code.keep()).not.toThrow();
  });
});
