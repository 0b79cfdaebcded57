import type { Io } from "../terminal/io.ts";
import { linkTarget } from "./markdown-text.ts";

/**
 * Where the forge whose pipeline this is shows a file of the repository, by the variables that GitHub and GitLab set.
 *
 * @returns The address of a path from the repository's root, or of a line (from 1) of its source; `undefined` outside of a
 * pipeline, and for what is not in the repository.
 */
export function forgeAddress(environment: Io["environment"]): (path: string, line?: number) => string | undefined {
  const folder = github(environment) ?? gitlab(environment);
  return (path, line) => {
    if (folder === undefined || /^(?:\.\.(?:\/|$)|\/|[A-Za-z]:)/.test(path)) return undefined;
    const file = `${folder}${linkTarget(path)}`;
    if (line === undefined) return file;
    // Markdown is shown rendered, without lines, unless its source is asked for.
    return `${file}${/\.(?:md|markdown)$/i.test(path) ? "?plain=1" : ""}#L${line}`;
  };
}

function github({ GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_SHA }: Io["environment"]): string | undefined {
  if (!isAddress(GITHUB_SERVER_URL) || !GITHUB_REPOSITORY || !GITHUB_SHA) return undefined;
  return `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/blob/${GITHUB_SHA}`;
}

function gitlab({ CI_PROJECT_URL, CI_COMMIT_SHA }: Io["environment"]): string | undefined {
  return isAddress(CI_PROJECT_URL) && CI_COMMIT_SHA ? `${CI_PROJECT_URL}/-/blob/${CI_COMMIT_SHA}` : undefined;
}

function isAddress(text: string | undefined): text is string {
  return text !== undefined && /^https?:\/\/[^\s()<>]+$/.test(text);
}
