import { describe, expect, it } from "vitest";
import { hostileDocument, hostilePieces, hostileShapes } from "./hostile-shapes.ts";
import { createRandom, type Random } from "./random.ts";
import { tryEverything } from "./try-everything.ts";

/**
 * A short run is for what throws; it tries a few shapes in the size that counts, each once the slowest of its kind.
 * HOSTILE_SIZE=100000 tries all of them in that size, and takes half an hour: for what is slow.
 * HOSTILE_ONLY=words picks shapes by name, HOSTILE_MIXES says how many mixes, HOSTILE_SEED repeats them, HOSTILE_ROWS tells more.
 */
const size = Number(process.env.HOSTILE_SIZE ?? 500);
const only = process.env.HOSTILE_ONLY ?? "";
const mixes = Number(process.env.HOSTILE_MIXES ?? 4);
/** What a walk per finding, or a list searched per item, makes take more than ten seconds. */
const large = ["md: links", "yaml: keys of keys", "yaml: gates of one name", "yaml: a flow of items"];
const seed = Number(process.env.HOSTILE_SEED ?? 20_261_204);
/** No aim but a net, in milliseconds of processor time: beyond it something grows faster than the text. */
const net = 10_000;

interface Taken {
  readonly shape: string;
  readonly what: string;
  readonly milliseconds: number;
}

const shapes = hostileShapes.filter(({ name }) => name.includes(only));
const slowest: Taken[] = [];

/** Tries everything with a text; answers what took too long. */
async function tried(shape: string, file: string, text: string, thorough: boolean): Promise<readonly Taken[]> {
  const taken: Taken[] = [];
  await tryEverything(file, text, (what, milliseconds) => taken.push({ shape, what, milliseconds }), thorough);
  for (const each of taken) slowest.push(each);
  slowest.sort((a, b) => b.milliseconds - a.milliseconds);
  slowest.length = Math.min(slowest.length, 60);
  return taken.filter(({ milliseconds }) => milliseconds > net);
}

function mixed(random: Random, format: "markdown" | "yaml"): string {
  const [first = "", ...others] = hostilePieces[format];
  let text = "";
  while (text.length < size) {
    const unit = random.pick([first, ...others]);
    const times = random.pick([1, 1, 2, 5, 50, 400]);
    for (let index = 0; index < times; index++) text += typeof unit === "string" ? unit : unit(index);
    if (random.below(3) === 0) text += random.pick(["\n", "\n\n", " ", "- [ ] ", "| ", "```\n", "# ", "  "]);
  }
  return hostileDocument(format, text);
}

const forever = { timeout: 24 * 60 * 60 * 1_000 };

describe(`hostile texts of ${size} characters: nothing throws, nothing is slow by content`, () => {
  it.each(shapes)("$name", forever, async ({ name, file, text }) => {
    expect(await tried(name, file, text(size), size > 5_000)).toEqual([]);
  });

  const alsoLarge = size > 5_000 ? [] : shapes.filter(({ name }) => large.includes(name));
  it.each(alsoLarge)("$name, 100000 characters of it", forever, async ({ name, file, text }) => {
    expect(await tried(`${name}, large`, file, text(100_000), false)).toEqual([]);
  });

  it("random mixes", forever, async () => {
    const random = createRandom(seed);
    for (let count = 0; count < mixes; count++) {
      const format = count % 2 === 0 ? "markdown" : "yaml";
      const text = mixed(random, format);
      const file = format === "yaml" ? "release-manifest.yaml" : "runbook.md";
      expect(await tried(`mix ${count} of seed ${seed}`, file, text, size > 5_000)).toEqual([]);
    }
  });

  it("the ten slowest", () => {
    const rows = slowest.slice(0, Number(process.env.HOSTILE_ROWS ?? 10));
    console.log(
      rows.map(({ shape, what, milliseconds }) => `${Math.round(milliseconds)} ms  ${shape}  ${what}`).join("\n"),
    );
    expect(rows.length).toBeGreaterThan(0);
  });
});
