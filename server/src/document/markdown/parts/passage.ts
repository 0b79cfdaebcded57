import type { Block, Heading, Stretch } from "../../../text/markdown/blocks.ts";
import { githubSlug } from "../../../text/markdown/github-slug.ts";
import type { PartField } from "../../../text/markdown/pieces/part-field.ts";
import type { AnyPiece, HeadedPieces } from "../../../text/markdown/pieces/pieces.ts";
import { readPieces } from "../../../text/markdown/pieces/read-pieces.ts";
import { plain, textAt, unescapeMarkdown } from "../../../text/markdown/prose.ts";
import { showsText } from "../../../text/markdown/seen-only.ts";
import type { Part, Span, Text } from "../../../text/place.ts";
import { isSeen } from "../../../text/values/invisible.ts";
import { slug } from "../../../text/values/slug.ts";
import { HeadingWords } from "../../../words/heading-words.ts";
import type { Topic } from "../../../words/rollback-words.ts";
import type { PartGate } from "../gates/make-gate.ts";
import { noGoItems } from "../gates/no-go.ts";
import { readGates } from "../gates/read-gates.ts";
import { readRollback } from "../rollback/read-rollback.ts";
import { noRollback, type RollbackReading } from "../rollback/rollback-finds.ts";
import { goesBack, needsNoWayBack } from "../rollback/way-back.ts";
import { type PassageValue, passageValue } from "./passage-value.ts";
import type { Link } from "./read-links.ts";
import { ganttMilestones, tableMilestones } from "./read-milestones.ts";
import { labelledSignOffs, signOffRows } from "./read-sign-offs.ts";
import { testsOf } from "./read-tests.ts";
import { workItemsOf } from "./read-work-items.ts";

/** A heading with all that its words tell. */
export interface PartHeading {
  readonly level: number;
  /** Without emphasis marks and numbering kept: as a reader sees it. */
  readonly title: string;
  readonly text: Text;
  /** Its whole line (or lines, with an underline). */
  readonly line: Span;
  /** Slugs that it may be known by: the whole title, and what stands before a colon, dash or parenthesis. */
  readonly slugs: readonly string[];
  readonly words: HeadingWords;
  readonly anchor: string;
}

/**
 * One heading of a part with what stands under it; read once, whatever document it ends up in. What only some sections are
 * asked for is read when it is.
 */
export class Passage implements HeadedPieces {
  readonly part: Part;
  readonly heading: PartHeading | undefined;
  readonly pieces: readonly AnyPiece[];
  readonly gates: readonly PartGate[];
  readonly fields: readonly PartField[];
  readonly links: readonly Link[];
  /** Its HTML blocks, comments included; whole lines. */
  readonly html: readonly Span[];
  /** Nothing but blank lines, comments and rules. */
  readonly empty: boolean;
  /** What was asked for so far: of the many short sections that a text may have, most are asked for little. */
  readonly #asked: Partial<Asked> = {};
  /** What it says of a rollback under the topics that it was asked for: seldom more than one. */
  readonly #rollback: { readonly topic: Topic; readonly says: RollbackReading }[] = [];

  constructor(part: Part, { heading, blocks }: Stretch, links: readonly Link[]) {
    this.part = part;
    this.heading = heading === undefined ? undefined : readHeading(part, heading);
    this.pieces = readPieces(part, blocks);
    this.gates = readGates(part, this.pieces);
    this.fields = fieldsOf(this.pieces);
    this.links = links;
    this.html = blocks.filter((block) => block.type === "html");
    this.empty = !blocks.some((block) => says(part, block));
  }

  workItems(): Asked["workItems"] {
    this.#asked.workItems ??= workItemsOf(this);
    return this.#asked.workItems;
  }

  tests(): Asked["tests"] {
    this.#asked.tests ??= testsOf(this);
    return this.#asked.tests;
  }

  noGoItems(): Asked["noGoItems"] {
    this.#asked.noGoItems ??= noGoItems(this);
    return this.#asked.noGoItems;
  }

  tableMilestones(): Asked["tableMilestones"] {
    this.#asked.tableMilestones ??= tableMilestones(this);
    return this.#asked.tableMilestones;
  }

  ganttMilestones(): Asked["ganttMilestones"] {
    this.#asked.ganttMilestones ??= ganttMilestones(this);
    return this.#asked.ganttMilestones;
  }

  labelledSignOffs(): Asked["labelledSignOffs"] {
    this.#asked.labelledSignOffs ??= labelledSignOffs(this);
    return this.#asked.labelledSignOffs;
  }

  signOffRows(): Asked["signOffRows"] {
    this.#asked.signOffRows ??= signOffRows(this);
    return this.#asked.signOffRows;
  }

  goesBack(): boolean {
    this.#asked.goesBack ??= goesBack(this);
    return this.#asked.goesBack;
  }

  needsNoWayBack(): boolean {
    this.#asked.needsNoWayBack ??= needsNoWayBack(this);
    return this.#asked.needsNoWayBack;
  }

  value(): PassageValue {
    this.#asked.value ??= passageValue(this);
    return this.#asked.value;
  }

  /** What it says of a rollback when it stands under that topic. */
  rollback(topic: Topic): RollbackReading {
    if (this.pieces.length === 0 && (topic === "none" || topic === "after")) return noRollback;
    const known = this.#rollback.find((reading) => reading.topic === topic);
    if (known !== undefined) return known.says;
    const says = readRollback(this, topic);
    this.#rollback.push({ topic, says });
    return says;
  }
}

/** What only some passages are asked for. */
interface Asked {
  workItems: ReturnType<typeof workItemsOf>;
  tests: ReturnType<typeof testsOf>;
  noGoItems: ReturnType<typeof noGoItems>;
  tableMilestones: ReturnType<typeof tableMilestones>;
  ganttMilestones: ReturnType<typeof ganttMilestones>;
  labelledSignOffs: ReturnType<typeof labelledSignOffs>;
  signOffRows: ReturnType<typeof signOffRows>;
  goesBack: boolean;
  needsNoWayBack: boolean;
  value: PassageValue;
}

/** What stands before a colon, dash or parenthesis. */
const shorterTitles = (title: string): readonly string[] =>
  /[:：(–—-]/.test(title)
    ? [/[:：]/, /\s[–—-]\s/, /\(/].flatMap((mark) => (mark.test(title) ? [title.split(mark)[0] ?? ""] : []))
    : [];

function readHeading(part: Part, { level, text, line }: Heading): PartHeading {
  const source = part.text.slice(text.start, text.end);
  const title = plain(unescapeMarkdown(source));
  const slugs = [title, ...shorterTitles(title)].map(slug).filter((key) => key !== "");
  const words = new HeadingWords(slugs[0] ?? "");
  return { level, title, text: textAt(part, text), line, slugs, words, anchor: githubSlug(title) };
}

function fieldsOf(pieces: readonly AnyPiece[]): readonly PartField[] {
  return pieces.flatMap((piece) => {
    if (piece.type === "table") return tableFields(piece);
    return "field" in piece && piece.field !== undefined && piece.field.key !== "" ? [piece.field] : [];
  });
}

/** The rows of a two-column table are fields, but for those that hold a box. */
function tableFields(table: Extract<AnyPiece, { type: "table" }>): readonly PartField[] {
  if (table.columns.length !== 2) return [];
  return table.rows.flatMap(([label, value]) => {
    if (label === undefined || value === undefined || /^\[[ xX]\]/.test(value.value)) return [];
    const key = slug(plain(label.value));
    return key === "" ? [] : [{ key, label, value }];
  });
}

function says(part: Part, block: Block): boolean {
  if (block.type === "rule") return false;
  if (block.type === "paragraph" || block.type === "item") {
    return block.lines.some(({ start, end }) => showsText(part.text.slice(start, end)));
  }
  if (block.type !== "html") return true;
  return isSeen(part.text.slice(block.start, block.end).replace(/<!--[\s\S]*?(?:-->|$)/g, ""));
}
