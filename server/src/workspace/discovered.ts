import type { Configuration } from "./configuration.ts";
import { globMatcher } from "./glob.ts";
import { relativePath } from "./relative-path.ts";

/**
 * Whether a file is one that the configuration would look at by itself: by `discovery`, or because a glob of `documents`
 * declares it. Compiles the globs once; the answer takes the URI of a file.
 */
export function discoveredBy(configuration: Configuration): (uri: string) => boolean {
  const excluded = configuration.discovery.filter((glob) => glob.startsWith("!"));
  const discovers = globMatcher(configuration.discovery);
  const declared = configuration.documents.map((document) => document.files);
  const declares = declared.length > 0 ? globMatcher([...declared, ...excluded]) : undefined;
  return (uri) => {
    const path = relativePath(configuration.root, uri);
    return path !== undefined && (discovers(path) || declares?.(path) === true);
  };
}
