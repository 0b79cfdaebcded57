import { createReleaseDocsService } from "../service.ts";
import { createNodeFileSystem } from "./node-file-system.ts";
import { createNodeIo } from "./node-io.ts";
import { run } from "./run.ts";

const io = createNodeIo();
const files = createNodeFileSystem();
const createService = createReleaseDocsService.bind(undefined, { files, today: io.today });

run(process.argv.slice(2), { io, createService }).then((code) => {
  process.exitCode = code;
});
