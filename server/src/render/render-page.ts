import type { Assessed } from "./assessed.ts";
import { escapeHtml } from "./escape-html.ts";
import { pageTitle } from "./page-title.ts";
import { renderDocument } from "./render-document.ts";
import { style } from "./style.ts";

export interface PageOptions {
  /** `auto`, unless said otherwise: as the reader's system is. */
  readonly theme?: "light" | "dark" | "auto";
}

/** Nothing but the page's own styles: no script, no frame, no form, no address that is loaded. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/**
 * What was assessed, as one HTML file that needs no other: to be read offline, sent around, printed. Its boxes show, and do
 * not answer. The same input gives the same file.
 */
export function renderPage(assessed: Assessed, { theme = "auto" }: PageOptions = {}): string {
  return [
    "<!DOCTYPE html>",
    `<html lang="en" data-theme="${theme}">`,
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(pageTitle(assessed))}</title>`,
    `<style>${style}</style>`,
    "</head>",
    `<body>${renderDocument(assessed, { interactive: false })}</body>`,
    "</html>",
    "",
  ].join("\n");
}
