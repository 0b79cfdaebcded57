import type { Pointer } from "../../../text/json.ts";
import {
  examplesIn,
  isJsonSchema,
  type JsonSchema,
  knownProperties,
  schemasAt,
  stringsOf,
  textIn,
} from "../../../text/json-schema.ts";
import { headingOf } from "../../../text/values/key-words.ts";
import { textIs } from "../../../words/lists.ts";
import type { RollbackPart, SectionDefinition } from "../../kind.ts";
import { rollbackBlanks } from "./rollback-blanks.ts";

/** Writes what a skeleton consists of: for a snippet, or as it is. */
export interface SkeletonWriter {
  /** A text to be typed over. */
  blank(text: string): string;
  /** A text to stay. */
  words(text: string): string;
}

/** Writes blanks and words as they are. */
export const plainWriter: SkeletonWriter = { blank: (text) => text, words: (text) => text };

/** Fields that a new section begins with, at most. */
const mostFields = 9;

/** Writes a section as its schema wants it: fields, table, steps, gates and the sections in it, with blanks to be filled. */
export class SectionSkeleton {
  readonly #root: JsonSchema;
  readonly #writer: SkeletonWriter;

  constructor(root: JsonSchema, writer: SkeletonWriter) {
    this.#root = root;
    this.#writer = writer;
  }

  /** The heading and what stands below it; `pointer` leads to the section's schema, `number` stands before its title. */
  section(definition: SectionDefinition, pointer: Pointer, level: number, number = ""): readonly string[] {
    const heading = `${"#".repeat(Math.min(level, 6))} ${number}${this.#writer.words(definition.title)}`;
    return [heading, "", ...this.body(definition, pointer, level)];
  }

  body(definition: SectionDefinition, pointer: Pointer, level: number): readonly string[] {
    const schemas = schemasAt(this.#root, pointer);
    const required = new Set(schemas.flatMap((schema) => stringsOf(schema.required)));
    const blocks = [
      this.#fields([...pointer, "fields"]),
      this.table([...pointer, "tables"]),
      required.has("steps") && definition.role !== "rollback" ? this.#steps() : [],
      required.has("gates") ? [`- [ ] ${this.#writer.blank("[What must be confirmed]")}`] : [],
      this.#rollback(definition, required),
      ...this.#inner(definition, pointer, level, required.has("sections")),
    ].filter((block) => block.length > 0);
    if (blocks.length === 0) blocks.push([this.#otherwise(definition)]);
    return blocks.flatMap((block, index) => (index === 0 ? block : ["", ...block]));
  }

  #fields(pointer: Pointer): readonly string[] {
    const names = knownProperties(schemasAt(this.#root, pointer)).slice(0, mostFields);
    return names.map(
      (name) => `- **${this.label([...pointer, name])}**: ${this.#writer.blank(this.blank([...pointer, name]))}`,
    );
  }

  /** The label of a field. */
  label(pointer: Pointer): string {
    return this.#writer.words(textIn(schemasAt(this.#root, pointer), "title") ?? String(pointer.at(-1)));
  }

  /** What stands for a field's value until it is filled in. */
  blank(pointer: Pointer): string {
    const [example] = examplesIn(schemasAt(this.#root, pointer));
    if (typeof example === "string" && /^\d{4}-\d\d-\d\d$/.test(example)) return "YYYY-MM-DD";
    return `[${textIn(schemasAt(this.#root, pointer), "title") ?? String(pointer.at(-1))}]`;
  }

  /** The table that a section must have, with one row; empty where the schema names no columns. */
  table(pointer: Pointer): readonly string[] {
    const columns = this.columns(pointer);
    if (columns.length === 0) return [];
    return [
      `| ${columns.join(" | ")} |`,
      `| ${columns.map((column) => "-".repeat(Math.max(3, column.length))).join(" | ")} |`,
      `| ${columns.map((column) => (isBoxColumn(column) ? "[ ]" : this.#writer.blank(`[${column}]`))).join(" | ")} |`,
    ];
  }

  /** Titles of the columns that the schema asks for. */
  columns(pointer: Pointer): readonly string[] {
    const wanted = schemasAt(this.#root, [...pointer, 0, "columns"]).flatMap(({ contains }) =>
      isJsonSchema(contains) ? stringsOf(contains.enum).slice(0, 1) : [],
    );
    return wanted.map(headingOf);
  }

  #steps(): readonly string[] {
    return [`1. ${this.#writer.blank(rollbackBlanks.steps.blank)}`];
  }

  /** What every rollback plan says, where no section of it is there to say so. */
  #rollback({ role, sections }: SectionDefinition, required: ReadonlySet<string>): readonly string[] {
    if (role !== "rollback") return [];
    const has = (inner: SectionDefinition["role"]): boolean =>
      sections.some((section) => section.role === inner && section.required);
    const part = (name: RollbackPart): string =>
      `**${rollbackBlanks[name].label}:** ${this.#writer.blank(rollbackBlanks[name].blank)}`;
    const steps = required.has("steps") || !sections.some((section) => section.required);
    return [
      ...(has("rollback-triggers") ? [] : [part("triggers"), ""]),
      part("owner"),
      "",
      part("estimate"),
      "",
      ...(steps ? [`**${rollbackBlanks.steps.label}:**`, "", ...this.#steps(), ""] : []),
      part("verification"),
    ];
  }

  /** Sections that must stand in this one; all that the schema knows where it asks for some and names none. */
  #inner(
    { sections }: SectionDefinition,
    pointer: Pointer,
    level: number,
    any: boolean,
  ): readonly (readonly string[])[] {
    const needed = sections.filter((section) => section.required);
    const written = needed.length > 0 || !any ? needed : sections;
    return written.map((section) => this.section(section, [...pointer, "sections", section.key], level + 1));
  }

  #otherwise({ role, gatePhase }: SectionDefinition): string {
    if (role === "rollback-triggers" || role === "no-go-triggers") return `- ${this.#writer.blank("[Condition]")}`;
    if (gatePhase !== undefined && role === undefined) return `- [ ] ${this.#writer.blank("[What must be confirmed]")}`;
    return this.#writer.blank("[To be written]");
  }
}

/** The way to the schema of a section, from its keys. */
export const sectionPointer = (path: readonly string[]): Pointer => path.flatMap((key) => ["sections", key]);

/** Whether the cells of a column hold boxes. */
export const isBoxColumn = (title: string): boolean => asksForBox(title) || /^(?:✓|✔|✅)$/.test(title.trim());

const asksForBox = textIs("columnBox");
