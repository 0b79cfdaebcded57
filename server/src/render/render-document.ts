import type { Assessed } from "./assessed.ts";
import { banner, findingsList } from "./banner.ts";
import { escapeHtml } from "./escape-html.ts";
import { renderManifest } from "./manifest/render-manifest.ts";
import { renderMarkdown } from "./markdown/render-markdown.ts";
import { createPageContext, type PageContext } from "./page-context.ts";
import { pageTitle } from "./page-title.ts";

export interface RenderOptions {
  /** Boxes can be answered; true unless said otherwise. */
  readonly interactive?: boolean;
  /** Said in the banner: why nothing can be answered, say. */
  readonly note?: string;
}

/**
 * What was assessed, as the HTML of a page's body: the verdict, the document, its findings.
 *
 * Elements carry the zero-based line that they show (`data-line`); boxes the id of their gate (`data-gate`) and, in a choice,
 * which option they are (`data-option`); links to places in the source `data-jump="line:character"`. No script, no style, no
 * address that a browser loads by itself.
 */
export function renderDocument(assessed: Assessed, { interactive = true, note }: RenderOptions = {}): string {
  const page = createPageContext(assessed, interactive);
  const content = renderContent(page);
  const heading = content.includes("<h1") ? "" : `<h1 class="visually-hidden">${escapeHtml(pageTitle(page))}</h1>`;
  return `${banner(page, note)}<main id="document">${heading}${content}</main>${findingsList(page)}`;
}

function renderContent(page: PageContext): string {
  const { document } = page;
  const refused = document.problems.find(({ rule }) => rule === "syntax/limit");
  if (refused !== undefined) return `<p class="notice">${escapeHtml(refused.message)}</p>`;
  return document.format === "yaml" ? renderManifest(page) : renderMarkdown(page);
}
