import { type Disposable, type LogOutputChannel, Uri, workspace } from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import { pingRequest } from "../../../server/src/lsp/protocol.ts";
import type { CrashHandler } from "../crash-handler.ts";
import type { RequestInFlight, RequestsInFlight } from "./requests-in-flight.ts";
import { type Clock, Watchdog } from "./watchdog.ts";

/** What the watch over a server needs. */
export interface WatchedServer {
  readonly client: BaseLanguageClient;
  readonly requests: RequestsInFlight;
  readonly crashHandler: CrashHandler;
  readonly output: LogOutputChannel;
  /** Ends the process or the worker at once, whatever it does; the client sees its connection close. */
  end(): void;
}

/** Watches the server while it runs: one that hangs is ended, and started again like one that crashed. */
export function watchServer({ client, requests, crashHandler, output, end }: WatchedServer): Disposable {
  const watchdog = new Watchdog(clock, {
    ping: () => pingRequest.send(client, {}),
    hung() {
      const hang = describe(requests.oldest);
      output.error(`The server does not answer${hang}. It is ended.`);
      crashHandler.hung(hang);
      end();
    },
  });
  const states = client.onDidChangeState(({ newState }) => {
    requests.clear();
    if (newState === State.Running) watchdog.start();
    else watchdog.stop();
  });
  return {
    dispose() {
      states.dispose();
      watchdog.stop();
    },
  };
}

/** `, asked for METHOD of FILE`, as far as it is known. */
function describe(request: RequestInFlight | undefined): string {
  if (request === undefined) return "";
  const { method, uri } = request;
  return uri === undefined
    ? `, asked for ${method}`
    : `, asked for ${method} of ${workspace.asRelativePath(Uri.parse(uri))}`;
}

const clock: Clock = {
  now: Date.now,
  after(milliseconds, callback) {
    const timer = setTimeout(callback, milliseconds);
    return { dispose: () => clearTimeout(timer) };
  },
};
