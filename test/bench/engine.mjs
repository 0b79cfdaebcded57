import { bundleModule } from "../../scripts/bundle-module.mjs";

/** The day of every measurement. */
export const today = "2026-11-20";

/**
 * Our engine in this process.
 *
 * @param {import("../../server/src/workspace/file-system.ts").FileSystem} files what stands beside the document
 */
export async function createEngine(files) {
  const { createReleaseDocsService } = await bundleModule("server/src/engine/service.ts");
  return createReleaseDocsService({ files, today: () => today });
}
