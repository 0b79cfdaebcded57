import {
  DidChangeWatchedFilesNotification,
  type DidChangeWatchedFilesParams,
  FileChangeType,
} from "vscode-languageserver";
import type { Session } from "../session.ts";
import { configurationGlob, isConfigurationFile } from "./configuration-file.ts";

const globs = ["**/*.{md,markdown,mdown,mkd}", "**/*.{yaml,yml}", configurationGlob];

/** What changes of files undo, from the least to the most: nothing, reports of the index, what rests on other files, all. */
export type FileEffect = "nothing" | "index" | "related" | "configuration";

/** Asks the client to watch the files that matter. */
export async function watchFiles({ connection }: Session): Promise<void> {
  await connection.client.register(DidChangeWatchedFilesNotification.type, {
    watchers: globs.map((globPattern) => ({ globPattern })),
  });
}

/** Brings the index up to date with changes of files, and says what else they undo. */
export function filesChanged(session: Session, { changes }: DidChangeWatchedFilesParams): FileEffect {
  const { index, files, documents } = session;
  const effects = new Set<FileEffect>();
  for (const { uri, type } of changes) {
    const cameOrWent = type !== FileChangeType.Changed;
    if (cameOrWent) index.listingChanged();
    if (cameOrWent || documents.get(uri) === undefined) {
      index.changed(uri);
      effects.add("index");
    }
    if (isConfigurationFile(uri)) effects.add("configuration");
    else if (files.wasAsked(uri)) effects.add("related");
  }
  const strongestFirst: readonly FileEffect[] = ["configuration", "related", "index"];
  return strongestFirst.find((effect) => effects.has(effect)) ?? "nothing";
}
