import { isTitleOf } from "../identity.ts";
import type { KindDefinition, SectionDefinition } from "../kind.ts";
import type { Section, SectionRole } from "../model.ts";
import type { Text } from "../place.ts";
import { type PhaseReading, phaseOf, undecided } from "./gate-phase.ts";
import type { HeadingWords } from "./heading-words.ts";
import type { PartHeading, Passage } from "./passage.ts";
import type { Topic } from "./rollback-words.ts";
import type { SectionMatcher } from "./section-matcher.ts";

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** A passage in its place in the document. */
export interface Node {
  readonly passage: Passage;
  /** Absent for what stands above the first section. */
  readonly section?: Section;
  readonly definition?: SectionDefinition;
  /** Role of the section or of the nearest one around it that has one. */
  readonly role?: SectionRole;
  readonly phase: PhaseReading;
  /** What it is about in the rollback plan; `none` outside of it. */
  readonly topic: Topic;
  /** It is the outermost heading of a rollback plan. */
  readonly announces: boolean;
  readonly parent?: Node;
  readonly children: readonly Node[];
}

export interface Outline {
  readonly title?: Text;
  /** Every passage, in order. */
  readonly nodes: readonly Node[];
  readonly sections: readonly Section[];
}

/** Puts the passages of a document into the tree of its headings. The first heading is the title. */
export function outlineOf(passages: readonly Passage[], kind: KindDefinition, matcher: SectionMatcher): Outline {
  return new OutlineBuilder(kind, matcher).build(passages);
}

interface OpenNode extends Node {
  readonly children: OpenNode[];
  readonly mutable?: Writable<Section> & { children: Section[] };
}

class OutlineBuilder {
  readonly #kind: KindDefinition;
  readonly #matcher: SectionMatcher;
  readonly #nodes: Node[] = [];
  readonly #sections: Section[] = [];
  readonly #open: OpenNode[] = [];
  #title: PartHeading | undefined;
  #seenHeading = false;

  constructor(kind: KindDefinition, matcher: SectionMatcher) {
    this.#kind = kind;
    this.#matcher = matcher;
  }

  build(passages: readonly Passage[]): Outline {
    for (const passage of passages) this.#add(passage);
    const title = this.#title?.text;
    return { nodes: this.#nodes, sections: this.#sections, ...(title === undefined ? {} : { title }) };
  }

  #add(passage: Passage): void {
    const { heading } = passage;
    if (heading === undefined || this.#isTitle(heading)) {
      const topic = this.#title?.words.announcesRollback === true ? "plan" : "none";
      const announces = topic === "plan" && heading !== undefined;
      this.#nodes.push({ passage, phase: undecided, topic, announces, children: [] });
      return;
    }
    while ((this.#open.at(-1)?.section?.level ?? 0) >= heading.level) this.#open.pop();
    const node = this.#section(passage, heading, this.#open.at(-1));
    this.#open.push(node);
    this.#nodes.push(node);
  }

  /** The first heading, unless it is a section of the kind; and one below it that says the kind's title once more. */
  #isTitle(heading: PartHeading): boolean {
    const isSection = (): boolean => this.#matcher.match(heading.slugs.slice(0, 1), undefined)?.inPlace === true;
    if (!this.#seenHeading) {
      this.#seenHeading = true;
      if (isSection() && !this.#saysTitle(heading)) return false;
      this.#title = heading;
      return true;
    }
    const again = heading.level <= (this.#title?.level ?? 0) && this.#sections.length === 0;
    return again && this.#saysTitle(heading) && !isSection();
  }

  #saysTitle({ title }: PartHeading): boolean {
    return [this.#kind.title, ...this.#kind.titles].some((phrase) => isTitleOf(title, phrase));
  }

  #section(passage: Passage, heading: PartHeading, parent: OpenNode | undefined): OpenNode {
    const known = this.#matcher.match(heading.slugs, parent?.definition);
    const inPlace = known?.inPlace === true && (parent === undefined || parent.definition !== undefined);
    const definition = known?.definition;
    const whole = heading.slugs[0] ?? "";
    const around = parent?.phase ?? undecided;
    const annotated = inPlace || around.by === "none" ? definition?.gatePhase : undefined;
    const key = known?.key ?? (whole === "" ? "section" : whole);
    const own = definition?.role ?? (inPlace ? undefined : heading.words.role());
    const role = own ?? parent?.role;
    const phase = phaseOf(heading.words.phase, annotated, around);
    const section: Writable<Section> & { children: Section[] } = {
      key,
      title: heading.title,
      at: heading.text.at,
      level: heading.level,
      path: parent?.section === undefined ? [key] : [...parent.section.path, key],
      gatePhase: phase.phase,
      known: inPlace,
      empty: passage.empty,
      children: [],
      ...(own === undefined ? {} : { role: own }),
      ...(parent?.section === undefined ? {} : { parent: parent.section }),
    };
    const plan = this.#plan(heading.words, own, parent, inPlace);
    const node: OpenNode = {
      passage,
      section,
      mutable: section,
      phase,
      ...plan,
      children: [],
      ...(definition === undefined ? {} : { definition }),
      ...(role === undefined ? {} : { role }),
      ...(parent === undefined ? {} : { parent }),
    };
    this.#sections.push(section);
    if (parent?.mutable !== undefined) {
      parent.children.push(node);
      parent.mutable.children.push(section);
      parent.mutable.empty = false;
    }
    return node;
  }

  /** Whether a section belongs to the rollback plan, and what it is about there. */
  #plan(
    words: HeadingWords,
    role: SectionRole | undefined,
    parent: OpenNode | undefined,
    inPlace: boolean,
  ): Pick<Node, "topic" | "announces"> {
    const around = parent?.topic ?? (this.#nodes[0]?.topic === "plan" ? "plan" : "none");
    if (role === "rollback-triggers" && (inPlace || around !== "none" || words.announcesRollback))
      return { topic: "triggers", announces: around === "none" };
    const says = role === "rollback" || words.announcesRollback;
    if (around === "none" && !says) return { topic: "none", announces: false };
    const own = words.topic();
    if (around === "after") return { topic: "after", announces: false };
    const topic = around === "none" || around === "plan" ? (own ?? "plan") : (own ?? around);
    return { topic, announces: around === "none" };
  }
}
