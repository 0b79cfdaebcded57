import { Uri } from "vscode";

/** What a caller may say beforehand: what it says is not asked. With a `target`, nothing is. */
export interface NewDocumentRequest {
  /** A kind that has a template of ours: `ReleaseRunbook`. */
  readonly kind?: string;
  /** A template document. */
  readonly template?: Uri;
  /** The folder to write to. */
  readonly folder?: Uri;
  /** By the name of the blank. */
  readonly values?: Readonly<Record<string, string>>;
  /** The file to write. */
  readonly target?: Uri;
}

/** Reads the argument of a command: nothing, a place in the explorer, or a request (`{ "kind": …, "values": …, "target": … }`). */
export function readRequest(argument: unknown): NewDocumentRequest {
  if (argument instanceof Uri) return { folder: argument };
  if (typeof argument !== "object" || argument === null) return {};
  const kind = property(argument, "kind");
  const template = readUri(property(argument, "template"));
  const folder = readUri(property(argument, "folder"));
  const target = readUri(property(argument, "target"));
  return {
    ...(typeof kind === "string" ? { kind } : {}),
    ...(template === undefined ? {} : { template }),
    ...(folder === undefined ? {} : { folder }),
    ...(target === undefined ? {} : { target }),
    values: readValues(property(argument, "values")),
  };
}

/** A URI, or the text of one. */
export function readUri(value: unknown): Uri | undefined {
  if (value instanceof Uri) return value;
  return typeof value === "string" && /^[a-z][a-z0-9+.-]*:/i.test(value) ? Uri.parse(value) : undefined;
}

function readValues(values: unknown): Readonly<Record<string, string>> {
  if (typeof values !== "object" || values === null) return {};
  return Object.fromEntries(Object.entries(values).filter(([, value]) => typeof value === "string"));
}

const property = (value: object, name: string): unknown => Reflect.get(value, name);
