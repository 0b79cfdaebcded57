import { edgesOf } from "../../../text/markdown/front-matter-span.ts";
import type { Problem } from "../../model.ts";
import { textProblems } from "../../text-problems.ts";
import type { MarkdownPart } from "./markdown-part.ts";

/** What a Markdown text as a whole, and its front matter, hold that could not be read or had to be guessed. */
export function problemsOf(text: string, parts: readonly MarkdownPart[]): readonly Problem[] {
  return [...textProblems(text, parts), ...frontMatterProblems(parts)];
}

function frontMatterProblems(parts: readonly MarkdownPart[]): readonly Problem[] {
  const index = parts.findIndex(({ kind }) => kind === "front-matter");
  const part = parts[index];
  if (part === undefined) return [];
  const own = part.frontMatter?.problems ?? [];
  const { opened, closed } = edgesOf(part.text);
  return opened && closed && parts[index - 1]?.kind !== "body" ? own : [misplaced(part), ...own];
}

function misplaced(part: MarkdownPart): Problem {
  const message =
    "Front matter must begin on the first line, between lines of --- alone: most tools see none here; write it there";
  const end = part.text.search(/\r?\n|$/);
  const start = part.text.length - part.text.trimStart().length;
  return { rule: "syntax/front-matter", severity: "warning", message, at: { part, start, end }, misplaced: true };
}
