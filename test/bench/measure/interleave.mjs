import { median, percentile95 } from "./statistics.mjs";

/**
 * Measures several sides in turn, in one run, so that what the machine does meanwhile falls on all of them: each round takes
 * every side once, and another one first.
 *
 * A side does its work once per call of `work` and waits for its end; what `prepare` makes for it is not counted. With
 * `strokes` it works that often per round, each time a sample but the first: that one finds the processor's caches full of
 * the other side's work, as no editor would.
 *
 * @template {string} Name
 * @param {Record<Name, { prepare?: () => unknown, work: (prepared: any) => unknown }>} sides
 * @param {{ rounds: number, warmUp?: number, strokes?: number, mostSeconds?: number }} extent
 *   `mostSeconds`: begin no further round after that long, once three are done.
 * @returns {Promise<Record<Name, { median: number, p95: number, samples: number }>>} in milliseconds
 */
export async function interleave(sides, { rounds, warmUp = 3, strokes = 1, mostSeconds = 60 }) {
  const names = Object.keys(sides);
  const samples = Object.fromEntries(names.map((name) => [name, []]));
  for (const name of names) for (let call = 0; call < warmUp * strokes; call++) await timed(sides[name]);
  const start = performance.now();
  for (let round = 0; round < rounds; round++) {
    if (round >= 3 && performance.now() - start > mostSeconds * 1000) break;
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(round + turn) % names.length];
      for (let stroke = 0; stroke < strokes; stroke++) {
        const time = await timed(sides[name]);
        if (stroke > 0 || strokes === 1) samples[name].push(time);
      }
    }
  }
  return Object.fromEntries(
    names.map((name) => {
      const taken = samples[name];
      return [name, { median: median(taken), p95: percentile95(taken), samples: taken.length }];
    }),
  );
}

async function timed({ prepare, work }) {
  const prepared = await prepare?.();
  const start = performance.now();
  await work(prepared);
  return performance.now() - start;
}
