import type { RunKind, TextRun } from "../../../text/markdown/split-parts.ts";
import type { Part } from "../../../text/place.ts";
import { type FrontMatter, readFrontMatter } from "./read-front-matter.ts";
import { type PartContent, readPart } from "./read-part.ts";

const nothing: PartContent = {
  passages: [],
  placeholders: [],
  labels: new Map(),
  references: [],
  definitions: [],
  directives: [],
  anchors: [],
  problems: [],
};

/** A run of a Markdown document; what it says is read when first asked for, and kept. */
export class MarkdownPart implements Part {
  readonly text: string;
  readonly kind: RunKind;
  #content: PartContent | undefined;
  #frontMatter: FrontMatter | undefined;

  constructor({ text, kind }: TextRun) {
    this.text = text;
    this.kind = kind;
  }

  get content(): PartContent {
    this.#content ??= this.kind === "body" ? readPart(this) : nothing;
    return this.#content;
  }

  /** `undefined` for every other part. */
  get frontMatter(): FrontMatter | undefined {
    if (this.kind === "front-matter") this.#frontMatter ??= readFrontMatter(this);
    return this.#frontMatter;
  }
}
