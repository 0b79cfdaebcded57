import { relative, resolve, sep } from "node:path";
import type { Shaping } from "../../engine/index.ts";
import type { Arguments } from "../terminal/arguments.ts";

/** What options did to a run as a whole; those that are about each document are told there. */
export function optionShaping(given: Arguments, cwd: string): readonly Shaping[] {
  const now = given.value("now");
  const config = given.value("config");
  const ref = given.value("changed-since");
  const told: Shaping[] = [];
  if (now !== undefined) told.push({ what: "now", sentence: `Judged as of ${now}, by --now` });
  if (config !== undefined) {
    const file = relative(cwd, resolve(cwd, config)).split(sep).join("/");
    const sentence = "Used instead of the nearest configurations, by --config";
    told.push({ what: "configuration", sentence, at: { file } });
  }
  if (ref !== undefined) {
    told.push({ what: "excluded", sentence: `Only files that changed since ${ref} are looked at, by --changed-since` });
  }
  return told;
}
