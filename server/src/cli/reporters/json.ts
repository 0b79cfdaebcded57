import type { Reporter } from "../reporter.ts";

/** The report as it is, for programs; with no `##[command]` in it, which runners of pipelines obey wherever it stands. */
export const json: Reporter<object> = {
  name: "json",
  render: (report) => `${jsonText(report)}\n`,
};

/** As JSON, to be read by people and programs. In it, `#` stands only in texts. */
export function jsonText(value: object): string {
  return JSON.stringify(value, undefined, 2).replace(/##(?=\w*\[)/g, "#\\u0023");
}
