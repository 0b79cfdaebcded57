import type { Section } from "./model.ts";

/** The section around a section of a document; `undefined` for the outermost ones. */
export function sectionAround(sections: readonly Section[], section: Section): Section | undefined {
  return sections.slice(0, sections.indexOf(section)).findLast(({ level }) => level < section.level);
}

/** The sections right below a section of a document, in order. */
export function sectionsIn(sections: readonly Section[], section: Section): readonly Section[] {
  const rest = sections.slice(sections.indexOf(section) + 1);
  const end = rest.findIndex(({ level }) => level <= section.level);
  const below = end === -1 ? rest : rest.slice(0, end);
  return below.filter((each) => each.path.length === section.path.length + 1);
}
