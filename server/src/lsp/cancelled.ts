import { LSPErrorCodes, ResponseError } from "vscode-languageserver";

/** The text moved on, or what the answer rests on did: there is nothing true to say of the version that was asked about. */
export class Superseded extends Error {
  override readonly name = "Superseded";
}

/** The answer to a request that its client gave up. */
export function requestCancelled(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, "The request was cancelled.");
}

/** The answer to a request about a version that is gone. */
export function contentModified(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.ContentModified, "The document has changed.");
}

/** The same, for diagnostics: the client keeps what it shows and asks again (LSP 3.17, `DiagnosticServerCancellationData`). */
export function askAgain(): ResponseError<{ retriggerRequest: boolean }> {
  return new ResponseError(LSPErrorCodes.ServerCancelled, "The document has changed.", { retriggerRequest: true });
}
