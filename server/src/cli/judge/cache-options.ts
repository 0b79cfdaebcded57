import { resolve } from "node:path";
import { cacheFolder } from "../cache/cache-folder.ts";
import type { CacheSettings } from "../cache/result-cache.ts";
import type { CommandContext } from "../command.ts";
import type { OptionDefinitions } from "../options.ts";
import { UsageError } from "../usage-error.ts";
import type { Assignment } from "./judge-inputs.ts";

/** The options of commands that may remember what they told. */
export const cacheOptions = {
  cache: { type: "flag", description: "Look only at files that changed, or whose configuration or links did" },
  "cache-location": {
    type: "value",
    placeholder: "DIR",
    description: "Keep the cache here instead of node_modules/.cache/release-docs",
  },
} satisfies OptionDefinitions;

/** Where and for what the cache is kept; `undefined` when none is wanted. @throws UsageError */
export function cacheSettings<Told>(
  { given, options, settings }: Assignment<Told>,
  { io, build }: CommandContext,
): CacheSettings | undefined {
  const location = given.value("cache-location");
  if (!given.flag("cache")) {
    if (location !== undefined) throw new UsageError("--cache-location goes with --cache");
    return undefined;
  }
  const folder = location === undefined ? cacheFolder(io.cwd, io.environment) : resolve(io.cwd, location);
  const today = options.today ?? io.today();
  return { folder, cwd: io.cwd, build: build(), options: { ...options, today }, settings };
}
