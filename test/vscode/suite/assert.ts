/** The few assertions the suite needs, for hosts without `node:assert`. Each throws what it found. */
export const assert = {
  ok(value: unknown, message = "expected a truthy value"): asserts value {
    if (!value) throw new Error(`${message}, got ${show(value)}`);
  },

  /** Strict equality, `Object.is`. */
  equal<T>(actual: T, expected: T, message = "not equal"): void {
    if (!Object.is(actual, expected)) throw new Error(differing(message, actual, expected));
  },

  /** Equality of plain values by their JSON form; keys in any order. */
  deepEqual<T>(actual: T, expected: T, message = "not deeply equal"): void {
    if (show(actual) !== show(expected)) throw new Error(differing(message, actual, expected));
  },

  match(actual: string, expected: RegExp, message = "no match"): void {
    if (!expected.test(actual)) throw new Error(differing(message, actual, String(expected)));
  },

  async rejects(promise: PromiseLike<unknown>, expected: RegExp): Promise<void> {
    const outcome = await Promise.resolve(promise).then(
      () => undefined,
      (error: unknown) => ({ text: String(error) }),
    );
    if (!outcome) throw new Error(`expected a rejection like ${expected}`);
    assert.match(outcome.text, expected, "rejected otherwise");
  },
} as const;

function differing(message: string, actual: unknown, expected: unknown): string {
  return `${message}\n  expected: ${show(expected)}\n  actual:   ${show(actual)}`;
}

/** JSON with sorted keys; `undefined` is told from `null` and from a missing key. */
function show(value: unknown): string {
  return (
    JSON.stringify(
      value,
      (_key, inner: unknown) => {
        if (inner === undefined) return "\u0000undefined";
        if (typeof inner !== "object" || inner === null || Array.isArray(inner)) return inner;
        return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)));
      },
      2,
    ) ?? String(value)
  ).replaceAll('"\\u0000undefined"', "undefined");
}
