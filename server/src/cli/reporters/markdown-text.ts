export { encodePath, linkTarget, markdownText, tableRow } from "../../render/report/markdown-text.ts";
