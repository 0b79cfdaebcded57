import { resolve } from "node:path";
import { URI } from "vscode-uri";
import { declaresManifest, formatOf, type Shaping } from "../../engine/index.ts";
import { decodeText } from "../files/decode-text.ts";
import { describeFileError } from "../files/describe-file-error.ts";
import type { FoundFile } from "../files/find-files.ts";
import { readRegularFile } from "../files/read-regular-file.ts";
import type { Io } from "../terminal/io.ts";

/** What standard input is called where no path is given for it. */
export const standardInputName = "<stdin>";

/** A text to judge. */
export interface Input {
  /** As it is reported. */
  readonly path: string;
  readonly uri: string;
  readonly text: string;
  /** The file it can be written back to; absent for standard input and for what is not exactly UTF-8. */
  readonly file?: string;
}

/** A text; or a problem, one line; or what was left out; or none of these: not our business. */
export interface InputReading {
  readonly input?: Input;
  readonly problem?: string;
  /** Files by their paths. */
  readonly leftOut?: Shaping;
}

/** Reads a file that was found. What was only found, not named, is skipped when it cannot be ours by its name; what is no text is told. */
export function readFound({ path, absolute, uri, explicit }: FoundFile): InputReading {
  if (!explicit && formatOf(uri) === undefined) return {};
  try {
    const decoded = decodeText(readRegularFile(absolute));
    if (decoded.problem !== undefined) return { problem: `${path}: ${decoded.problem}` };
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
  return { input: { path: filepath ?? standardInputName, uri: URI.file(resolve(io.cwd, name)).toString(), text } };
}
