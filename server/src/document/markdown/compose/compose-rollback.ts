import { largest } from "../../../text/extremes.ts";
import type { Place, Text } from "../../../text/place.ts";
import type { Topic } from "../../../words/rollback-words.ts";
import { saysMigrationsAreSafe } from "../../../words/undoes-migrations.ts";
import type { RollbackPlan, RollbackStep } from "../../rollback.ts";
import { stepOf } from "../rollback/rollback-step.ts";
import type { Node } from "./outline-node.ts";

/** Fences of checklists that belong to a rollback are steps where the plan has no others. */
const checklistTopics: ReadonlySet<Topic> = new Set(["plan", "steps", "verification"]);

/**
 * Gathers the rollback plan: what stands under rollback headings and labels, and triggers from anywhere. `stated`: where
 * the document says that there are migrations.
 */
export function composeRollback(nodes: readonly Node[], stated: Text | undefined): RollbackPlan {
  const speaking = nodes.filter(speaksOfRollback);
  const plan = speaking.filter(({ topic, rollback }) => topic !== "none" || rollback.announced.length > 0);
  const steps = plan.flatMap(({ rollback }) => rollback.steps);
  const estimate = estimateOf(speaking);
  const first = <K extends "owner" | "rto" | "verification" | "communication">(key: K): Text | undefined =>
    plan.find(({ rollback }) => rollback[key] !== undefined)?.rollback[key];
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
    triggers: speaking.flatMap(({ rollback }) => rollback.triggers),
    steps: steps.length > 0 ? steps : otherSteps(plan),
    links: plan.flatMap(({ passage }) => passage.links.map(({ target }) => target)),
    undoesMigrations: undoesMigrations(nodes, plan, stated),
    unreadable: false,
    ...(owner === undefined ? {} : { owner }),
    ...(estimate === undefined ? {} : { estimate }),
    ...(rto === undefined ? {} : { rto }),
    ...(verification === undefined ? {} : { verification }),
    ...(communication === undefined ? {} : { communication }),
  };
}

const speaksOfRollback = ({ topic, rollback: { announced, triggers, estimates } }: Node): boolean =>
  topic !== "none" || announced.length > 0 || triggers.length > 0 || estimates.length > 0;

/** The plan's own section first, then other headings, then labels. */
function headingsOf(plan: readonly Node[]): readonly Place[] {
  const places = (own: boolean): readonly Place[] =>
    plan.flatMap(({ passage, section, announces }) => {
      const at = passage.heading?.text.at;
      return announces && at !== undefined && (section?.role === "rollback") === own ? [at] : [];
    });
  return [...places(true), ...places(false), ...plan.flatMap(({ rollback }) => rollback.announced)];
}

const weights = { total: 4, stated: 2, mentioned: 0 } as const;

/** A stated total first, then what the plan's own section says, then the first of the others. */
function estimateOf(nodes: readonly Node[]): Text | undefined {
  const all = nodes.flatMap(({ role, rollback }) =>
    rollback.estimates.map(({ text, weight }) => ({ text, rank: weights[weight] + (role === "rollback" ? 1 : 0) })),
  );
  const best = largest(all.map(({ rank }) => rank));
  return all.find(({ rank }) => rank === best)?.text;
}

/** Whether the plan, or the migration plan, says how the database goes back, or anything why it need not. */
function undoesMigrations(nodes: readonly Node[], plan: readonly Node[], stated: Text | undefined): boolean {
  const undoes = ({ rollback }: Node): boolean => rollback.undoesMigrations;
  const own = nodes.filter(({ role }) => role === "migrations");
  if (own.length === 0 && stated === undefined) return plan.some(undoes);
  if (stated !== undefined && saysMigrationsAreSafe(`Migrations: ${stated.value}`)) return true;
  return plan.some(undoes) || own.some(wayBack) || nodes.some(({ passage }) => passage.needsNoWayBack());
}

const wayBack = ({ passage, topic, rollback }: Node): boolean =>
  rollback.steps.length > 0 || (topic === "none" ? passage.goesBack() : passage.links.length > 0);

/** A plan that lists no steps may be a checklist in a fence, or prose. */
function otherSteps(plan: readonly Node[]): readonly RollbackStep[] {
  const gates = plan.flatMap(({ passage, topic }) => (checklistTopics.has(topic) ? passage.gates : []));
  if (gates.length > 0) return gates.map(({ core: { text, at } }) => stepOf({ value: text, at }));
  return plan.flatMap(({ rollback }) => rollback.prose);
}
