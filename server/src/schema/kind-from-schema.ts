import {
  annotation,
  type KindDefinition,
  type RollbackDemand,
  type RollbackPart,
  type SectionDefinition,
} from "../document/kind.ts";
import type { Format } from "../text/format.ts";
import { isJsonSchema, type JsonSchema, stringsOf, withReferences } from "../text/json-schema.ts";
import type { GatePhase, SectionRole } from "../words/terms.ts";

const formats: readonly Format[] = ["yaml", "markdown"];
const phases: readonly GatePhase[] = ["pre-release", "release", "post-release", "rollback"];
const demands: readonly RollbackDemand[] = ["error", "warning", "information"];
const parts: readonly RollbackPart[] = ["triggers", "owner", "steps", "estimate", "verification", "communication"];
const roles: readonly SectionRole[] = [
  "metadata",
  "scope",
  "testing",
  "smoke-tests",
  "migrations",
  "rollout",
  "rollback",
  "rollback-triggers",
  "approvals",
  "sign-off",
  "go-no-go",
  "no-go-triggers",
  "milestones",
  "communication",
  "contacts",
  "monitoring",
  "risks",
  "flags",
];
/** Headings have six levels. */
const deepestSection = 6;

/**
 * The kind that a JSON Schema describes with its `x-release-docs` annotations; `undefined` when neither the schema nor
 * `base` names one.
 *
 * With `base` (a kind of ours that a team's schema takes the place of), what the schema does not say is taken from there:
 * the rollback demands and labels of the kind, and the title, aliases, role and gate phase of sections of the same key.
 * Unknown words in an annotation are passed over. References are followed within the schema only.
 */
export function kindFromSchema(schema: unknown, base?: KindDefinition): KindDefinition | undefined {
  if (!isJsonSchema(schema)) return undefined;
  const root = isJsonSchema(schema[annotation]) ? schema[annotation] : {};
  const name = textOf(root.kind) ?? base?.name;
  if (name === undefined) return undefined;
  const format = oneOf(formats, root.format) ?? base?.format ?? "markdown";
  const labels = isJsonSchema(root.labels) ? root.labels : {};
  const labelsFor = (fact: keyof KindDefinition["labels"]): readonly string[] =>
    fact in labels ? stringsOf(labels[fact]) : (base?.labels[fact] ?? []);
  return {
    name,
    format,
    title: textOf(root.title) ?? base?.title ?? textOf(schema.title) ?? name,
    titles: "titles" in root ? stringsOf(root.titles) : (base?.titles ?? []),
    judged: flagOf(root.judged) ?? base?.judged ?? true,
    rollback: isJsonSchema(root.rollback) ? rollbackOf(root.rollback) : (base?.rollback ?? {}),
    rollbackEither: flagOf(root.rollbackEither) ?? base?.rollbackEither ?? false,
    managerDecides: flagOf(root.managerDecides) ?? base?.managerDecides ?? false,
    sections: format === "yaml" ? entriesOf(schema, schema) : sectionsOf(schema, schema, base?.sections ?? [], 1),
    labels: {
      version: labelsFor("version"),
      previousVersion: labelsFor("previousVersion"),
      date: labelsFor("date"),
      owners: labelsFor("owners"),
      status: labelsFor("status"),
    },
    schema,
  };
}

function rollbackOf(stated: JsonSchema): KindDefinition["rollback"] {
  const rollback: Partial<Record<RollbackPart, RollbackDemand>> = {};
  for (const part of parts) {
    const demand = oneOf(demands, stated[part]);
    if (demand !== undefined) rollback[part] = demand;
  }
  return rollback;
}

/** Sections of a Markdown kind: `properties.sections.properties`, at any depth. */
function sectionsOf(
  root: JsonSchema,
  holder: JsonSchema,
  base: readonly SectionDefinition[],
  depth: number,
): readonly SectionDefinition[] {
  if (depth > deepestSection) return [];
  return propertiesOf(root, holder)
    .filter(({ name }) => name === "sections")
    .flatMap(({ schema }) => propertiesOf(root, schema))
    .map(({ name, schema, required }) => {
      const known = base.find(({ key }) => key === name);
      return section(root, name, schema, required, known, sectionsOf(root, schema, known?.sections ?? [], depth + 1));
    });
}

/** Sections of a YAML kind: its annotated properties, at any depth. */
function entriesOf(root: JsonSchema, holder: JsonSchema, depth = 1): readonly SectionDefinition[] {
  if (depth > deepestSection) return [];
  return propertiesOf(root, holder)
    .filter(({ schema }) => annotation in schema)
    .map(({ name, schema, required }) =>
      section(root, name, schema, required, undefined, entriesOf(root, schema, depth + 1)),
    );
}

function section(
  root: JsonSchema,
  key: string,
  schema: JsonSchema,
  required: boolean,
  base: SectionDefinition | undefined,
  sections: readonly SectionDefinition[],
): SectionDefinition {
  const schemas = withReferences(root, schema);
  const stated = schemas.map((part) => part[annotation]).find(isJsonSchema) ?? {};
  const titled = schemas.map((part) => textOf(part.title)).find((title) => title !== undefined);
  const role = oneOf(roles, stated.role) ?? base?.role;
  const gatePhase = oneOf(phases, stated.gatePhase) ?? base?.gatePhase;
  const criticalColumn = textOf(stated.criticalColumn) ?? base?.criticalColumn;
  return {
    key,
    title: textOf(stated.title) ?? base?.title ?? titled ?? key,
    aliases: "aliases" in stated ? stringsOf(stated.aliases) : (base?.aliases ?? []),
    ...(role !== undefined && { role }),
    ...(gatePhase !== undefined && { gatePhase }),
    ...(criticalColumn !== undefined && { criticalColumn }),
    required,
    sections,
  };
}

interface Property {
  readonly name: string;
  readonly schema: JsonSchema;
  readonly required: boolean;
}

function propertiesOf(root: JsonSchema, holder: JsonSchema): readonly Property[] {
  const schemas = withReferences(root, holder);
  const required = new Set(schemas.flatMap((schema) => stringsOf(schema.required)));
  return schemas.flatMap(({ properties }) =>
    isJsonSchema(properties)
      ? Object.entries(properties).flatMap(([name, schema]) =>
          isJsonSchema(schema) ? [{ name, schema, required: required.has(name) }] : [],
        )
      : [],
  );
}

const textOf = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);
const flagOf = (value: unknown): boolean | undefined => (typeof value === "boolean" ? value : undefined);
const oneOf = <T extends string>(allowed: readonly T[], value: unknown): T | undefined =>
  allowed.find((word) => word === value);
