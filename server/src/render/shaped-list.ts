import { placeWords, renamed, type Shaping } from "../verdict/shaping.ts";
import { wayTo } from "../workspace/relative-path.ts";
import { escapeHtml } from "./escape-html.ts";
import type { PageContext } from "./page-context.ts";
import { shapedTitle } from "./report/shaped.ts";
import { linkTo } from "./safe-link.ts";

/**
 * What shaped the verdict, folded below it: the entries of the report, each with a link to the place that says so. Files are named
 * by the way to them from the folder of the document.
 */
export function shapedList({ document, shaped }: PageContext): string {
  if (shaped.length === 0) return "";
  const items = shaped.map((shaping) => `<li>${item(shaping, document.uri)}</li>`);
  const summary = `${shapedTitle} (${items.length})`;
  return `<details class="shaped"><summary>${summary}</summary><ul>${items.join("")}</ul></details>`;
}

function item(shaping: Shaping, uri: string): string {
  const sentence = escapeHtml(shaping.sentence);
  const { at } = shaping;
  const words = placeWords(renamed(shaping, (file) => wayTo(uri, file)));
  if (at === undefined || words === undefined) return sentence;
  const target = encodeURIComponent(wayTo(uri, at.file)).replaceAll("%2F", "/");
  return `${sentence} (${linkTo(at.line === undefined ? target : `${target}#L${at.line}`, escapeHtml(words))})`;
}
