import { largest } from "../text/extremes.ts";
import { examplesIn, type JsonSchema, stringsOf, textIn } from "../text/json-schema.ts";
import { markdownCode, markdownText, messageText } from "../text/markdown/escape-markdown.ts";

/** Longest example that is shown. */
const longestExample = 400;

/**
 * What a schema says of a value, as Markdown: title, description, allowed values, an example. Empty where it says nothing. A team's
 * schema says it in plain text: of Markdown only code in backticks is taken.
 */
export function schemaText(schemas: readonly JsonSchema[], name?: string): string {
  const title = textIn(schemas, "title");
  const description = textIn(schemas, "description");
  const allowed = schemas.flatMap((schema) => stringsOf(schema.enum));
  const parts = [
    title === undefined ? "" : `**${markdownText(title)}**`,
    (description ?? "")
      .split(/\n{2,}/)
      .map(messageText)
      .join("\n\n"),
    allowed.length > 1 ? `One of ${allowed.map(markdownCode).join(", ")}.` : "",
    exampleText(schemas, name),
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

function exampleText(schemas: readonly JsonSchema[], name: string | undefined): string {
  const [example] = examplesIn(schemas);
  if (example === undefined) return "";
  const source = exampleSource(example, 0);
  const text =
    name === undefined ? source : source.includes("\n") ? `${name}:\n${indented(source)}` : `${name}: ${source}`;
  if (text.length > longestExample) return "";
  // A team's example may close a fence of three marks.
  const fence = "`".repeat(largest([3, ...(text.match(/`+/g) ?? []).map(({ length }) => length + 1)]));
  return `${fence}yaml\n${text}\n${fence}`;
}

const indented = (text: string): string => text.replace(/^/gm, "  ");

/** An example as YAML. */
function exampleSource(value: unknown, depth: number): string {
  if (Array.isArray(value)) {
    if (value.every((item) => typeof item !== "object")) return `[${value.map(scalarSource).join(", ")}]`;
    return value.map((item) => `- ${exampleSource(item, depth + 1).replace(/\n/g, "\n  ")}`).join("\n");
  }
  if (typeof value !== "object" || value === null) return scalarSource(value);
  return Object.entries(value)
    .map(([key, inner]) => {
      const source = exampleSource(inner, depth + 1);
      return source.includes("\n") || isMap(inner) ? `${key}:\n${indented(source)}` : `${key}: ${source}`;
    })
    .join("\n");
}

const isMap = (value: unknown): boolean => typeof value === "object" && value !== null && !Array.isArray(value);

const scalarSource = (value: unknown): string =>
  typeof value === "string" && /^[\w./-][^#:[\]{},]*$/.test(value) && !/^[\d.]+$/.test(value)
    ? value
    : JSON.stringify(value);
