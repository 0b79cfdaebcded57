import { expect, it } from "vitest";
import { changeBetween } from "../../server/src/text/change-between.ts";
import { splitAgain } from "../../server/src/text/yaml/split-again.ts";
import { splitParts } from "../../server/src/text/yaml/split-parts.ts";
import { sample } from "../unit/yaml/sample.ts";
import { Writer } from "./edits.ts";
import { long } from "./long-manifest.ts";
import { createRandom } from "./random.ts";

const edits = 10 * Number(process.env.RANDOM_EDITS ?? 2_000);
const seed = Number(process.env.RANDOM_SEED ?? 20_261_204);
const sitting = 60;

it("splits around a change as the whole text is split", () => {
  const random = createRandom(seed);
  let writer = new Writer(random, "yaml", long);
  let pieces = splitParts(long);
  let quick = 0;
  for (let edit = 0; edit < edits; edit++) {
    if (edit % sitting === 0)
      writer = new Writer(random, "yaml", random.pick([long, sample, long.replaceAll("\n", "\r\n")]));
    const before = writer.text;
    if (edit % sitting === 0) pieces = splitParts(before);
    writer.edit();
    const afresh = splitParts(writer.text);
    const again =
      pieces[0]?.form === "whole" ? undefined : splitAgain(writer.text, pieces, changeBetween(before, writer.text));
    if (again !== undefined) {
      quick++;
      if (JSON.stringify(again) !== JSON.stringify(afresh)) {
        expect(
          again,
          `edit ${edit} (${writer.last}) from ${JSON.stringify(before)} to ${JSON.stringify(writer.text)}`,
        ).toEqual(afresh);
      }
    }
    pieces = afresh;
  }
  console.log(`${edits} edits, ${quick} of them split around the change, no difference`);
  expect(quick).toBeGreaterThan(edits / 20);
});
