import { BrowserMessageReader, BrowserMessageWriter, type MessageTransports } from "vscode-languageclient/browser";

/** Makes a worker that the server runs in. */
export type StartWorker = () => Worker;

/** The server in a web worker: a fresh one for each start, and one that hangs is ended whatever it does. */
export class WorkerServer {
  readonly #startWorker: StartWorker;
  #end = (): void => undefined;

  constructor(startWorker: StartWorker) {
    this.#startWorker = startWorker;
  }

  /** Handed over as transports: what VS Code's `Worker` makes is no instance of it. */
  async start(): Promise<MessageTransports> {
    const worker = this.#startWorker();
    const reader = new WorkerReader(worker);
    this.#end = () => {
      worker.terminate();
      reader.ended();
    };
    return { reader, writer: new BrowserMessageWriter(worker) };
  }

  /** Ends the worker that was started last at once; its client sees the connection close. */
  end(): void {
    this.#end();
  }
}

/** A worker that is ended says nothing: its reader is told. */
class WorkerReader extends BrowserMessageReader {
  ended(): void {
    this.fireClose();
  }
}
