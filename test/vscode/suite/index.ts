import { examplesSuite } from "./examples.test.ts";
import { runSuites } from "./harness.ts";
import { hostSuite } from "./host.test.ts";

/** Every suite, in the order they run. */
const SUITES = [hostSuite, examplesSuite];

/** What the editor calls once it has loaded this module as its tests. */
export const run = (): Promise<void> => runSuites(SUITES);
