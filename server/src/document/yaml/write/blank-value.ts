import type { Pointer } from "../../../text/json.ts";
import type { Written } from "../../../text/yaml/written.ts";
import type { KindDefinition } from "../../kind.ts";

type Schema = Readonly<Record<string, unknown>>;

const isSchema = (value: unknown): value is Schema =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What stands for a value that the author must write. */
export const toFill = "TBD";

/** Bodies of sections that are more than what the schema requires: what a release must say there. */
const bodies: Readonly<Record<string, Written>> = {
  release: { id: toFill, date: "YYYY-MM-DD", status: "draft", owners: [toFill] },
  approvals: [{ role: toFill, required: true }],
  scope: [{ id: toFill, title: toFill, owner: toFill, rollback: { revert: toFill } }],
  testing: { regression: { status: "pending" }, smoke: { status: "pending" } },
  migrations: { database: [], rollback: { backward: toFill, estimatedTime: toFill } },
  rollout: {
    phases: [
      {
        name: "Canary",
        traffic: "5%",
        duration: toFill,
        abortWhen: [toFill],
        gates: [{ gate: toFill, checked: false }],
      },
      { name: "Everyone", traffic: "100%", rollbackWhen: [toFill], gates: [{ gate: toFill, checked: false }] },
    ],
  },
  rollback: {
    triggers: { automatic: [toFill], manual: [toFill] },
    steps: [{ step: toFill, owner: toFill, duration: toFill, verify: toFill }],
    teams: { primary: toFill },
    estimatedTime: toFill,
    communication: { slack: [toFill] },
  },
  checklist: {
    preRelease: [{ gate: toFill, checked: false }],
    duringRelease: [{ gate: toFill, checked: false }],
    postRelease: [{ gate: toFill, checked: false }],
  },
};

/** A body for a top-level key: blanks for what the author must fill in. */
export function blankSection(kind: KindDefinition, key: string): Written {
  return bodies[key] ?? blankValue(kind, [key]);
}

/** A blank that the schema suggests for a place: `TBD`, `false`, or a map of its required properties. */
export function blankValue(kind: KindDefinition, pointer: Pointer): Written {
  let schema: unknown = kind.schema;
  for (const step of pointer) {
    const resolved = resolve(kind.schema, schema);
    if (typeof step === "number") schema = resolved?.items;
    else schema = isSchema(resolved?.properties) ? resolved.properties[step] : undefined;
  }
  return blankOf(kind.schema, schema, 0);
}

function blankOf(root: Schema, candidate: unknown, depth: number): Written {
  const schema = resolve(root, candidate);
  if (schema === undefined || depth > 6) return toFill;
  if (Array.isArray(schema.enum)) {
    const [only] = schema.enum;
    return schema.enum.length === 1 && typeof only === "string" ? only : toFill;
  }
  const types: readonly unknown[] = Array.isArray(schema.type) ? schema.type : [schema.type];
  if (types.includes("object")) {
    const properties = isSchema(schema.properties) ? schema.properties : {};
    const required: readonly unknown[] = Array.isArray(schema.required) ? schema.required : [];
    const names = required.filter((name) => typeof name === "string");
    return Object.fromEntries(names.map((name) => [name, blankOf(root, properties[name], depth + 1)]));
  }
  if (types.includes("array")) return [blankOf(root, schema.items, depth + 1)];
  if (types.includes("string") || types.length !== 1) return schema.format === "date" ? "YYYY-MM-DD" : toFill;
  if (types.includes("boolean")) return schema.default === true;
  return types.includes("integer") || types.includes("number") ? 0 : toFill;
}

function resolve(root: Schema, candidate: unknown): Schema | undefined {
  if (!isSchema(candidate)) return undefined;
  const reference = candidate.$ref;
  if (typeof reference !== "string" || !reference.startsWith("#/")) return candidate;
  let target: unknown = root;
  for (const step of reference.slice(2).split("/")) target = isSchema(target) ? target[step] : undefined;
  return isSchema(target) ? { ...target, ...candidate, $ref: undefined } : candidate;
}
