import { isMainThread } from "node:worker_threads";
import { createReleaseDocsService, type ServiceSettings } from "../service.ts";
import { nameBuild } from "./cache/name-build.ts";
import { runWorker } from "./judge/worker.ts";
import { createNodeFileSystem } from "./node-file-system.ts";
import { createNodeIo } from "./node-io.ts";
import { run } from "./run.ts";

const files = createNodeFileSystem();

function createService(settings: ServiceSettings, today: () => string) {
  return createReleaseDocsService({ files, today }, settings);
}

if (isMainThread) {
  const io = createNodeIo();
  const context = {
    io,
    files,
    createService: (settings: ServiceSettings) => createService(settings, io.today),
    build: () => nameBuild(__dirname),
    script: __filename,
  };
  run(process.argv.slice(2), context).then((code) => {
    process.exitCode = code;
  });
} else {
  runWorker((settings, today) => createService(settings, () => today));
}
