import { lazy } from "../../../text/lazy.ts";
import type { Text } from "../../../text/place.ts";
import { appendTo } from "../../append-to.ts";
import { isTitleOf } from "../../identity.ts";
import type { KindDefinition } from "../../kind.ts";
import type { Section } from "../../model.ts";
import type { PartHeading, Passage } from "../parts/passage.ts";
import { type Node, sectionNode, stillStands, top, topOfPlan } from "./outline-node.ts";
import type { SectionMatcher } from "./section-matcher.ts";

/** The passages of a document in the tree of its headings. */
export class Outline {
  readonly title: Text | undefined;
  /** Every passage, in order. */
  readonly nodes: readonly Node[];
  readonly sections: readonly Section[];
  /** Of each node its index in the outline before; `undefined` for those that it did not have. */
  readonly before: readonly (number | undefined)[];
  readonly matcher: SectionMatcher;
  readonly #parents: () => ReadonlyMap<Node, Node>;
  readonly #children: () => ReadonlyMap<Node | undefined, readonly Node[]>;

  constructor({ title, nodes, before, matcher }: Pick<Outline, "title" | "nodes" | "before" | "matcher">) {
    this.title = title;
    this.nodes = nodes;
    this.sections = nodes.flatMap(({ section }) => section ?? []);
    this.before = before;
    this.matcher = matcher;
    this.#parents = lazy(() => parentsOf(nodes));
    this.#children = lazy(() => childrenBy(nodes, this.#parents()));
  }

  /** The section around a section; `undefined` for the outermost ones and for what stands above them. */
  parentOf(node: Node): Node | undefined {
    return this.#parents().get(node);
  }

  /** The sections right below a section, in order; the outermost ones for `undefined`. */
  childrenOf(node: Node | undefined): readonly Node[] {
    return this.#children().get(node) ?? [];
  }
}

function childrenBy(
  nodes: readonly Node[],
  parents: ReadonlyMap<Node, Node>,
): ReadonlyMap<Node | undefined, readonly Node[]> {
  const children = new Map<Node | undefined, Node[]>();
  for (const node of nodes) {
    if (node.section === undefined) continue;
    appendTo(children, parents.get(node), node);
  }
  return children;
}

function parentsOf(nodes: readonly Node[]): ReadonlyMap<Node, Node> {
  const parents = new Map<Node, Node>();
  const open: Node[] = [];
  for (const node of nodes) {
    if (node.section === undefined) continue;
    open.length = node.path.length - 1;
    const parent = open.at(-1);
    if (parent !== undefined) parents.set(node, parent);
    open.push(node);
  }
  return parents;
}

/**
 * Puts the passages of a document into the tree of its headings. The first heading is the title. A passage that `earlier`
 * has in the same surroundings (counted from the front or from the back) keeps its node.
 */
export function outlineOf(
  passages: readonly Passage[],
  kind: KindDefinition,
  matcher: SectionMatcher,
  earlier?: Outline,
): Outline {
  return new OutlineBuilder(kind, matcher, earlier).build(passages);
}

class OutlineBuilder {
  readonly #kind: KindDefinition;
  readonly #matcher: SectionMatcher;
  readonly #earlier: readonly Node[];
  readonly #nodes: Node[] = [];
  readonly #before: (number | undefined)[] = [];
  readonly #open: Node[] = [];
  #title: PartHeading | undefined;
  #seenHeading = false;
  #seenSection = false;

  constructor(kind: KindDefinition, matcher: SectionMatcher, earlier: Outline | undefined) {
    this.#kind = kind;
    this.#matcher = matcher;
    this.#earlier = earlier?.matcher === matcher ? earlier.nodes : [];
  }

  build(passages: readonly Passage[]): Outline {
    const shift = this.#earlier.length - passages.length;
    passages.forEach((passage, index) => {
      const fromFront = this.#earlier[index]?.passage === passage;
      const fromBack = !fromFront && this.#earlier[index + shift]?.passage === passage;
      this.#add(passage, passages[index + 1], fromFront ? index : fromBack ? index + shift : undefined);
    });
    return new Outline({
      title: this.#title?.text,
      nodes: this.#nodes,
      before: this.#before,
      matcher: this.#matcher,
    });
  }

  #add(passage: Passage, next: Passage | undefined, before: number | undefined): void {
    const { heading } = passage;
    if (heading === undefined || this.#isTitle(heading)) {
      const inside = this.#title?.words.announcesRollback === true ? topOfPlan : top;
      const announces = inside === topOfPlan && heading !== undefined;
      const rollback = passage.rollback(inside.topic);
      this.#nodes.push({ ...inside, passage, announces, rollback, idPrefix: "", around: top, inside });
      this.#before.push(undefined);
      return;
    }
    this.#seenSection = true;
    while ((this.#open.at(-1)?.section?.level ?? 0) >= heading.level) this.#open.pop();
    const outermost = this.#nodes[0]?.topic === "plan" ? topOfPlan : top;
    const around = this.#open.at(-1)?.inside ?? outermost;
    const holdsMore = (next?.heading?.level ?? 0) > heading.level;
    const kept = before === undefined ? undefined : this.#earlier[before];
    const stands = kept !== undefined && stillStands(kept, around, holdsMore);
    const node = stands ? kept : sectionNode(passage, heading, around, holdsMore, this.#matcher);
    this.#open.push(node);
    this.#nodes.push(node);
    this.#before.push(stands ? before : undefined);
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
    const again = heading.level <= (this.#title?.level ?? 0) && !this.#seenSection;
    return again && this.#saysTitle(heading) && !isSection();
  }

  #saysTitle({ title }: PartHeading): boolean {
    return [this.#kind.title, ...this.#kind.titles].some((phrase) => isTitleOf(title, phrase));
  }
}
