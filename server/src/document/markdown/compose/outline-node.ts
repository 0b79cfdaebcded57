import { type PhaseReading, phaseOf, undecided } from "../../../words/gate-phase.ts";
import type { HeadingWords } from "../../../words/heading-words.ts";
import type { Topic } from "../../../words/rollback-words.ts";
import type { SectionRole } from "../../../words/terms.ts";
import type { SectionDefinition } from "../../kind.ts";
import type { Section } from "../../model.ts";
import type { PartHeading, Passage } from "../parts/passage.ts";
import type { RollbackReading } from "../rollback/rollback-finds.ts";
import type { SectionMatcher } from "./section-matcher.ts";

/** What a section hands on to the sections in it. */
export interface Surroundings {
  /** Keys from the outermost section to this one. */
  readonly path: readonly string[];
  readonly definition: SectionDefinition | undefined;
  /** Role of the section or of the nearest one around it that has one. */
  readonly role: SectionRole | undefined;
  readonly phase: PhaseReading;
  /** What it is about in the rollback plan; `none` outside of it. */
  readonly topic: Topic;
  /** The column that makes gates critical, as the kind says of the section or of the nearest one around it. */
  readonly criticalColumn: string | undefined;
}

/** A passage in its place in the document; the same object in the next reading as long as both stand. */
export interface Node extends Surroundings {
  readonly passage: Passage;
  /** Absent for what stands above the first section. */
  readonly section?: Section;
  /** It is the outermost heading of a rollback plan. */
  readonly announces: boolean;
  /** What it says of a rollback. */
  readonly rollback: RollbackReading;
  /** The path in one string: what the ids of its gates begin with. */
  readonly idPrefix: string;
  readonly around: Surroundings;
  readonly inside: Surroundings;
}

/** What is around the outermost sections: of a document, and of one whose title says that it is a rollback plan. */
export const top: Surroundings = {
  path: [],
  definition: undefined,
  role: undefined,
  phase: undecided,
  topic: "none",
  criticalColumn: undefined,
};
export const topOfPlan: Surroundings = { ...top, topic: "plan" };

/** Whether a node is what a passage makes in such surroundings. `holdsMore`: another section stands in it. */
export const stillStands = (
  { passage, section, around: before }: Node,
  around: Surroundings,
  holdsMore: boolean,
): boolean =>
  section?.empty === (passage.empty && !holdsMore) && (before === around || sameSurroundings(before, around));

const sameSurroundings = (a: Surroundings, b: Surroundings): boolean =>
  a.definition === b.definition &&
  a.role === b.role &&
  a.phase.phase === b.phase.phase &&
  a.phase.by === b.phase.by &&
  a.topic === b.topic &&
  a.criticalColumn === b.criticalColumn &&
  a.path.length === b.path.length &&
  a.path.every((key, index) => key === b.path[index]);

/** Makes the node of a section. */
export function sectionNode(
  passage: Passage,
  heading: PartHeading,
  around: Surroundings,
  holdsMore: boolean,
  matcher: SectionMatcher,
): Node {
  const outermost = around.path.length === 0;
  const known = matcher.match(heading.slugs, around.definition);
  const inPlace = known?.inPlace === true && (outermost || around.definition !== undefined);
  const definition = known?.definition;
  const whole = heading.slugs[0] ?? "";
  const annotated = inPlace || around.phase.by === "none" ? definition?.gatePhase : undefined;
  const key = known?.key ?? (whole === "" ? "section" : whole);
  const own = definition?.role ?? (inPlace ? undefined : heading.words.role());
  const role = own ?? around.role;
  const phase = phaseOf(() => heading.words.phase(), annotated, around.phase);
  const path = [...around.path, key];
  const { topic, announces } = planOf(heading.words, own, around.topic, inPlace);
  const criticalColumn = definition?.criticalColumn ?? around.criticalColumn;
  const section: Section = {
    key,
    title: heading.title,
    at: heading.text.at,
    level: heading.level,
    path,
    gatePhase: phase.phase,
    known: inPlace,
    empty: passage.empty && !holdsMore,
    ...(own === undefined ? undefined : { role: own }),
  };
  const inside: Surroundings = { path, definition, role, phase, topic, criticalColumn };
  const rollback = passage.rollback(topic);
  const idPrefix = path.join("/");
  // Member by member: a spread makes objects of many shapes, which are slow to read and large.
  return {
    path,
    definition,
    role,
    phase,
    topic,
    criticalColumn,
    passage,
    section,
    announces,
    rollback,
    idPrefix,
    around,
    inside,
  };
}

/** Whether a section belongs to the rollback plan, and what it is about there. */
function planOf(
  words: HeadingWords,
  role: SectionRole | undefined,
  around: Topic,
  inPlace: boolean,
): Pick<Node, "topic" | "announces"> {
  if (role === "rollback-triggers" && (inPlace || around !== "none" || words.announcesRollback))
    return { topic: "triggers", announces: around === "none" };
  const says = role === "rollback" || words.announcesRollback;
  if (around === "none" && !says) return { topic: "none", announces: false };
  const own = words.topic();
  if (around === "after") return { topic: "after", announces: false };
  const topic = around === "none" || around === "plan" ? (own ?? "plan") : (own ?? around);
  return { topic, announces: around === "none" };
}
