import type { RollbackPlan, RollbackStep } from "../model.ts";
import type { Place, Text } from "../place.ts";
import { saysMigrationsAreSafe, saysMigrationsAreUndone } from "../values/undoes-migrations.ts";
import type { Node } from "./outline-node.ts";
import type { Passage } from "./passage.ts";
import type { RollbackReading } from "./read-rollback.ts";
import { stepOf } from "./rollback-step.ts";
import { announcesRollback, isWayBack, saysNothing, type Topic } from "./rollback-words.ts";

/** Fences of checklists that belong to a rollback are steps where the plan has no others. */
const checklistTopics: ReadonlySet<Topic> = new Set(["plan", "steps", "verification"]);

interface Located {
  readonly node: Node;
  readonly reading: RollbackReading;
}

/**
 * Gathers the rollback plan: what stands under rollback headings and labels, and triggers from anywhere. `stated`: where
 * the document says that there are migrations.
 */
export function composeRollback(nodes: readonly Node[], stated: Text | undefined): RollbackPlan {
  const all: Located[] = [];
  for (const node of nodes) {
    const reading = node.passage.rollback(node.topic);
    const { announced, triggers, estimates } = reading;
    if (node.topic !== "none" || announced.length + triggers.length + estimates.length > 0) all.push({ node, reading });
  }
  const plan = all.filter(({ node, reading }) => node.topic !== "none" || reading.announced.length > 0);
  const steps = plan.flatMap(({ reading }) => reading.steps);
  const estimate = estimateOf(all);
  const first = <K extends "owner" | "rto" | "verification" | "communication">(key: K): Text | undefined =>
    plan.find(({ reading }) => reading[key] !== undefined)?.reading[key];
  const [owner, rto, verification, communication] = [
    first("owner"),
    first("rto"),
    first("verification"),
    first("communication"),
  ];
  const headings = headingsOf(plan);
  return {
    present: headings.length > 0,
    headings,
    triggers: all.flatMap(({ reading }) => reading.triggers),
    steps: steps.length > 0 ? steps : otherSteps(plan),
    links: plan.flatMap(({ node }) => node.passage.links.map(({ target }) => target)),
    undoesMigrations: undoesMigrations(nodes, plan, stated),
    unreadable: false,
    ...(owner === undefined ? {} : { owner }),
    ...(estimate === undefined ? {} : { estimate }),
    ...(rto === undefined ? {} : { rto }),
    ...(verification === undefined ? {} : { verification }),
    ...(communication === undefined ? {} : { communication }),
  };
}

/** The plan's own section first, then other headings, then labels. */
function headingsOf(plan: readonly Located[]): readonly Place[] {
  const places = (own: boolean): readonly Place[] =>
    plan.flatMap(({ node }) => {
      const at = node.passage.heading?.text.at;
      return node.announces && at !== undefined && (node.section?.role === "rollback") === own ? [at] : [];
    });
  return [...places(true), ...places(false), ...plan.flatMap(({ reading }) => reading.announced)];
}

const weights = { total: 4, stated: 2, mentioned: 0 } as const;

/** A stated total first, then what the plan's own section says, then the first of the others. */
function estimateOf(nodes: readonly Located[]): Text | undefined {
  const all = nodes.flatMap(({ node, reading }) =>
    reading.estimates.map(({ text, weight }) => ({ text, rank: weights[weight] + (node.role === "rollback" ? 1 : 0) })),
  );
  const best = Math.max(...all.map(({ rank }) => rank));
  return all.find(({ rank }) => rank === best)?.text;
}

/** Whether the plan, or the migration plan, says how the database goes back, or anything why it need not. */
function undoesMigrations(nodes: readonly Node[], plan: readonly Located[], stated: Text | undefined): boolean {
  const undoes = ({ reading }: Located): boolean => reading.undoesMigrations;
  const own = nodes.filter(({ role }) => role === "migrations");
  if (own.length === 0 && stated === undefined) return plan.some(undoes);
  if (stated !== undefined && saysMigrationsAreSafe(`Migrations: ${stated.value}`)) return true;
  return plan.some(undoes) || own.some(wayBack) || nodes.some(({ passage }) => passage.needsNoWayBack());
}

function wayBack({ passage, topic }: Node): boolean {
  if (topic !== "none") return passage.rollback(topic).steps.length > 0 || passage.links.length > 0;
  return passage.rollback("none").steps.length > 0 || passage.goesBack();
}

/** Whether a sentence says that the migrations need no way back. */
export const needsNoWayBack = ({ pieces }: Passage): boolean =>
  pieces.some((piece) => (piece.type === "prose" || piece.type === "item") && saysMigrationsAreSafe(piece.text.value));

/** Whether a passage of a migration plan names a way back, or says why none is needed. */
export function goesBack({ fields, pieces }: Passage): boolean {
  if (fields.some(({ key, value }) => isWayBack(key) && !saysNothing(value.value))) return true;
  return pieces.some((piece) => {
    if (piece.type === "fence") return announcesRollback(piece.under?.key ?? "");
    return (piece.type === "prose" || piece.type === "item") && saysMigrationsAreUndone(piece.text.value);
  });
}

/** A plan that lists no steps may be a checklist in a fence, or prose. */
function otherSteps(plan: readonly Located[]): readonly RollbackStep[] {
  const gates = plan.flatMap(({ node }) => (checklistTopics.has(node.topic) ? node.passage.gates : []));
  if (gates.length > 0) return gates.map(({ core: { text, at } }) => stepOf({ value: text, at }));
  return plan.flatMap(({ reading }) => reading.prose);
}
