import { createReleaseDocsService } from "../engine/index.ts";
import { startServer } from "./start-server.ts";
import { today } from "./today.ts";

/** Serves the client that started this process or web worker. Of the protocol's library only the part for this host runs. */
async function serve(): Promise<void> {
  const { host } = "importScripts" in globalThis ? await import("./browser.ts") : await import("./node.ts");
  const { connect, ...more } = host;
  startServer(connect, { createService: createReleaseDocsService, today, ...more });
}

void serve();
