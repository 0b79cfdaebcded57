import { relative } from "node:path";
import { URI } from "vscode-uri";
import { type Configuration, createLineIndex } from "../../engine/index.ts";
import { decodeText } from "../files/decode-text.ts";
import { NodeBounds } from "../files/node-bounds.ts";
import { readRegularFile } from "../files/read-regular-file.ts";
import { UsageError } from "../terminal/usage-error.ts";

/**
 * Lets a sound configuration through.
 *
 * @throws UsageError with a line for each problem: a verdict by half a configuration would be no verdict.
 */
export async function requireSound(configuration: Configuration, cwd: string): Promise<Configuration> {
  if (configuration.problems.length === 0) return configuration;
  const file = configuration.uri === undefined ? undefined : URI.parse(configuration.uri).fsPath;
  const bytes = file === undefined ? undefined : readIfThere(file, cwd);
  const index = createLineIndex((bytes && decodeText(bytes).text) ?? "");
  const name = file === undefined ? "configuration" : relative(cwd, file) || ".";
  const lines = configuration.problems.map(({ message, start }) => {
    if (bytes === undefined) return `${name}: ${message}`;
    const { line, character } = index.position(start);
    return `${name}:${line + 1}:${character + 1}: ${message}`;
  });
  throw new UsageError(lines.join("\n"));
}

function readIfThere(file: string, cwd: string): Uint8Array | undefined {
  const real = new NodeBounds(cwd).inside(file);
  try {
    return real === undefined ? undefined : readRegularFile(real);
  } catch {
    return undefined;
  }
}
