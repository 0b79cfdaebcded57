import type { Configuration } from "./configuration.ts";

/** Where release documents are looked for when nobody says otherwise: the one default of editor and command. */
export const defaultDiscovery: readonly string[] = [
  "**/*.md",
  "**/release-manifest.{yaml,yml}",
  "**/*.release-manifest.{yaml,yml}",
  "!**/node_modules/**",
];

/** The configuration where no file says anything. `root` is the URI of the folder that globs are relative to. */
export function defaultConfiguration(root: string): Configuration {
  return {
    root,
    files: [],
    discovery: defaultDiscovery,
    documents: [],
    rules: {},
    overrides: [],
    sections: {},
    statuses: {},
    freeze: [],
    written: [],
    problems: [],
  };
}
