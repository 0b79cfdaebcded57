import type { Reporter } from "../reporter.ts";

/** The report as it is, for programs. */
export const json: Reporter<object> = {
  name: "json",
  render: (report) => `${JSON.stringify(report, undefined, 2)}\n`,
};
