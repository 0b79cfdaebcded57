export { encodePath, linkTarget, markdownText, tableRow } from "../../render/index.ts";
