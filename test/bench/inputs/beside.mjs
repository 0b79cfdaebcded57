import { manifest } from "./manifest.mjs";
import { runbook } from "./runbook.mjs";

const folder = "file:///bench";

/** Every file that a document names is there, and none is a release document: for rows about one document alone. */
export const nothingToRead = {
  readText: async () => undefined,
  exists: async () => true,
  stands: async () => false,
  rootOf: async () => folder,
};

/**
 * What stands beside a document of a benchmark: the runbook that a manifest names or the manifest that a runbook links to,
 * 250 lines of each, and every script that a rollback runs.
 *
 * @param {string} uri the document, which is not beside itself
 */
export function filesBeside(uri) {
  const texts = new Map([
    [`${folder}/release-manifest.yaml`, manifest({ lines: 250 })],
    [`${folder}/runbook.md`, runbook({ lines: 250 })],
  ]);
  texts.delete(uri);
  return {
    readText: async (file) => texts.get(file),
    exists: async (file) => texts.has(file) || file.startsWith(`${folder}/migrations/`),
    stands: async () => false,
    rootOf: async () => folder,
  };
}
