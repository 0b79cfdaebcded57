import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { URI } from "vscode-uri";
import { declaresManifest, formatOf } from "../document/identity.ts";
import { decodeText } from "./decode-text.ts";
import { describeFileError } from "./describe-file-error.ts";
import type { FoundFile } from "./find-files.ts";
import type { Io } from "./io.ts";

/** A text to judge. */
export interface Input {
  /** As it is reported. */
  readonly path: string;
  readonly uri: string;
  readonly text: string;
  /** The file it can be written back to; absent for standard input and for what is not exactly UTF-8. */
  readonly file?: string;
}

/** A text; or a problem, one line; or neither: not our business. */
export interface InputReading {
  readonly input?: Input;
  readonly problem?: string;
}

/** Reads a file that was found. What was only found, not named, is skipped when it cannot be ours or is no text. */
export async function readFound({ path, absolute, uri, explicit }: FoundFile): Promise<InputReading> {
  if (!explicit && formatOf(uri) === undefined) return {};
  try {
    const decoded = decodeText(await readFile(absolute));
    if (decoded.problem !== undefined) return explicit ? { problem: `${path}: ${decoded.problem}` } : {};
    return { input: { path, uri, text: decoded.text, ...(decoded.exact && { file: absolute }) } };
  } catch (error) {
    return { problem: describeFileError(path, error) };
  }
}

/** Reads standard input as the file it is said to be; without a name, as a manifest or Markdown, whichever it looks like. */
export async function readStandardInput(io: Io, filepath: string | undefined): Promise<InputReading> {
  const decoded = decodeText(await io.readStandardInput());
  if (decoded.problem !== undefined) return { problem: `standard input: ${decoded.problem}` };
  const { text } = decoded;
  const name = filepath ?? (declaresManifest(text) ? "stdin.yaml" : "stdin.md");
  return { input: { path: filepath ?? "<stdin>", uri: URI.file(resolve(io.cwd, name)).toString(), text } };
}
