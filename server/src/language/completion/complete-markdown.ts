import { type CompletionItem, CompletionItemKind } from "vscode-languageserver-types";
import { stages } from "../../stage/stage.ts";
import { createLineIndex, type LinePosition } from "../../text/line-index.ts";
import { runStart } from "../../text/values/text-end.ts";
import type { FeatureContext } from "../feature.ts";
import { fieldValue, fieldValues, missingFields } from "./complete-field.ts";
import { completeTable, sectionTable } from "./complete-table.ts";
import { completeYaml } from "./complete-yaml.ts";
import { frontMatterSchema } from "./front-matter-schema.ts";
import { bodyStartOf, type MarkdownSpot, markdownSpotAt } from "./markdown-spot.ts";
import { SnippetWriter } from "./snippet.ts";
import { suggestAnswers, suggestGates } from "./suggest-gates.ts";
import { suggestLinks, suggestTargets } from "./suggest-links.ts";
import { suggestSections } from "./suggest-sections.ts";
import { type Suggestion, toCompletionItems } from "./suggestion.ts";
import { completeSuppression } from "./suppressions.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** What can be written, and the columns of the line that it takes the place of. */
interface Found {
  readonly suggestions: readonly Suggestion[];
  readonly start: number;
  readonly end: number;
}

/** Completes a Markdown document by the line around the cursor and the section that it stands in. */
export async function completeMarkdown(
  context: FeatureContext,
  position: LinePosition,
  vocabulary: Vocabulary,
): Promise<readonly CompletionItem[]> {
  const { document } = context.assessment;
  const body = bodyStartOf(document.text, context.lines);
  if (position.line > 0 && position.line < body - 1) return completeFrontMatter(context, position, body, vocabulary);
  const spot = markdownSpotAt(document, context.lines, position);
  const found = await suggestionsAt(context, spot, vocabulary);
  const range = {
    start: { line: spot.row, character: found.start },
    end: { line: spot.row, character: found.end },
  };
  return toCompletionItems(found.suggestions, range);
}

function completeFrontMatter(
  { assessment, lines }: FeatureContext,
  position: LinePosition,
  body: number,
  vocabulary: Vocabulary,
): Promise<readonly CompletionItem[]> {
  const end = body >= lines.lineCount ? assessment.document.text.length : lines.line(body - 1).start;
  const text = assessment.document.text.slice(0, end);
  return completeYaml({ text, lines: createLineIndex(text), schema: frontMatterSchema, vocabulary }, position);
}

const bareFence = /^(?:|text|txt|plain|ya?ml)$/;
const taskStart = /^(\s*(?:[-*+]|\d+[.)])\s*)(\[[ xX]?\]?)?$/;
const task = /^\s*(?:[-*+]|\d+[.)])\s+\[[ xX]\]\s/;
const handle = /(?:^|[\s(,|:*])(@[\w./-]*)$/;
const code = /^[^`]*(?:`[^`]*`[^`]*)*`([^`]*)$/;

async function suggestionsAt(context: FeatureContext, spot: MarkdownSpot, vocabulary: Vocabulary): Promise<Found> {
  const { before, after, section } = spot;
  const { document, kind } = context.assessment;
  const at = before.length;
  if (spot.fence !== undefined) return inFence(spot, vocabulary);
  if (isInComment(before)) return comment(before, after, vocabulary);
  if (spot.row === 0 && /^-{0,3}$/.test(before) && after === "")
    return { ...ends(0, at), suggestions: [frontMatter(kind.name)] };
  const heading = /^(#{1,6})(?:[ \t].*)?$/.exec(before);
  if (heading !== null) {
    const suggestions = suggestSections(kind, document, {
      section,
      level: heading[1]?.length ?? 0,
      line: context.lines.line(spot.row),
    });
    return { ...ends(0, at + after.length), suggestions };
  }
  const target = targetBegun(before);
  if (target !== undefined) {
    const others = target.includes("#") ? await context.others() : [];
    const suggestions = suggestTargets(document, target, await vocabulary.paths(), others);
    return { ...ends(at - target.length, at + (/^[^)\s]*/.exec(after)?.[0].length ?? 0)), suggestions };
  }
  const marker = taskStart.exec(before);
  if (marker !== null) return tasks(marker[1] ?? "", before, after, vocabulary);
  const typed = answerBegun(before);
  if (typed !== undefined) {
    const suggestions = suggestAnswers(vocabulary.today, await someone(vocabulary));
    return { ...ends(at - typed.length, at + (after.startsWith(")") && typed !== "" ? 1 : 0)), suggestions };
  }
  const word = handle.exec(before)?.[1];
  if (word !== undefined) return people(word, before, after, vocabulary);
  const field = fieldValue.exec(before);
  if (field !== null) {
    const value = (field[2] ?? "").trimStart();
    const suggestions = await fieldValues(field[1] ?? "", section, kind, vocabulary);
    return { ...ends(at - value.length, at + after.trimEnd().length), suggestions };
  }
  if (before.trimStart().startsWith("|")) return completeTable(spot, kind, vocabulary);
  const text = linkBegun(before);
  if (text !== undefined) {
    const suggestions = suggestLinks(document, await vocabulary.paths());
    return { ...ends(at - text.length, at + (after.startsWith("]") ? 1 : 0)), suggestions };
  }
  const quoted = code.exec(before)?.[1];
  if (quoted !== undefined) return ids(quoted, before, after, vocabulary);
  return freshLine(context, spot, vocabulary);
}

const ends = (start: number, end: number) => ({ start, end });

function isInComment(before: string): boolean {
  const start = before.lastIndexOf("<!--");
  return start !== -1 && !before.includes("-->", start + 4);
}

/** What is typed behind the words of a gate: a parenthesis, or nothing yet; `undefined` where no answer can stand. */
function answerBegun(before: string): string | undefined {
  const words = before.slice(task.exec(before)?.[0].length ?? before.length);
  const said = words.trimEnd();
  if (said === "") return undefined;
  if (said.length < words.length) return "";
  const open = words.lastIndexOf("(");
  const isApart = open > 0 && /\s/.test(words.charAt(open - 1)) && words.slice(0, open).trim() !== "";
  return isApart && /^\([\w/@:\s]*$/.test(words.slice(open)) ? words.slice(open) : undefined;
}

/** The target of a link that is not closed yet. */
function targetBegun(before: string): string | undefined {
  const open = before.indexOf("](", runStart(before, /[^)\s]/));
  return open === -1 ? undefined : before.slice(open + 2);
}

/** The text of a link that is not closed yet, from its bracket on. */
function linkBegun(before: string): string | undefined {
  const rest = before.slice(Math.max(0, before.lastIndexOf("]")));
  const match = /(?:^|[^\]!\w\\])\[/.exec(rest);
  return match === null ? undefined : rest.slice(match.index + match[0].length - 1);
}

/** Gates can be written in a fence that is no code. */
async function inFence({ fence = "", before, after }: MarkdownSpot, vocabulary: Vocabulary): Promise<Found> {
  const marker = bareFence.test(fence) ? taskStart.exec(before) : null;
  if (marker !== null) return tasks(marker[1] ?? "", before, after, vocabulary);
  const word = handle.exec(before)?.[1];
  return word === undefined
    ? { ...ends(before.length, before.length), suggestions: [] }
    : people(word, before, after, vocabulary);
}

function comment(before: string, after: string, vocabulary: Vocabulary): Found {
  const found = completeSuppression(before, after, vocabulary.rules);
  if (after.includes("-->")) return found;
  const suggestions = found.suggestions.map((suggestion) =>
    suggestion.snippet ? { ...suggestion, text: `${suggestion.text} -->` } : suggestion,
  );
  return { ...found, suggestions };
}

function frontMatter(kind: string): Suggestion {
  const writer = new SnippetWriter();
  return {
    label: "Front matter",
    detail: "Declares the document: its kind and status",
    kind: CompletionItemKind.Snippet,
    text: ["---", `kind: ${kind}`, `status: ${writer.choice(stages)}`, "---", ""].join("\n"),
    snippet: true,
    filter: "--- Front matter",
  };
}

async function tasks(marker: string, before: string, after: string, vocabulary: Vocabulary): Promise<Found> {
  const start = marker.length;
  const lead = /\s$/.test(marker) ? "" : " ";
  const suggestions = suggestGates(vocabulary.today, await someone(vocabulary)).map((suggestion) => ({
    ...suggestion,
    text: lead + suggestion.text,
  }));
  return { start, end: before.length + (/^[ xX]?\]/.exec(after)?.[0].length ?? 0), suggestions };
}

/** The one who most likely answers a gate. */
const someone = async (vocabulary: Vocabulary): Promise<string> =>
  (await vocabulary.names()).people[0]?.text ?? "@name";

async function people(word: string, before: string, after: string, vocabulary: Vocabulary): Promise<Found> {
  const { people: known } = await vocabulary.names();
  const suggestions = known
    .filter(({ text }) => text.startsWith("@"))
    .map(({ text, detail }): Suggestion => ({ label: text, text, detail, kind: CompletionItemKind.Variable }));
  return {
    ...ends(before.length - word.length, before.length + (/^[\w/-]*/.exec(after)?.[0].length ?? 0)),
    suggestions,
  };
}

/** Ids that are usually written as code. */
async function ids(typed: string, before: string, after: string, vocabulary: Vocabulary): Promise<Found> {
  const names = await vocabulary.names();
  const suggestions = [...names.migrations, ...names.workItems, ...names.versions].map(
    ({ text, detail }): Suggestion => ({ label: text, text, detail, kind: CompletionItemKind.Reference }),
  );
  return {
    ...ends(before.length - typed.length, before.length + (/^[^`\s]*/.exec(after)?.[0].length ?? 0)),
    suggestions,
  };
}

/** A line on which nothing but a word is written: a row below a table, fields, a gate, the next section. */
async function freshLine(context: FeatureContext, spot: MarkdownSpot, vocabulary: Vocabulary): Promise<Found> {
  const { before, after, section, row } = spot;
  const { document, kind } = context.assessment;
  if (!/^\**\s*$/.test(after) || !/^\s*(?:\*{0,2}[\w-]*|\*\*[^*:]*)$/.test(before)) {
    return { ...ends(before.length, before.length), suggestions: [] };
  }
  if (
    before.trim() === "" &&
    spot
      .lineAt(row - 1)
      .trimStart()
      .startsWith("|")
  ) {
    const table = await completeTable(spot, kind, vocabulary);
    if (table.suggestions.length > 0) return table;
  }
  const bold = before.includes("*");
  const fields = missingFields(document, section, kind);
  const gates = suggestGates(vocabulary.today, await someone(vocabulary)).map((suggestion) => ({
    ...suggestion,
    text: `- ${suggestion.text}`,
    filter: suggestion.label,
  }));
  const sections = suggestSections(kind, document, { section, level: 0, line: context.lines.line(row) });
  const others = bold ? [] : [...sectionTable(spot, kind), ...gates.slice(0, 1), ...sections];
  const unmarked = [...fields, ...others].map((suggestion) =>
    bold ? suggestion : { ...suggestion, filter: suggestion.label },
  );
  return { ...ends(before.length - before.trimStart().length, before.length + after.length), suggestions: unmarked };
}
