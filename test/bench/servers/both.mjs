import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { bundleModule } from "../../../scripts/bundle-module.mjs";
import { Skipped } from "../skipped.mjs";
import { startLanguageServer } from "./language-server.mjs";

const { nodeArguments } = await bundleModule("client/src/node-arguments.ts");

/** yaml-language-server waits this long after each change before it looks, in milliseconds; it cannot be set. */
export const peerDelay = 200;

/**
 * Whether findings name the fault of the input: `risk: hihg`, where the schema allows four words. A side that does not see
 * it has not done its work, and its time says nothing.
 */
export const sawTheFault = (findings) =>
  findings.some(({ message }) => /hihg|low.*medium.*high.*critical/s.test(message));
sawTheFault.orThrow = (side, findings) => {
  if (!sawTheFault(findings)) throw new Error(`${side} does not see the fault of the input`);
};

/** Starts our server, `dist/server.js`, as the extension does. */
export function startOurs({ node, root, files, memory }) {
  const script = `${root}/dist/server.js`;
  if (!existsSync(script)) throw new Skipped("dist/server.js is not built");
  return startLanguageServer({
    node,
    options: nodeArguments,
    script,
    pull: true,
    files,
    memory,
    configuration: () => null,
  });
}

/** Starts yaml-language-server with our schema for every YAML file, and nothing from the network. */
export function startPeer({ node, peers, schemaFile, memory }) {
  const yaml = {
    validate: true,
    hover: true,
    completion: true,
    schemas: { [pathToFileURL(schemaFile).href]: "*.yaml" },
    schemaStore: { enable: false },
    kubernetesCRDStore: { enable: false },
  };
  const configuration = ({ section }) => (section === "yaml" ? yaml : null);
  return startLanguageServer({ node, script: peers.scripts.yamlLanguageServer, pull: false, memory, configuration });
}
