/*
 * Documents, reports and changes of them as HTML and Markdown.
 */

export { pageTitle } from "./page-title.ts";
export { renderDocument } from "./render-document.ts";
export { renderPage } from "./render-page.ts";
export { encodePath, linkTarget, markdownText, tableRow } from "./report/markdown-text.ts";
export { type ReportDocument, reportDocument } from "./report/report-document.ts";
export { shapedSection, shapedText, shapedTitle, shared, sharedByFindings } from "./report/shaped.ts";
export { renderReport } from "./report.ts";
export { renderReportHtml } from "./report-html.ts";
export { withLineSteps } from "./update/line-steps.ts";
export { type PageChange, pageChanges } from "./update/page-changes.ts";
export { type PageElement, readElements } from "./update/page-elements.ts";
