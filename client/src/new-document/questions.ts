import type { Uri } from "vscode";
import type { BoundedFiles } from "../bounded-files.ts";
import { identity } from "../checklist/identity.ts";
import { localDate } from "../checklist/local-date.ts";
import type { Question } from "./ask.ts";
import { gitFacts } from "./git-facts.ts";
import { type VersionDefaults, versionDefaults } from "./versions.ts";

/** The names of the blanks that are asked for. */
export const askedNames = ["version", "previousVersion", "date", "owner"] as const;
type AskedName = (typeof askedNames)[number];

/** What is known of the release before anybody is asked. */
export interface ReleaseDefaults extends VersionDefaults {
  readonly owner?: string;
}

/** Guesses from Git's tags and `package.json`. */
export async function releaseDefaults(folder: Uri | undefined, files: BoundedFiles): Promise<ReleaseDefaults> {
  if (folder === undefined) return {};
  const [{ tags, user }, own] = await Promise.all([gitFacts(folder), packageVersion(folder, files)]);
  const owner = identity() ?? user;
  return { ...versionDefaults(tags, own), ...(owner === undefined ? {} : { owner }) };
}

async function packageVersion(folder: Uri, files: BoundedFiles): Promise<string | undefined> {
  try {
    const file = folder.with({ path: `${folder.path.replace(/\/$/, "")}/package.json` });
    const content: unknown = JSON.parse((await files.readText(file)) ?? "");
    if (typeof content !== "object" || content === null || !("version" in content)) return undefined;
    return typeof content.version === "string" && content.version !== "0.0.0" ? content.version : undefined;
  } catch {
    return undefined;
  }
}

/** The questions for the blanks that a template has. An empty answer leaves the blank as it is. */
export function blankQuestions(names: readonly AskedName[], defaults: ReleaseDefaults): readonly Question[] {
  return names.map((name) => ({ name, ...question(name, defaults) }));
}

function question(name: AskedName, { version, previousVersion, owner }: ReleaseDefaults): Omit<Question, "name"> {
  const later = "Leave empty to fill it in later";
  switch (name) {
    case "version":
      return { prompt: `Version of the release. ${later}`, placeholder: "v2.1.0", value: () => version ?? "" };
    case "previousVersion":
      return {
        prompt: `Version that runs now, and that a rollback returns to. ${later}`,
        placeholder: "v2.0.4",
        value: () => previousVersion ?? "",
      };
    case "date":
      return {
        prompt: `Date of the release, YYYY-MM-DD. ${later}`,
        placeholder: "YYYY-MM-DD",
        value: () => localDate(),
        check: date,
      };
    case "owner":
      return { prompt: `Who owns the release. ${later}`, placeholder: "@alice", value: () => owner ?? "" };
  }
}

function date(value: string): string | undefined {
  if (value === "") return undefined;
  const valid = /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));
  return valid ? undefined : "Write the date as YYYY-MM-DD, or leave it empty";
}
