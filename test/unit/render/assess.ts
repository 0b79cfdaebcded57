import type { Assessment, AssessOptions } from "../../../server/src/engine/service.ts";
import { createReleaseDocsService } from "../../../server/src/engine/service.ts";
import { memoryFiles } from "../../support/memory-files.ts";

/** Reads and judges a text as the product does, on a fixed day. */
export async function assess(
  text: string,
  name = "checklist.md",
  options: AssessOptions & { readonly files?: Readonly<Record<string, string>> } = {},
): Promise<Assessment> {
  const service = createReleaseDocsService({ files: memoryFiles(options.files ?? {}), today: () => "2026-11-20" });
  const assessment = await service.assess(`file:///w/${name}`, text, options);
  if (assessment === undefined) throw new Error("not read as a release document");
  return assessment;
}

/** A Markdown checklist in progress; what matters stands in its pre-release section. */
export const checklist = (body: string, status = "in progress"): string =>
  `---\nkind: ReleaseChecklist\nstatus: ${status}\n---\n# Release Checklist: v1.2.0\n\n## Pre-Release\n\n${body}\n`;

/** What a page shows of a document, without banner and findings. */
export function contentOf(html: string): string {
  return /<main id="document">([\s\S]*)<\/main>/.exec(html)?.[1] ?? "";
}

/** HTML without what ties it to source lines. */
export const withoutLines = (html: string): string => html.replace(/ id="L\d+" data-line="\d+"/g, "");
