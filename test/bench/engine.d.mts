import type { ReleaseDocsService } from "../../server/src/engine/service.ts";
import type { FileSystem } from "../../server/src/workspace/file-system.ts";

export declare function createEngine(files: FileSystem): Promise<ReleaseDocsService>;
