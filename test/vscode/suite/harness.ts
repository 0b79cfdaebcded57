/**
 * A test harness that needs nothing but a console, so that one suite runs in Node and in a web worker alike.
 * Each outcome is one console line that begins with {@link MARK}; `test/vscode/report.mjs` reads them.
 */
const MARK = "[release-docs-test]";

/** Where the suite runs; the runner replaces both constants when it bundles the suite. */
declare const TEST_HOST: "embedded" | "electron" | "web";
declare const TEST_GREP: string;

export const testHost = TEST_HOST;

/** A test that takes longer has hung, unless it says so; this only ends it, nothing waits for it. */
const LIMIT_MS = 30_000;

export type Body = () => void | Promise<void>;

export interface TestOptions {
  /** False skips the test here, e.g. `{ when: testHost !== 'web' }`. */
  readonly when?: boolean;
  /** Milliseconds after which the test has hung, for one that has much to do. */
  readonly limit?: number;
}

/** What the definition of a suite may call. Hooks run in the order given, around each test. */
export interface SuiteBuilder {
  test(name: string, body: Body, options?: TestOptions): void;
  beforeEach(hook: Body): void;
  afterEach(hook: Body): void;
}

interface Test {
  readonly name: string;
  readonly body: Body;
  readonly when: boolean;
  readonly limit: number;
}

export interface Suite {
  readonly name: string;
  readonly tests: readonly Test[];
  readonly before: readonly Body[];
  readonly after: readonly Body[];
}

/** Collects the tests of one file; nothing runs until {@link runSuites}. */
export function suite(name: string, define: (builder: SuiteBuilder) => void): Suite {
  const tests: Test[] = [];
  const before: Body[] = [];
  const after: Body[] = [];
  define({
    test: (title, body, { when = true, limit = LIMIT_MS } = {}) => tests.push({ name: title, body, when, limit }),
    beforeEach: (hook) => before.push(hook),
    afterEach: (hook) => after.push(hook),
  });
  return { name, tests, before, after };
}

/** Runs every test in order, one at a time. Rejects when one fails, which gives the editor its exit code. */
export async function runSuites(suites: readonly Suite[]): Promise<void> {
  const wanted = new RegExp(TEST_GREP, "i");
  let failed = 0;
  for (const { name: suiteName, tests, before, after } of suites) {
    for (const { name: title, body, when, limit } of tests) {
      const name = `${suiteName} › ${title}`;
      if (!wanted.test(name)) continue;
      if (!when) {
        report({ outcome: "skip", name });
        continue;
      }
      const started = Date.now();
      const error = await failureOf([...before, body], after, limit);
      failed += error === undefined ? 0 : 1;
      report({ outcome: error === undefined ? "pass" : "fail", name, ms: Date.now() - started, error });
    }
  }
  report({ outcome: "end" });
  if (failed > 0) throw new Error(`${failed} failed`);
}

/** Runs the steps, then the last ones whatever happened; answers what to print of the first error. */
async function failureOf(steps: readonly Body[], last: readonly Body[], limit: number): Promise<string | undefined> {
  const failures: string[] = [];
  for (const group of [steps, last]) {
    try {
      for (const step of group) await limited(step, limit);
    } catch (error) {
      failures.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
  }
  return failures[0];
}

async function limited(step: Body, limit: number): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hung = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Not done after ${limit / 1000} s`)), limit);
  });
  try {
    await Promise.race([step(), hung]);
  } finally {
    clearTimeout(timer);
  }
}

function report(event: Readonly<Record<string, unknown>>): void {
  console.log(`${MARK}${JSON.stringify(event)}`);
}
