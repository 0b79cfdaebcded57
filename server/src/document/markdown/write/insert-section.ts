import { followingNumber, type HeadingNumber, headingNumber } from "../../../text/markdown/heading-number.ts";
import { lineBreakOf } from "../../../text/markdown/source-lines.ts";
import type { TextChange } from "../../../text/place.ts";
import type { SectionDefinition } from "../../kind.ts";
import { headingsOf } from "../compose/headings.ts";
import type { Node } from "../compose/outline-node.ts";
import { type MarkdownDocument, reading } from "../compose/read-markdown.ts";
import { keepNumbers } from "./renumber.ts";
import { plainWriter, SectionSkeleton, sectionPointer } from "./section-skeleton.ts";
import { endOfSection, startOfSection } from "./section-span.ts";

interface Found {
  /** Keys from the outermost section to this one. */
  readonly path: readonly string[];
  readonly definition: SectionDefinition;
  readonly siblings: readonly SectionDefinition[];
  readonly parent?: SectionDefinition;
}

/**
 * Inserts a section of the kind, with blanks for all that its schema asks for, where its order wants it, at the level of its siblings and with their numbering continued.
 * `undefined` when the kind knows no such section, when it stands there already, when the section around it is missing, or when
 * it would not be read as one there: in a fence that is never closed, say.
 */
export function insertSection(document: MarkdownDocument, key: string): readonly TextChange[] | undefined {
  const { outline, options } = document[reading];
  const found = find(options.kind.sections, key);
  if (found === undefined) return undefined;
  const around = found.parent === undefined ? undefined : nodeOf(outline.nodes, found.parent);
  if (found.parent !== undefined && around === undefined) return undefined;
  const present = outline.nodes.filter((node) => node.section !== undefined && outline.parentOf(node) === around);
  if (present.some(({ definition }) => definition === found.definition)) return undefined;
  const index = found.siblings.indexOf(found.definition);
  const order = (node: Node): number => (node.definition === undefined ? -1 : found.siblings.indexOf(node.definition));
  const before = present.findLast((node) => order(node) >= 0 && order(node) < index);
  const after = before === undefined ? present.find((node) => order(node) > index) : undefined;
  const level = present[0]?.section?.level ?? (around?.section?.level ?? titleLevel(document)) + 1;
  const skeleton = new SectionSkeleton(options.kind.schema, plainWriter);
  const number = numbering(before, after, around);
  const lines = skeleton.section(found.definition, sectionPointer(found.path), level, number);
  const last = before ?? around;
  const at =
    after !== undefined
      ? startOfSection(document, after)
      : last === undefined
        ? document.text.length
        : endOfSection(document, last);
  const inserted = [{ start: at, end: at, text: sectionText(document.text, at, lines) }];
  return keepNumbers(document, inserted, (added) => {
    const headings = headingsOf(document);
    const above = headings.filter(({ span }) => span.start < at).length;
    // At least the section itself: a text in a fence or a comment that is never closed would be none.
    return [...headings.slice(0, above), ...Array<undefined>(Math.max(1, added)), ...headings.slice(above)];
  });
}

function find(siblings: readonly SectionDefinition[], key: string, around?: Found): Found | undefined {
  const found = (definition: SectionDefinition): Found => ({
    path: [...(around?.path ?? []), definition.key],
    definition,
    siblings,
    ...(around === undefined ? {} : { parent: around.definition }),
  });
  const definition = siblings.find((each) => each.key === key);
  if (definition !== undefined) return found(definition);
  for (const each of siblings) {
    const inner = find(each.sections, key, found(each));
    if (inner !== undefined) return inner;
  }
  return undefined;
}

const nodeOf = (nodes: readonly Node[], definition: SectionDefinition): Node | undefined =>
  nodes.find((node) => node.definition === definition && node.section?.known === true);

function titleLevel(document: MarkdownDocument): number {
  return (
    document[reading].outline.nodes.find(({ passage }) => passage.heading !== undefined)?.passage.heading?.level ?? 1
  );
}

/** The number that continues those of the siblings: `7. `, `2.3 `; empty where they have none. */
function numbering(before: Node | undefined, after: Node | undefined, around: Node | undefined): string {
  const read = (node: Node | undefined): HeadingNumber | undefined => headingNumber(node?.passage.heading?.title ?? "");
  const last = read(before);
  if (last !== undefined) return followingNumber(last);
  const next = read(after);
  if (next !== undefined) return `${next.parts.join(".")}${next.mark} `;
  const outer = before === undefined && after === undefined ? read(around) : undefined;
  return outer === undefined ? "" : `${outer.parts.join(".")}.1 `;
}

/** The lines of a section, set apart by blank lines, and by a rule where its neighbours have one. */
function sectionText(text: string, at: number, lines: readonly string[]): string {
  const eol = lineBreakOf(text);
  const before = text.slice(Math.max(0, at - 200), at);
  const ruled = /(?:^|\n)-{3,}[ \t]*\r?\n\s*$/.test(before);
  const gap = at === 0 || /\n[ \t]*\r?\n$/.test(before) ? "" : before.endsWith("\n") ? eol : eol + eol;
  const rest = at === text.length ? eol : `${eol}${eol}${ruled ? `---${eol}${eol}` : ""}`;
  return `${gap}${lines.join(eol)}${rest}`;
}
