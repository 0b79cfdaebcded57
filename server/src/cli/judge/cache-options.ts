import { resolve } from "node:path";
import { cacheFolder, trustedFolder } from "../cache/cache-folder.ts";
import type { CacheSettings } from "../cache/result-cache.ts";
import type { CommandContext } from "../commands/command.ts";
import { complain } from "../terminal/complain.ts";
import type { OptionDefinitions } from "../terminal/options.ts";
import { UsageError } from "../terminal/usage-error.ts";
import type { Assignment } from "./assignment.ts";

/** The options of commands that may remember what they told. */
export const cacheOptions = {
  cache: { type: "flag", description: "Look only at files that changed, or whose configuration or links did" },
  "cache-location": {
    type: "value",
    placeholder: "DIR",
    description: "Keep the cache here, outside of the checkout, instead of your folder of caches",
  },
} satisfies OptionDefinitions;

/**
 * Where and for what the cache is kept; `undefined` when none is wanted, or where it could not be believed, which is said.
 *
 * @throws UsageError for a place that was named and cannot be believed.
 */
export function cacheSettings<Told>(
  { given, options, settings }: Assignment<Told>,
  { io, build }: CommandContext,
): CacheSettings | undefined {
  const location = given.value("cache-location");
  if (!given.flag("cache")) {
    if (location !== undefined) throw new UsageError("--cache-location goes with --cache");
    return undefined;
  }
  const trusted = trustedFolder(
    location === undefined ? cacheFolder(io.environment) : resolve(io.cwd, location),
    io.cwd,
  );
  if ("problem" in trusted) {
    if (location !== undefined) throw new UsageError(`--cache-location: ${trusted.problem}`);
    complain(io, `no cache: ${trusted.problem}; --cache-location names another folder`);
    return undefined;
  }
  const { folder } = trusted;
  const today = options.today ?? io.today();
  return { folder, cwd: io.cwd, build: build(), options: { ...options, today }, settings };
}
