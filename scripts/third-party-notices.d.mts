import type { Metafile } from "esbuild";

/** A source map, as far as it tells what a bundle was made of. */
interface SourceMap {
  readonly sources: readonly string[];
  readonly sourcesContent?: readonly (string | null)[];
}

export declare function thirdPartyNotices(
  root: string,
  outputs: Metafile["outputs"],
  maps?: readonly SourceMap[],
): string;
export declare function bundledPackages(outputs: Metafile["outputs"]): readonly string[];
export declare function copyrights(text: string): readonly { readonly line: string; readonly holder: string }[];
