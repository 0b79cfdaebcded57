import { identify } from "../../document/identity.ts";
import type { ReleaseDocument, TemplateSource } from "../../document/model.ts";
import { createKindRegistry } from "../../schema/registry.ts";
import { createLineIndex } from "../../text/line-index.ts";
import type { Configuration } from "../../workspace/configuration.ts";
import { globMatcher } from "../../workspace/glob.ts";
import { relativePath } from "../../workspace/relative-path.ts";
import type { Shaping } from "../shaping.ts";
import { type ShapingEvidence, saidAt } from "./evidence.ts";

type Entry = Configuration["documents"][number];

/** The entry of `documents` that has the last word on one property of a file. */
function entryFor(uri: string, { root, documents }: Configuration, property: keyof Entry): Entry | undefined {
  if (documents.length === 0) return undefined;
  const path = relativePath(root, uri);
  return path === undefined
    ? undefined
    : documents.findLast((entry) => entry[property] !== undefined && globMatcher([entry.files])(path));
}

/** What the document would be without the configuration and the options. */
function kindByItself(uri: string, text: string): string | undefined {
  return identify(uri, text, createKindRegistry().kinds)?.kind.name;
}

/** The kind that an option or the configuration gives, and that the kind is not judged. */
export function kinds({ document, kind, configuration, options }: ShapingEvidence): readonly Shaping[] {
  const shaped: Shaping[] = [];
  const entry = entryFor(document.uri, configuration, "kind");
  if (options.kind !== undefined || entry !== undefined) {
    const byItself = kindByItself(document.uri, document.text);
    const instead = byItself === undefined || byItself === document.kind ? "" : `; by itself it is a ${byItself}`;
    shaped.push({
      what: "kind",
      sentence: `Declared as ${document.kind}${options.kind === undefined ? "" : " by --kind"}${instead}`,
      ...(options.kind === undefined && saidAt(configuration, "documents", entry?.files)),
    });
  }
  if (!kind.judged) {
    const sentence = `A ${document.kind} is not judged: only its structure is looked at`;
    shaped.push({ what: "kind", sentence, takesOut: true });
  }
  return shaped;
}

/** A schema of the team's own. */
export function schemas({ document, configuration }: ShapingEvidence): readonly Shaping[] {
  const entry = entryFor(document.uri, configuration, "schema");
  if (entry === undefined) return [];
  const sentence = "Judged by a schema of the team's own, not by ours";
  return [{ what: "schema", sentence, ...saidAt(configuration, "documents", entry.files) }];
}

const templateReasons: Readonly<Record<TemplateSource, string>> = {
  "front matter": "it says so itself (`template`)",
  configuration: "it is said of it",
  path: "its path says so",
  title: "its title says so",
  blank: "nothing in it is filled in",
};

/** Where a document says in its title that it is a template. */
function sourcePlace(document: ReleaseDocument): Pick<Shaping, "at"> {
  const { templateSource, title, uri, text } = document;
  if (templateSource === "path") return { at: { file: uri } };
  if (templateSource !== "title" || title === undefined) return {};
  const { line } = createLineIndex(text).position(document.span(title.at).start);
  return { at: { file: uri, line: line + 1 } };
}

/** Whether it is a blank, and who says so. */
export function templates({ document, configuration, options }: ShapingEvidence): readonly Shaping[] {
  const told = (why: string, at: Pick<Shaping, "at"> = {}): readonly Shaping[] => {
    const is = document.template ? "Taken as a template, which is not judged" : "Taken as a run, not as a template";
    const out = document.template ? ({ takesOut: true } as const) : {};
    return [{ what: "template", sentence: `${is}${why === "" ? "" : `: ${why}`}`, ...out, ...at }];
  };
  if (options.as !== undefined) return told(`--as ${options.as}`);
  const entry = entryFor(document.uri, configuration, "template");
  if (entry !== undefined) return told("", saidAt(configuration, "documents", entry.files));
  const { templateSource } = document;
  return templateSource === undefined ? [] : told(templateReasons[templateSource], sourcePlace(document));
}

/** A release document that the configuration makes none: it is declared as a kind that its format does not have. */
export function takenOut(uri: string, text: string, configuration: Configuration): Shaping | undefined {
  const entry = entryFor(uri, configuration, "kind");
  const byItself = entry && kindByItself(uri, text);
  if (byItself === undefined) return undefined;
  const sentence = `A ${byItself} is left out: it is declared as ${entry?.kind}, which is no kind of its format`;
  return { what: "excluded", sentence, path: uri, ...saidAt(configuration, "documents", entry?.files) };
}
