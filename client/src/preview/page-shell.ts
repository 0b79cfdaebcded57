/** What the empty page of a preview is made of. */
export interface PageShell {
  /** URI of the page's script, as the webview reaches it. */
  readonly script: string;
  /** Fresh for each page: 16 bytes or more at random, as letters and digits. */
  readonly nonce: string;
  /** The document that the page shows. */
  readonly uri: string;
}

/**
 * The page that a preview starts from. It may run its own script and nothing else: no style, image, font, frame, form or
 * request. (Its style sheet is made by that script.)
 */
export function pageShell({ script, nonce, uri }: PageShell): string {
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`;
  return [
    "<!DOCTYPE html>",
    '<html lang="en">',
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    "<title>Release document</title>",
    "</head>",
    `<body data-uri="${escapeAttribute(uri)}">`,
    '<p id="status" class="visually-hidden" role="status"></p>',
    '<div id="page"></div>',
    `<script nonce="${nonce}" src="${escapeAttribute(script)}"></script>`,
    "</body>",
    "</html>",
  ].join("\n");
}

const escapeAttribute = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
