import { serveWorker } from "./browser.ts";
import { serveProcess } from "./node.ts";

if ("importScripts" in globalThis) serveWorker();
else serveProcess();
