import type { Reporter } from "./reporter.ts";

/** The report as it is, for programs; with no `##[command]` in it, which runners of pipelines obey wherever it stands. */
export const json: Reporter<object> = {
  name: "json",
  render: (report) => `${jsonText(report)}\n`,
};

/** As JSON, to be read by people and programs. What stands in texts alone, and would be obeyed or reorder a line, is escaped. */
export function jsonText(value: object): string {
  return JSON.stringify(value, undefined, 2)
    .replace(/##(?=\w*\[)/g, "#\\u0023")
    .replace(/[\u007F-\u009F\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069]/g, escapeCharacter);
}

const escapeCharacter = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
