import { type CancellationToken, type Connection, ResponseError } from "vscode-languageserver";
import { requestCancelled, Superseded } from "../cancelled.ts";
import { describeError } from "../describe-error.ts";

/**
 * Answers a request about a document. When the client gave up, it is answered as cancelled; when the document moved on,
 * with `stale`; what is refused on purpose goes to the client as it is; anything else that goes wrong is logged and answered as
 * a failed request. The server lives on.
 */
export async function answer<Result>(
  connection: Connection,
  token: CancellationToken,
  stale: () => ResponseError<unknown>,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (token.isCancellationRequested) throw requestCancelled();
    if (error instanceof Superseded) throw stale();
    if (error instanceof ResponseError) throw error;
    connection.console.error(describeError(error));
    throw error;
  }
}
