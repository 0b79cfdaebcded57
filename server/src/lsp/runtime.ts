import type { Connection, ConnectionOptions } from "vscode-languageserver";
import type { Ports, ReleaseDocsService, ServiceSettings } from "../engine/index.ts";

/** What differs between the hosts of the server: Node, a web worker, a test. */
export interface Runtime {
  createService(ports: Ports, settings: ServiceSettings): ReleaseDocsService;
  /** Today in UTC, `YYYY-MM-DD`. */
  today(): string;
  /** Hears once of the client's process, or `null` when it has none that it can name. */
  initialized?(client: number | null): void;
}

/** What a process or a web worker gives to the server. */
export interface Host extends Pick<Runtime, "initialized"> {
  /** Makes the connection with the client; it does not listen yet. */
  connect(options: ConnectionOptions): Connection;
}
