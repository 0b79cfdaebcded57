import type { TextDocument } from "vscode-languageserver-textdocument";
import { type AssessOptions, formatOf } from "../../engine/index.ts";

/** What the service must be told of a document that is no file yet: its language says what its name does not. */
export function formatOption({ uri, languageId }: TextDocument): Pick<AssessOptions, "format"> {
  if (!uri.startsWith("untitled:") || formatOf(uri) !== undefined) return {};
  if (languageId === "markdown") return { format: "markdown" };
  return languageId === "yaml" || languageId === "release-manifest" ? { format: "yaml" } : {};
}
