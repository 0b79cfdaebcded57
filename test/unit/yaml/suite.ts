import { existsSync, readdirSync, readFileSync } from "node:fs";
import { parseAllDocuments } from "yaml";

/** One text of the official YAML test suite. */
export interface SuiteCase {
  /** The file's name, and the place in it where it holds several: `JEF9/1`. */
  readonly name: string;
  readonly text: string;
  /** A parser must refuse it. */
  readonly fails: boolean;
}

const folder = new URL("../../../../shared/yaml-test-suite/", import.meta.url);

/** Whether the suite lies beside the project. */
export const hasSuite = existsSync(folder);

/** The cases of the suite, by name. */
export function suiteCases(): readonly SuiteCase[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
  return names.sort().flatMap((name) => casesOf(name.slice(0, -".yaml".length), new URL(name, folder)));
}

function casesOf(name: string, file: URL): readonly SuiteCase[] {
  const [document] = parseAllDocuments(readFileSync(file, "utf8"));
  const entries: unknown = document?.toJS();
  if (!Array.isArray(entries)) throw new Error(`${name}: not a list of cases`);
  return entries.flatMap((entry: { yaml?: unknown; fail?: unknown }, at) =>
    typeof entry.yaml === "string"
      ? [{ name: at === 0 ? name : `${name}/${at}`, text: visible(entry.yaml), fails: entry.fail === true }]
      : [],
  );
}

/** The text that the signs of the suite stand for. */
const visible = (text: string): string =>
  text
    .replaceAll("␣", " ")
    .replace(/—*»/g, "\t")
    .replaceAll("←", "\r")
    .replaceAll("⇔", "\ufeff")
    .replaceAll("↵", "")
    .replace(/∎\n$/, "");
