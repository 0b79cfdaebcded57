import { readFileSync } from "node:fs";
import { TextDocument } from "vscode-languageserver-textdocument";

/**
 * vscode-json-languageservice with our schema. It reads the same data as JSON: what validation costs without YAML.
 *
 * @param {ReturnType<typeof import("./load.mjs").openPeers>} peers
 * @param {string} schemaFile
 * @returns {Promise<(text: string) => Promise<readonly { message: string }[]>>}
 */
export async function createJsonLanguageService(peers, schemaFile) {
  const { getLanguageService } = peers.require("vscode-json-languageservice");
  const service = getLanguageService({});
  const schema = JSON.parse(readFileSync(schemaFile, "utf8"));
  service.configure({ validate: true, schemas: [{ uri: schema.$id, fileMatch: ["*"], schema }] });
  let version = 0;
  return (text) => {
    const document = TextDocument.create("file:///bench/release-manifest.json", "json", ++version, text);
    return service.doValidation(document, service.parseJSONDocument(document));
  };
}
