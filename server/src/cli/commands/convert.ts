import {
  differences,
  type Leftover,
  manifestToMarkdown,
  manifestToYaml,
  markdownToManifest,
  readYamlComments,
} from "../../convert/index.ts";
import {
  appendTo,
  createKindRegistry,
  createLineIndex,
  type Format,
  type LineIndex,
  type ReleaseDocument,
  readDocument,
} from "../../engine/index.ts";
import { writeNewFile } from "../files/write-text-file.ts";
import { assessOne } from "../judge/assess-one.ts";
import { assessOptions, readAssessOptions, readServiceSettings } from "../judge/assess-options.ts";
import { plural } from "../reporters/plural.ts";
import { complain } from "../terminal/complain.ts";
import type { Io } from "../terminal/io.ts";
import { UsageError } from "../terminal/usage-error.ts";
import type { Command } from "./command.ts";

/** `release-docs convert`: a manifest from Markdown to YAML, or the other way. */
export const convert: Command = {
  name: "convert",
  summary: "Turn a manifest from Markdown into YAML, or from YAML into Markdown",
  operands: "<manifest>",
  examples: [
    ["release-docs convert manifest.md -o v2.1.0.release-manifest.yaml", "To YAML; says what has no place there"],
    ["release-docs convert v2.1.0.release-manifest.yaml > manifest.md", "To Markdown, for people who read it there"],
    ["release-docs convert - --stdin-filepath manifest.md < manifest.md", "From standard input"],
  ],
  options: {
    kind: assessOptions.kind,
    config: assessOptions.config,
    "stdin-filepath": assessOptions["stdin-filepath"],
    output: { type: "value", short: "o", placeholder: "F", description: "The file to write; never one that exists" },
  },
  notes: [
    "Comments go along: in Markdown they are HTML comments that name their value, and so come back to it.",
    "What has no place in the other form is listed on standard error, with its line.",
    "Exit code: 0, or 2 when the file is no manifest, has syntax errors, or cannot be read or written.",
  ],
  async run(given, { io, createService }) {
    const service = createService(readServiceSettings(given, io.cwd));
    const options = readAssessOptions(given);
    const { input, assessment } = await assessOne(service, given, options, io, "release-docs convert manifest.md");
    const { document } = assessment;
    if (document.kind !== "ReleaseManifest")
      throw new UsageError(`${input.path}: is a ${document.kind}, and only manifests have two forms`);
    requireReadable(input.path, document);
    const { text, leftovers } = document.format === "yaml" ? toMarkdown(document) : toYaml(document);
    const output = given.value("output");
    if (output === undefined) io.stdout.write(text);
    else await writeNewFile(output, text, io.cwd);
    tell(input.path, leftovers, io);
    return 0;
  },
};

interface Converted {
  readonly text: string;
  readonly leftovers: readonly Leftover[];
}

function toYaml(document: ReleaseDocument): Converted {
  const { manifest, comments, leftovers } = markdownToManifest(document);
  return { text: manifestToYaml(manifest, comments), leftovers };
}

/** What is lost is what differs once the Markdown is read again. */
function toMarkdown(document: ReleaseDocument): Converted {
  const text = manifestToMarkdown(document.value, readYamlComments(document.text));
  const { kinds } = createKindRegistry();
  const read = (uri: string, source: string) => readDocument(uri, source, { kinds, kind: "ReleaseManifest" });
  const markdown = read("file:///manifest.md", text);
  const again = markdown === undefined ? {} : markdownToManifest(markdown).manifest;
  const back = read("file:///manifest.yaml", manifestToYaml(again))?.value ?? {};
  const lost = differences(document.value, back).filter((path) => !/^(?:apiVersion|kind)$/.test(path));
  const lines = createLineIndex(document.text);
  const leftovers = lost.map((path) => ({ line: lineOf(document, lines, path), what: "property", text: path }));
  return { text, leftovers: leftovers.sort((a, b) => a.line - b.line) };
}

function lineOf(document: ReleaseDocument, lines: LineIndex, path: string): number {
  const pointer = [...path.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, index, key]) =>
    index === undefined ? (key ?? "") : Number(index),
  );
  const { key, value } = document.placeOf(pointer);
  return lines.position(document.span(key ?? value).start).line + 1;
}

function requireReadable(path: string, document: ReleaseDocument): void {
  const { format, problems, unreadable, text } = document;
  const [problem] = problems.filter(({ rule }) => rule !== "syntax/unquoted");
  if (problem === undefined && unreadable.length === 0) return;
  const index = createLineIndex(text);
  const line = problem === undefined ? 1 : index.position(document.span(problem.at).start).line + 1;
  throw new UsageError(`${path}:${line}: ${problem?.message ?? `The ${names[format]} cannot be read`}; mend it first`);
}

const names: Readonly<Record<Format, string>> = { yaml: "YAML", markdown: "Markdown" };
/** From this many of one kind they share a line. */
const many = 4;

function tell(path: string, leftovers: readonly Leftover[], io: Io): void {
  if (leftovers.length === 0) return;
  const byKind = new Map<string, Leftover[]>();
  for (const leftover of leftovers) appendTo(byKind, leftover.what, leftover);
  const shared = [...byKind].filter(([what, all]) => what === "link text" && all.length >= many);
  const single = leftovers.filter(({ what }) => !shared.some(([kind]) => kind === what));
  complain(io, `${path}: ${plural(leftovers.length, "thing")} without a place in the other form:`);
  for (const { line, what, text } of single) complain(io, `${path}:${line}: ${what}: ${shortened(text)}`);
  for (const [what, all] of shared) complain(io, `${path}: ${what}, lines ${all.map(({ line }) => line).join(", ")}`);
}

function shortened(text: string): string {
  return text.length > 100 ? `${text.slice(0, 99)}…` : text;
}
