import type { Connection, TextDocuments } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { type FileSystem, isWithin } from "../../engine/index.ts";
import {
  type FindFilesParams,
  type FindFilesResult,
  fileExistsRequest,
  fileStandsRequest,
  findFilesRequest,
  readFileRequest,
  rootRequest,
} from "../protocol.ts";
import type { Request } from "../typed-messages.ts";

/**
 * The workspace as the client sees it, on disk or virtual. Open documents are read as they stand in the editor. A client
 * that answers none of our requests has no other files.
 */
export class ClientFiles implements FileSystem {
  readonly #connection: Connection;
  readonly #open: TextDocuments<TextDocument>;
  readonly #asked = new Set<string>();
  #folders: readonly string[] = [];

  constructor(connection: Connection, open: TextDocuments<TextDocument>) {
    this.#connection = connection;
    this.#open = open;
  }

  /** For the engine: remembers what was asked, so that a change of that file counts. */
  async readText(uri: string): Promise<string | undefined> {
    this.#asked.add(uri);
    return this.read(uri);
  }

  /** For the engine: remembers what was asked, so that a change of that file counts. */
  async exists(uri: string): Promise<boolean> {
    this.#asked.add(uri);
    if (this.#open.get(uri) !== undefined) return true;
    return (await this.#ask(fileExistsRequest, { uri })) === true;
  }

  async stands(uri: string): Promise<boolean> {
    if (this.#open.get(uri) !== undefined) return true;
    return (await this.#ask(fileStandsRequest, { uri })) === true;
  }

  /** URIs of the workspace folders, without a slash at their end. */
  setFolders(folders: readonly string[]): void {
    this.#folders = folders;
  }

  async rootOf(uri: string): Promise<string> {
    const root = await this.#ask(rootRequest, { uri });
    return root ?? this.#folders.find((folder) => isWithin(folder, uri)) ?? uri.slice(0, uri.lastIndexOf("/"));
  }

  /** The text of a file for its own sake. */
  async read(uri: string): Promise<string | undefined> {
    const open = this.#open.get(uri);
    if (open !== undefined) return open.getText();
    return (await this.#ask(readFileRequest, { uri })) ?? undefined;
  }

  async find(search: FindFilesParams): Promise<FindFilesResult> {
    return (await this.#ask(findFilesRequest, search)) ?? [];
  }

  /** Whether the engine looked at this file while it judged another. */
  wasAsked(uri: string): boolean {
    return this.#asked.has(uri);
  }

  async #ask<Params, Result>(request: Request<Params, Result>, params: Params): Promise<Result | undefined> {
    try {
      return await request.send(this.#connection, params);
    } catch (error) {
      this.#connection.console.debug(`${request.method} was not answered: ${String(error)}`);
      return undefined;
    }
  }
}
