import {
  type Connection,
  ErrorCodes,
  Message,
  type MessageStrategy,
  type Position,
  type Range,
  ResponseError,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { isRecord, misfit } from "./message-shapes.ts";

/** Where requests go whose parameters are not what they must be. */
const refusedMethod = "releaseDocs/refused";

/** The largest `uinteger` of LSP. */
const largest = 2 ** 31 - 1;

/**
 * What stands between the client's messages and their handlers: parameters that are not what a handler looks for are refused
 * (a request) or logged and passed over (a notification), and each position is one of the document that it speaks of. So no
 * handler needs to ask.
 */
export class SoundMessages implements MessageStrategy {
  #open: (uri: string) => TextDocument | undefined = () => undefined;
  #log: (message: string) => void = () => undefined;

  /** Answers those requests that are refused. */
  serve(connection: Connection): void {
    this.#log = (message) => connection.console.error(message);
    connection.onRequest(refusedMethod, (problem: unknown) => {
      throw new ResponseError(ErrorCodes.InvalidParams, String(isRecord(problem) ? problem.problem : problem));
    });
  }

  /** From now on positions are looked up in these documents. */
  placeIn(open: (uri: string) => TextDocument | undefined): void {
    this.#open = open;
  }

  handleMessage(message: Message, next: (message: Message) => void | Promise<void>): void | Promise<void> {
    if (Message.isRequest(message)) {
      const problem = misfit(message.method, message.params);
      if (problem === undefined) return next({ ...message, ...this.#placed(message.params) });
      return next(
        Object.assign({}, message, { method: refusedMethod, params: { problem: `${message.method}: ${problem}.` } }),
      );
    }
    if (Message.isNotification(message)) {
      const problem = misfit(message.method, message.params);
      if (problem === undefined) return next({ ...message, ...this.#placed(message.params) });
      this.#log(`${message.method} was passed over: ${problem}.`);
      return;
    }
    return next(message);
  }

  /** The parameters with positions that are in the document. */
  #placed(params: unknown): { readonly params?: object } {
    if (!isRecord(params)) return params === undefined ? {} : { params: Object(params) };
    const uri = isRecord(params.textDocument) ? params.textDocument.uri : undefined;
    const document = typeof uri === "string" ? this.#open(uri) : undefined;
    const placed: Record<string, unknown> = { ...params };
    if (isPosition(params.position)) placed.position = within(document, params.position);
    if (isRange(params.range)) placed.range = rangeWithin(document, params.range);
    if (isListOf(params.positions, isPosition)) placed.positions = params.positions.map((one) => within(document, one));
    // Each change speaks of the text that the one before it left.
    if (isListOf(params.contentChanges, isRecord)) {
      placed.contentChanges = params.contentChanges.map((change) =>
        isRange(change.range) ? { ...change, range: rangeWithin(undefined, change.range) } : change,
      );
    }
    return { params: placed };
  }
}

/** The nearest position of the document; without one, the nearest that can be one at all. */
function within(document: TextDocument | undefined, { line, character }: Position): Position {
  const position = { line: whole(line), character: whole(character) };
  return document === undefined ? position : document.positionAt(document.offsetAt(position));
}

function rangeWithin(document: TextDocument | undefined, { start, end }: Range): Range {
  return { start: within(document, start), end: within(document, end) };
}

const whole = (value: number): number => Math.min(Math.max(0, Math.floor(value) || 0), largest);

function isPosition(value: unknown): value is Position {
  return isRecord(value) && typeof value.line === "number" && typeof value.character === "number";
}

const isRange = (value: unknown): value is Range => isRecord(value) && isPosition(value.start) && isPosition(value.end);

function isListOf<Item>(value: unknown, is: (item: unknown) => item is Item): value is readonly Item[] {
  return Array.isArray(value) && value.every(is);
}
