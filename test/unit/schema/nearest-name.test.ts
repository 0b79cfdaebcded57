import { expect, test } from "vitest";
import { nearestName } from "../../../server/src/schema/nearest-name.ts";

const names = ["status", "owners", "previousVersion", "id", "date", "abortWhen"];

test.each([
  ["stauts", "status"],
  ["owner", "owners"],
  ["previous-version", "previousVersion"],
  ["previousversion", "previousVersion"],
  ["Id", "id"],
  ["dat", "date"],
  ["abort_when", "abortWhen"],
])("%s means %s", (written, meant) => {
  expect(nearestName(written, names)).toBe(meant);
});

test.each(["x", "colour", "", "…", "a".repeat(500)])("nothing is near %s", (written) => {
  expect(nearestName(written, names)).toBeUndefined();
});
