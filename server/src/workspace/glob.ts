import { globTest } from "./glob-pattern.ts";

/** Answers for a path relative to the folder of the globs, with `/`. */
export type PathMatcher = (path: string) => boolean;

/**
 * Matches what at least one glob names and no glob with a leading `!` does; globs with `!` alone exclude from everything.
 * Hidden files and folders such as `.github` match like any other. A leading `./` means nothing; a trailing `/` means all below.
 */
export function globMatcher(globs: readonly string[]): PathMatcher {
  const wanted = globs.filter((glob) => !glob.startsWith("!")).map(normalise);
  const unwanted = globs.filter((glob) => glob.startsWith("!")).map((glob) => normalise(glob.slice(1)));
  const includes = (wanted.length > 0 ? wanted : ["**"]).map(globTest);
  const excludes = unwanted.map(globTest);
  return (path) => {
    const segments = path.split("/");
    return includes.some((names) => names(segments)) && !excludes.some((names) => names(segments));
  };
}

function normalise(glob: string): string {
  const bare = glob.startsWith("./") ? glob.slice(2) : glob;
  return bare.endsWith("/") ? `${bare}**` : bare;
}
