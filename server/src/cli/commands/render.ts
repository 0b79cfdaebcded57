import { renderPage } from "../../render/index.ts";
import { writeTextFile } from "../files/write-text-file.ts";
import { assessOne } from "../judge/assess-one.ts";
import { assessOptions, readAssessOptions, readServiceSettings } from "../judge/assess-options.ts";
import type { Command } from "./command.ts";

const themes = ["auto", "light", "dark"] as const;

/** `release-docs render`: a document as a page that needs nothing else. */
export const render: Command = {
  name: "render",
  summary: "Write one document as an HTML page that needs no other file",
  operands: "<document>",
  examples: [
    ["release-docs render ops/v2.1.0.runbook.md -o runbook.html", "The page of a runbook, as the preview shows it"],
    ["release-docs render v2.1.0.release-manifest.yaml --theme light > manifest.html", "For print"],
  ],
  options: {
    ...assessOptions,
    theme: { type: "value", placeholder: "T", choices: themes, description: "Colours of the page" },
    output: { type: "value", short: "o", placeholder: "F", description: "The file to write; standard output without" },
  },
  notes: ["Exit code: 0, or 2 when the file is no release document or cannot be read or written."],
  async run(given, { io, createService }) {
    const options = readAssessOptions(given);
    const theme = given.choice("theme", themes) ?? "auto";
    const service = createService(readServiceSettings(given, io.cwd));
    const { assessment } = await assessOne(service, given, options, io, "release-docs render r.md -o r.html");
    const page = renderPage(assessment, { theme });
    const output = given.value("output");
    if (output === undefined) io.stdout.write(forLog(page));
    else await writeTextFile(output, page, io.cwd);
    return 0;
  },
};

/**
 * The same page for standard output, which may be a terminal or the log of a pipeline: with no control characters, and without
 * what a runner would obey (`::command::` first in a line, `##[command]`). The style sheet is ours.
 */
function forLog(page: string): string {
  const start = page.indexOf("<style>");
  const end = page.indexOf("</style>");
  return unobeyed(page.slice(0, start)) + page.slice(start, end) + unobeyed(page.slice(end));
}

function unobeyed(html: string): string {
  return html
    .replace(/\r\n?/g, "\n")
    .replace(/(?![\t\n])\p{Cc}/gu, "\uFFFD")
    .replace(/[\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069]/g, (mark) => `&#${mark.charCodeAt(0)};`)
    .replace(/^([\t \u00A0\u1680\u2000-\u200A\u202F\u205F\u3000\uFEFF]*):(?=:)/gm, "$1&#58;")
    .replace(/##(?=\w*\[)/g, "#&#35;");
}
