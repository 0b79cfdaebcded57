import fc from "fast-check";
import { expect, test } from "vitest";

import { anySlug, slug } from "../../../server/src/text/values/slug.ts";

test("the short way gives the same slug", () => {
  const characters = fc.constantFrom(..."abZ019 .-_()&/',+:![]*🚨é");
  fc.assert(
    fc.property(
      fc.array(characters).map((all) => all.join("")),
      (title) => {
        expect(slug(title)).toBe(anySlug(title));
      },
    ),
    { numRuns: 3000 },
  );
});

test("an emoji of several characters leaves nothing behind", () => {
  expect(slug("🛡️ 5. Quality Gates")).toBe("quality-gates");
});
