import picomatch from "picomatch/posix.js";

/** Answers for a path relative to the folder of the globs, with `/`. */
export type PathMatcher = (path: string) => boolean;

/**
 * Matches what at least one glob names and no glob with a leading `!` does; globs with `!` alone exclude from everything.
 * Hidden files and folders such as `.github` match like any other. A leading `./` means nothing; a trailing `/` means all below.
 */
export function globMatcher(globs: readonly string[]): PathMatcher {
  const wanted = globs.filter((glob) => !glob.startsWith("!")).map(normalise);
  const unwanted = globs.filter((glob) => glob.startsWith("!")).map((glob) => normalise(glob.slice(1)));
  const includes = picomatch(wanted.length > 0 ? wanted : ["**"], { dot: true });
  if (unwanted.length === 0) return (path) => includes(path);
  const excludes = picomatch(unwanted, { dot: true });
  return (path) => includes(path) && !excludes(path);
}

function normalise(glob: string): string {
  const bare = glob.startsWith("./") ? glob.slice(2) : glob;
  return bare.endsWith("/") ? `${bare}**` : bare;
}
