import type { CancellationToken } from "vscode-languageserver";

/*
 * Messages of our own as typed values. The library has such types for both sides, but server and client bundle different
 * versions of it, whose types do not know each other; messages by name they have in common.
 */

/** Who sends: a client or a server. */
interface Sender {
  sendRequest<Result>(method: string, params: unknown, token?: CancellationToken): Promise<Result>;
  sendNotification(method: string, params?: unknown): Promise<void>;
}

/** Who is asked and told. A `Registration` ends with its disposal. */
interface Receiver<Params, Registration> {
  onRequest(method: string, handler: (params: Params, token: CancellationToken) => unknown): Registration;
  onNotification(method: string, handler: (params: Params) => void): Registration;
}

/** A request: what is asked, and what it is answered with. */
export class Request<Params, Result> {
  readonly method: string;

  constructor(method: string) {
    this.method = method;
  }

  /** Rejects when the other side does, or when it is gone. */
  send(to: Pick<Sender, "sendRequest">, params: Params, token?: CancellationToken): Promise<Result> {
    // A token that is `undefined` would be sent as a second parameter.
    return token === undefined
      ? to.sendRequest<Result>(this.method, params)
      : to.sendRequest<Result>(this.method, params, token);
  }

  answer<Registration>(
    on: Pick<Receiver<Params, Registration>, "onRequest">,
    handler: (params: Params, token: CancellationToken) => Result | Promise<Result>,
  ): Registration {
    return on.onRequest(this.method, handler);
  }
}

/** A notification: what it tells. */
export class Notification<Params = void> {
  readonly method: string;

  constructor(method: string) {
    this.method = method;
  }

  send(to: Pick<Sender, "sendNotification">, params: Params): Promise<void> {
    return to.sendNotification(this.method, params);
  }

  receive<Registration>(
    on: Pick<Receiver<Params, Registration>, "onNotification">,
    handler: (params: Params) => void,
  ): Registration {
    return on.onNotification(this.method, handler);
  }
}
