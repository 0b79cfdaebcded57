import type { Assessed } from "./assessed.ts";
import { kindTitle } from "./words.ts";

/** Title and version of a document; its kind where it has neither. */
export function pageTitle({ document }: Pick<Assessed, "document">): string {
  const title = document.title?.value ?? "";
  const version = document.facts.version?.value ?? "";
  const named = title.includes(version) ? title : `${title} ${version}`;
  return named.trim() === "" ? kindTitle(document.kind) : named.trim();
}
