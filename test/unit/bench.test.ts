import { expect, it } from "vitest";
import { createEngine } from "../bench/engine.mjs";
import { filesBeside, nothingToRead } from "../bench/inputs/beside.mjs";
import { manifest } from "../bench/inputs/manifest.mjs";

const uri = "file:///bench/release-manifest.yaml";

it.each([
  ["what stands beside it", filesBeside(uri)],
  ["nothing", nothingToRead],
])("the benchmarks' engine reads their manifest beside %s, and sees its fault", async (_, files) => {
  const engine = await createEngine(files);
  const assessment = await engine.assess(uri, manifest({ lines: 250, fault: true }));
  expect(assessment?.findings.map(({ message }) => message)).toContainEqual(expect.stringContaining("hihg"));
});
