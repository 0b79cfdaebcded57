import { URI } from "vscode-uri";
import { type Configuration, createKindRegistry, identify, renamed, type Shaping, saidAt } from "../../engine/index.ts";
import type { LeftOut } from "../files/find-files.ts";
import { pathNamer } from "../reporters/path-namer.ts";
import { plural } from "../reporters/plural.ts";
import { readFound } from "./input.ts";

/**
 * Tells of what was not taken. Of the files that `discovery` leaves out only those are told that are release documents by
 * themselves: they are looked into for that.
 *
 * @returns entries whose files are named by their paths.
 */
export async function tellLeftOut(
  { byDiscovery, byGitignore, byLink, refusedLines, byOperand }: LeftOut,
  cwd: string,
  configurationFor: (uri: string) => Promise<Configuration>,
): Promise<readonly Shaping[]> {
  const told: Shaping[] = [];
  const { kinds } = createKindRegistry();
  const add = (shaping: Shaping): void => void told.push(renamed(shaping, pathNamer(cwd)));
  for (const absolute of byDiscovery) {
    const uri = URI.file(absolute).toString();
    const { input } = readFound({ path: absolute, absolute, uri, explicit: false });
    const kind = input && identify(uri, input.text, kinds)?.kind.name;
    if (kind === undefined) continue;
    const sentence = `A ${kind} is left out: discovery does not name it`;
    add({ what: "excluded", sentence, path: uri, ...saidAt(await configurationFor(uri), "discovery") });
  }
  for (const { path, because } of byGitignore) {
    const sentence = `Left out by .gitignore, and whether Git tracks it is not known (${because})`;
    add({ what: "excluded", sentence, path: URI.file(path).toString() });
  }
  for (const { path, because } of byLink) {
    add({ what: "excluded", sentence: `${because}, and is not followed`, path: URI.file(path).toString() });
  }
  for (const { file, line } of refusedLines) {
    const sentence =
      "This line is too long, or has too many stars, to be tried: it hides nothing, and what it names is looked at";
    add({ what: "excluded", sentence, at: { file: URI.file(file).toString(), line } });
  }
  for (const [glob, count] of byOperand) {
    told.push({ what: "excluded", sentence: `${plural(count, "file")} left out by !${glob} on the command line` });
  }
  return told;
}
