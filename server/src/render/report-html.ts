import MarkdownIt from "markdown-it";
import { lazy } from "../text/lazy.ts";

/** Nothing but what a report consists of: no HTML, no images, no address that was not written as a link. */
const parser = lazy(() => {
  const markdown = new MarkdownIt({ html: false, linkify: false }).disable(["image", "autolink"]);
  markdown.renderer.rules.table_open = () =>
    '<div class="table" role="group" aria-label="Table" tabindex="0"><table>\n';
  markdown.renderer.rules.table_close = () => "</table></div>\n";
  return markdown;
});

/** A Go/No-Go report, as `renderReport` writes it, as the body of a page. Its links are those of the report. */
export function renderReportHtml(report: string): string {
  return `<main id="document" class="report">${parser().render(report)}</main>`;
}
