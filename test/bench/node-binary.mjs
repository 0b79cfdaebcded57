import { existsSync } from "node:fs";
import { join } from "node:path";

/** The oldest Node that every peer runs on. */
const least = [22, 13];
/** What is installed from npm where this Node is older. */
export const substitute = {
  name: `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`,
  version: "24.21.0",
};

/** Whether this process can run every peer. */
export function canRunPeers() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  return major > least[0] || (major === least[0] && minor >= least[1]);
}

/** The Node that runs both sides: this one, or the one that stands among the peers. `undefined`: there is none. */
export function nodeBinary(peersFolder) {
  if (canRunPeers()) return process.execPath;
  const binary = join(
    peersFolder,
    "node_modules",
    substitute.name,
    "bin",
    process.platform === "win32" ? "node.exe" : "node",
  );
  return existsSync(binary) ? binary : undefined;
}
