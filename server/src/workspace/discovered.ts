import type { Configuration } from "./configuration.ts";
import { globMatcher, type PathMatcher } from "./glob.ts";
import { relativePath } from "./relative-path.ts";

/**
 * Whether a file is one that the configuration would look at by itself: by `discovery`, or because a glob of `documents`
 * declares it. Compiles the globs once; the answer takes the URI of a file.
 */
export function discoveredBy(configuration: Configuration): (uri: string) => boolean {
  const discovers = discoveredBelow(configuration);
  return (uri) => {
    const path = relativePath(configuration.root, uri);
    return path !== undefined && discovers(path);
  };
}

/** The same for paths that are known to be below the root of the configuration, relative to it. */
export function discoveredBelow(configuration: Configuration): PathMatcher {
  const excluded = configuration.discovery.filter((glob) => glob.startsWith("!"));
  const discovers = globMatcher(configuration.discovery);
  const declared = configuration.documents.map((document) => document.files);
  const declares = declared.length > 0 ? globMatcher([...declared, ...excluded]) : undefined;
  return declares === undefined ? discovers : (path) => discovers(path) || declares(path);
}
