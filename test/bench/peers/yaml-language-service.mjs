import { readFileSync } from "node:fs";
import { TextDocument } from "vscode-languageserver-textdocument";

/**
 * yaml-language-server as a library, with our schema: what its server does on each change, without its delay.
 *
 * @param {ReturnType<typeof import("./load.mjs").openPeers>} peers
 * @param {string} schemaFile
 * @returns {Promise<(text: string) => Promise<readonly { message: string }[]>>} a new version of one document → findings
 */
export async function createYamlLanguageService(peers, schemaFile) {
  const { getLanguageService } = await peers.load("yaml-language-server");
  const telemetry = { send() {}, sendError() {}, sendTrack() {} };
  const service = getLanguageService({
    schemaRequestService: async () => readFileSync(schemaFile, "utf8"),
    workspaceContext: { resolveRelativePath: (path) => path },
    telemetry,
    clientCapabilities: {},
    yamlSettings: {},
  });
  service.configure({
    validate: true,
    hover: true,
    completion: true,
    customTags: [],
    schemas: [{ uri: "file:///release-manifest.schema.json", fileMatch: ["*"] }],
    yamlVersion: "1.2",
  });
  let version = 0;
  return (text) =>
    service.doValidation(TextDocument.create("file:///bench/release-manifest.yaml", "yaml", ++version, text));
}
