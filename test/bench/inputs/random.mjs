/**
 * A small deterministic source of randomness (mulberry32): the same seed gives the same inputs on every machine.
 *
 * @param {number} seed
 */
export function createRandom(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return {
    /** A whole number from `least` to `most`, both included. */
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    /** One of the items. */
    pick: (items) => items[Math.floor(next() * items.length)],
    /** True in this share of the calls. */
    chance: (share) => next() < share,
  };
}
