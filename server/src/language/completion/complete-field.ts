import { CompletionItemKind } from "vscode-languageserver-types";
import type { KindDefinition } from "../../document/kind.ts";
import { SectionSkeleton, sectionPointer } from "../../document/markdown/write/section-skeleton.ts";
import type { ReleaseDocument, Section } from "../../document/model.ts";
import { knownProperties, schemasAt, textIn } from "../../text/json-schema.ts";
import { slug } from "../../text/values/slug.ts";
import { SnippetWriter } from "./snippet.ts";
import { suggestFieldValues } from "./suggest-field-values.ts";
import type { Suggestion } from "./suggestion.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** `**Label:** value`, `- **Label**: value` up to the cursor. The value may begin with blanks. */
export const fieldValue = /^\s*(?:[-*+]\s+)?\*\*([^*]{1,80}?):?\*\*:?[ \t]([^*]*)$/;

/** Values of a field by its label. */
export async function fieldValues(
  label: string,
  section: Section | undefined,
  kind: KindDefinition,
  vocabulary: Vocabulary,
): Promise<readonly Suggestion[]> {
  const pointer = section === undefined ? undefined : [...sectionPointer(section.path), "fields", slug(label)];
  const found = await suggestFieldValues(label, kind, pointer, vocabulary);
  return found.map(({ value, kind: sort, detail }) => ({
    label: value,
    text: value,
    kind: sort,
    ...(detail !== undefined && { detail }),
  }));
}

/** Fields that the schema of the section knows and the document does not state, from their `**` on. */
export function missingFields(
  document: ReleaseDocument,
  section: Section | undefined,
  kind: KindDefinition,
): readonly Suggestion[] {
  if (section === undefined) return [];
  const pointer = [...sectionPointer(section.path), "fields"];
  const stated = new Set(document.fields.filter((field) => field.section === section).map(({ key }) => key));
  return knownProperties(schemasAt(kind.schema, pointer))
    .filter((key) => !stated.has(key))
    .map((key): Suggestion => {
      const own = [...pointer, key];
      const writer = new SnippetWriter();
      const skeleton = new SectionSkeleton(kind.schema, writer);
      const label = skeleton.label(own);
      const documentation = textIn(schemasAt(kind.schema, own), "description");
      return {
        label,
        detail: "Field",
        kind: CompletionItemKind.Field,
        text: `**${label}:** ${writer.blank(skeleton.blank(own))}`,
        snippet: true,
        filter: `**${label}`,
        ...(documentation !== undefined && { documentation }),
      };
    });
}
