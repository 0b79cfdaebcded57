import { createReleaseDocsService, type ServiceSettings } from "../engine/index.ts";
import { nameBuild } from "./cache/name-build.ts";
import { createNodeFileSystem } from "./files/node-file-system.ts";
import { createBatchJudge } from "./judge/batch.ts";
import { run } from "./run.ts";
import { createNodeIo } from "./terminal/node-io.ts";

function createService(settings: ServiceSettings, today: () => string) {
  return createReleaseDocsService({ files: createNodeFileSystem(), today }, settings);
}

/** Runs the command as this process was called; its exit code is the answer. */
export async function main(): Promise<void> {
  const io = createNodeIo();
  process.exitCode = await run(process.argv.slice(2), {
    io,
    files: createNodeFileSystem(io.cwd),
    createService: (settings) => createService(settings, io.today),
    build: () => nameBuild(__dirname),
    script: __filename,
  });
}

/** What a worker thread calls, once for each batch. */
export const judge = createBatchJudge((settings, today) => createService(settings, () => today));
