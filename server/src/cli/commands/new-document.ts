import { relative, resolve, sep } from "node:path";
import { URI } from "vscode-uri";
import { type Format, fillTemplate, formatOf, nearestName } from "../../engine/index.ts";
import { writeNewFile } from "../files/write-text-file.ts";
import { kindNamed, shortName, type Template, templateKinds, templates } from "../new/templates.ts";
import { plural } from "../reporters/plural.ts";
import { type Arguments, notOneOf } from "../terminal/arguments.ts";
import type { Io } from "../terminal/io.ts";
import { printablePath } from "../terminal/printable.ts";
import { UsageError } from "../terminal/usage-error.ts";
import type { Command } from "./command.ts";

/** `release-docs new`: a release document from its template. */
export const newDocument: Command = {
  name: "new",
  summary: "Begin a release document from its template",
  operands: "<kind>",
  examples: [
    [
      "release-docs new runbook --set version=v2.1.0 -o ops/v2.1.0.runbook.md",
      "A runbook for one release, with its version filled in",
    ],
    [
      "release-docs new manifest --set version=v2.1.0 --set previousVersion=v2.0.4 --set date=2026-12-04 --set owner=@alice -o v2.1.0.release-manifest.yaml",
      "A manifest, with all that is known already",
    ],
    ['release-docs new checklist --set "Release channel=#releases"', "Fill any blank by the words in its brackets"],
    ["release-docs new manifest -o release-manifest.md", "The Markdown form of a manifest"],
  ],
  options: {
    set: {
      type: "value",
      multiple: true,
      placeholder: "NAME=VALUE",
      description: "Fill a blank: version, previousVersion, date, owner, or the words in its brackets",
    },
    output: { type: "value", short: "o", placeholder: "F", description: "The file to write; never one that exists" },
  },
  notes: [
    `Kinds: ${templateKinds.join(", ")}; short: manifest, runbook, plan …`,
    "Exit code: 0, or 2 when the file exists already or cannot be written.",
  ],
  async run(given, { io, createService }) {
    const output = given.value("output");
    const template = templateFor(readKind(given), output);
    const { text, unused } = fillTemplate(template.text, template.format, readValues(given));
    if (unused.length > 0) throw new UsageError(unknownBlank(unused, template));
    if (output === undefined) {
      io.stdout.write(text);
      return 0;
    }
    await writeNewFile(output, text, io.cwd);
    const uri = URI.file(resolve(io.cwd, output)).toString();
    const assessment = await createService({}).assess(uri, text, { as: "run" });
    tell(output, assessment?.document.placeholders.length ?? 0, given, io);
    return 0;
  },
};

function tell(output: string, blanks: number, given: Arguments, io: Io): void {
  if (given.flag("quiet")) return;
  const path = printablePath(relative(io.cwd, resolve(io.cwd, output)).split(sep).join("/"));
  const left = blanks === 0 ? "" : `: ${plural(blanks, "blank")} to fill in, listed by release-docs check ${path}`;
  io.stderr.write(`${path} is written${left}\n`);
}

function readKind({ positionals }: Arguments): string {
  const [word, ...others] = positionals;
  if (word === undefined || others.length > 0) {
    throw new UsageError("new takes one kind: release-docs new runbook -o ops/v2.1.0.runbook.md");
  }
  const kind = kindNamed(word);
  if (kind === undefined) throw new UsageError(`${notOneOf("The kind", word, templateKinds)}${nearKind(word)}`);
  return kind;
}

/** The nearest short name, where no long one is near. */
function nearKind(word: string): string {
  if (nearestName(word, templateKinds) !== undefined) return "";
  const near = nearestName(word.toLowerCase(), templateKinds.map(shortName));
  return near === undefined ? "" : `; did you mean ${near}?`;
}

/** The blank of a kind, in the format that the file's name asks for. */
function templateFor(kind: string, output: string | undefined): Template {
  const ofKind = templates.filter((template) => template.kind === kind);
  const format = output === undefined ? ofKind[0]?.format : formatOf(output);
  const template = ofKind.find((candidate) => candidate.format === format);
  if (template !== undefined) return template;
  const endings = ofKind.map((candidate) => endingOf[candidate.format]).join(" or ");
  throw new UsageError(`${output}: a ${kind} is written to a file whose name ends in ${endings}`);
}

const endingOf: Readonly<Record<Format, string>> = { yaml: ".release-manifest.yaml", markdown: ".md" };

function readValues(given: Arguments): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const setting of given.values("set")) {
    const at = setting.indexOf("=");
    const name = setting.slice(0, at).trim();
    const value = setting.slice(at + 1).trim();
    if (at < 1 || name === "") throw new UsageError(`--set takes NAME=VALUE, not "${setting}"`);
    if (value === "" || /[\r\n]/.test(value)) throw new UsageError(`--set ${name}= needs a value of one line`);
    if (values.has(name)) throw new UsageError(`--set ${name} is given twice`);
    values.set(name, value);
  }
  return values;
}

function unknownBlank(names: readonly string[], { kind }: Template): string {
  return names.map((name) => `The template of a ${kind} has no blank "${name}"`).join("\n");
}
