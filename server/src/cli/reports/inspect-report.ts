import type { Assessment, Gate, GateForm, GatePhase, GateState, RollbackStep, Text } from "../../engine/index.ts";
import type { Input } from "../judge/input.ts";
import { type Places, placesOf } from "./places.ts";

/** What was read of one document, in the shape of the JSON of `inspect` (version 1). Lines count from 1. */
export interface InspectReport {
  readonly version: 1;
  readonly path: string;
  readonly kind: string;
  readonly declared: boolean;
  readonly template: boolean;
  readonly stage: string;
  readonly stageSource: string;
  readonly fields: Facts;
  readonly gates: readonly InspectedGate[];
  readonly rollback: {
    readonly present: boolean;
    readonly headings: readonly number[];
    readonly trigger: boolean;
    readonly owner: boolean;
    readonly steps: number;
    readonly estimate?: string;
    readonly verification: boolean;
    readonly communication: boolean;
  };
  readonly placeholders: readonly { readonly line: number; readonly text: string }[];
  readonly workItems: readonly object[];
  readonly migrations: readonly object[];
  readonly phases: readonly object[];
  readonly references: readonly object[];
}

interface Facts {
  readonly version?: string;
  readonly date?: string;
  readonly owners: readonly string[];
}

export interface InspectedGate {
  readonly line: number;
  readonly text: string;
  readonly state: GateState;
  readonly phase: GatePhase;
  readonly due: boolean;
  readonly form: GateForm;
  readonly critical: boolean;
}

/** One assessment as what was read, without what is wrong with it. */
export function inspectReport({ path }: Input, { document, stage, due }: Assessment): InspectReport {
  const places = placesOf(document);
  const { facts, rollback } = document;
  return {
    version: 1,
    path,
    kind: document.kind,
    declared: document.declared,
    template: document.template,
    stage: stage.stage,
    stageSource: stage.source,
    fields: {
      ...written("version", facts.version),
      ...written("date", facts.date),
      owners: values(facts.owners),
    },
    gates: document.gates.map((gate) => inspectedGate(gate, due.has(gate.id), places)),
    rollback: {
      present: rollback.present,
      headings: rollback.headings.map((heading) => places.position(heading).line),
      trigger: rollback.triggers.length > 0,
      owner: rollback.owner !== undefined,
      steps: rollback.steps.length,
      ...written("estimate", rollback.estimate),
      verification: rollback.verification !== undefined,
      communication: rollback.communication !== undefined,
    },
    placeholders: document.placeholders.map(({ text, at }) => ({ line: places.position(at).line, text })),
    ...listed(document, places),
  };
}

type Lists = Pick<InspectReport, "workItems" | "migrations" | "phases" | "references">;

function listed({ workItems, migrations, phases, references }: Assessment["document"], places: Places): Lists {
  return {
    workItems: workItems.map(({ at, id, title, owner, risk, rollback }) => ({
      line: places.position(at).line,
      id: id.value,
      ...written("title", title),
      ...written("owner", owner),
      ...written("risk", risk),
      rollback: steps(rollback),
    })),
    migrations: migrations.map(({ at, id, target, strategy, rollback, coveredByPlan }) => ({
      line: places.position(at).line,
      id: id.value,
      target,
      ...written("strategy", strategy),
      rollback: steps(rollback),
      coveredByPlan,
    })),
    phases: phases.map(
      ({ at, name, traffic, duration, status, abortWhen, rollbackWhen, success, monitor, rollback }) => ({
        line: places.position(at).line,
        name: name.value,
        ...written("traffic", traffic),
        ...written("duration", duration),
        ...written("status", status),
        monitor: values(monitor),
        abortWhen: values(abortWhen),
        rollbackWhen: values(rollbackWhen),
        success: values(success),
        rollback: steps(rollback),
      }),
    ),
    references: references.map(({ at, kind, target, names }) => ({
      line: places.position(at).line,
      kind,
      target,
      ...(names !== undefined && { names }),
    })),
  };
}

function inspectedGate({ box, text, state, phase, form, critical }: Gate, due: boolean, places: Places): InspectedGate {
  return { line: places.position(box).line, text, state, phase, due, form, critical };
}

function steps(rollback: readonly RollbackStep[]): readonly { readonly form: string; readonly text: string }[] {
  return rollback.map(({ form, text }) => ({ form, text }));
}

function values(texts: readonly Text[]): readonly string[] {
  return texts.map(({ value }) => value);
}

function written(name: string, text: Text | undefined): Readonly<Record<string, string>> {
  return text === undefined || text.value === "" ? {} : { [name]: text.value };
}
