import { expect, test } from "vitest";
import { Apart } from "../../../server/src/text/apart.ts";
import type { Span } from "../../../server/src/text/place.ts";
import { createRandom } from "../../fuzz/random.ts";

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

test("spans are taken where none of those before is met, and told in order", () => {
  const random = createRandom(7);
  for (let round = 0; round < 200; round++) {
    const apart = new Apart<Span>(overlap);
    const taken: Span[] = [];
    for (let count = 0; count < 40; count++) {
      const start = random.below(60);
      const span = { start, end: start + 1 + random.below(4) };
      const isFree = !taken.some((other) => overlap(other, span));
      expect(apart.take([span])).toBe(isFree);
      if (isFree) taken.push(span);
    }
    const inOrder = taken.toSorted((a, b) => a.start - b.start);
    expect(apart.inOrder).toEqual(inOrder);
    const window = { start: 10, end: 40 };
    expect(apart.within(window)).toEqual(
      inOrder.filter(({ start, end }) => window.start <= start && end <= window.end),
    );
  }
});

test("of several spans all are taken, or none", () => {
  const apart = new Apart<Span>(overlap);
  expect(apart.take([{ start: 0, end: 2 }])).toBe(true);
  expect(
    apart.take([
      { start: 5, end: 6 },
      { start: 1, end: 3 },
    ]),
  ).toBe(false);
  expect(apart.inOrder).toHaveLength(1);
});
