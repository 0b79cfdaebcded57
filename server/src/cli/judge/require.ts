import { sep } from "node:path";
import { URI } from "vscode-uri";
import { type Configuration, globMatcher, type Shaping } from "../../engine/index.ts";
import { findFiles } from "../files/find-files.ts";
import { pathNamer } from "../reporters/path-namer.ts";
import type { JudgedDocument, Requirement } from "../reports/verdict-report.ts";
import type { Arguments } from "../terminal/arguments.ts";
import { UsageError } from "../terminal/usage-error.ts";

/** The globs of `--require`. @throws UsageError for one that is empty or excludes. */
export function readRequired(given: Arguments): readonly string[] {
  const globs = given.values("require");
  const odd = globs.find((glob) => glob === "" || glob.startsWith("!"));
  if (odd === undefined) return globs;
  throw new UsageError(`--require names documents that must be judged, not "${odd}"`);
}

/**
 * Compares what is demanded with what was judged. Every file that a glob, folder or path names must be judged, and there must be
 * one.
 *
 * @param leftOut What was left out, and why.
 */
export async function compareRequired(
  globs: readonly string[],
  documents: readonly JudgedDocument[],
  leftOut: readonly Shaping[],
  options: { readonly cwd: string; configurationFor(uri: string): Promise<Configuration> },
): Promise<readonly Requirement[]> {
  const told = new Map(documents.map((document) => [document.path, document]));
  const out = new Map(leftOut.flatMap(({ path, sentence }) => (path === undefined ? [] : [[path, sentence] as const])));
  const nameOf = pathNamer(options.cwd);
  const requirements: Requirement[] = [];
  for (const glob of globs) {
    const { files, leftOut: passed } = await findFiles([glob], options);
    const matches = globMatcher([sep === "\\" ? glob.replaceAll("\\", "/") : glob]);
    const barred = new Map(
      [...passed.byLink, ...passed.byGitignore].map(({ path, because }) => [
        nameOf(URI.file(path).toString()),
        because,
      ]),
    );
    const named = [...told.keys(), ...barred.keys()].filter((path) => matches(path));
    const paths = [...new Set([...files.map(({ path }) => path), ...named])].sort();
    const whyNot = (path: string): string | undefined =>
      whyNotJudged(path, told.get(path), out.get(path) ?? barred.get(path));
    const reasons = paths.flatMap((path) => whyNot(path) ?? []);
    if (paths.length === 0) reasons.push(`Required: ${glob}: no document matches`);
    requirements.push({
      glob,
      met: reasons.length === 0,
      paths: paths.filter((path) => whyNot(path) === undefined),
      reasons,
    });
  }
  return requirements;
}

function whyNotJudged(path: string, document: JudgedDocument | undefined, leftOut: string | undefined) {
  if (document === undefined) {
    const why = leftOut ?? "it is no release document, or none of the files that were to be judged";
    return `Required: ${path}: not judged (${why})`;
  }
  if (document.verdict !== "none") return undefined;
  const why = document.shaped.find(({ takesOut }) => takesOut)?.sentence;
  return `Required: ${path}: not judged${why === undefined ? "" : ` (${why})`}`;
}
