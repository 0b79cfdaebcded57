import type { CancellationToken, MessageSignature } from "vscode-languageclient";
import { heldMethods, pingRequest } from "../../../server/src/lsp/protocol.ts";

/** A request that the server has not answered. */
export interface RequestInFlight {
  readonly method: string;
  /** The document that it is about, where it is about one. */
  readonly uri: string | undefined;
}

/** The requests that wait for the server. Those that are held open on purpose are none, and neither are pings. */
export class RequestsInFlight {
  /** In the order of asking. */
  readonly #requests = new Set<RequestInFlight>();

  /** The one that waits longest. */
  get oldest(): RequestInFlight | undefined {
    return this.#requests.values().next().value;
  }

  /** Forgets all: their server is gone. */
  clear(): void {
    this.#requests.clear();
  }

  /** For the middleware of a language client. */
  readonly sendRequest = async <Params, Result>(
    type: string | MessageSignature,
    params: Params | undefined,
    token: CancellationToken | undefined,
    next: (type: string | MessageSignature, params?: Params, token?: CancellationToken) => Promise<Result>,
  ): Promise<Result> => {
    const method = typeof type === "string" ? type : type.method;
    if (method === pingRequest.method || heldMethods.has(method)) return next(type, params, token);
    const request = { method, uri: uriIn(params) };
    this.#requests.add(request);
    try {
      return await next(type, params, token);
    } finally {
      this.#requests.delete(request);
    }
  };
}

function uriIn(params: unknown): string | undefined {
  const document =
    member(params, "textDocument") ?? (member(params, "uri") === undefined ? member(params, "data") : params);
  const uri = member(document, "uri");
  return typeof uri === "string" ? uri : undefined;
}

const member = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
