import type { RuleMetadata } from "../../rules/rule.ts";
import type { FeatureContext } from "../feature.ts";
import { type KnownNames, knownNames } from "./known-names.ts";

/** What completion offers besides what a schema says; asked for only where it is wanted. */
export interface Vocabulary {
  /** `YYYY-MM-DD`, UTC. */
  readonly today: string;
  readonly rules: readonly RuleMetadata[];
  /** Words for stages: ours and the configuration's. */
  readonly statuses: readonly string[];
  names(): Promise<KnownNames>;
  /** Files below the folder of the document, as relative paths. */
  paths(): Promise<readonly string[]>;
}

/** The vocabulary of a document in its workspace. */
export function vocabularyOf({ assessment, today, rules, others, siblings }: FeatureContext): Vocabulary {
  const { document, configuration } = assessment;
  return {
    today,
    rules,
    statuses: Object.keys(configuration.statuses),
    names: async () =>
      knownNames(
        document,
        (await others()).map((known) => known.document),
      ),
    paths: async () => relativePaths(document.uri, await siblings()),
  };
}

function relativePaths(uri: string, files: readonly string[]): readonly string[] {
  const folder = uri.slice(0, uri.lastIndexOf("/") + 1);
  return files
    .filter((file) => file.startsWith(folder) && file !== uri)
    .map((file) => decode(file.slice(folder.length)));
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
