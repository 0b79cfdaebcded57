import type { Metafile } from "esbuild";

export declare function thirdPartyNotices(root: string, outputs: Metafile["outputs"]): string;
export declare function bundledPackages(outputs: Metafile["outputs"]): readonly string[];
