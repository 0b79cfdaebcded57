import type { FileSystem } from "../../../server/src/workspace/file-system.ts";

export declare const nothingToRead: FileSystem;
export declare function filesBeside(uri: string): FileSystem;
