import type { KindDefinition } from "../../document/kind.ts";
import { SectionSkeleton } from "../../document/markdown/write/section-skeleton.ts";
import { stages } from "../../stage/stage.ts";
import { SnippetWriter } from "./snippet.ts";

/** A whole new Markdown document of a kind, declared, as a snippet: its required sections in order, or all where none is. */
export function documentSkeleton(kind: KindDefinition): string {
  const writer = new SnippetWriter();
  const skeleton = new SectionSkeleton(kind.schema, writer);
  const head = ["---", `kind: ${kind.name}`, `status: ${writer.choice(stages)}`, "---", ""];
  const title = `# ${kind.title}: ${writer.blank("v[X.Y.Z]")}`;
  const required = kind.sections.filter((section) => section.required);
  const sections = (required.length > 0 ? required : kind.sections).flatMap((section) => [
    "",
    ...skeleton.section(section, ["sections", section.key], 2),
  ]);
  return [...head, title, ...sections, ""].join("\n");
}
