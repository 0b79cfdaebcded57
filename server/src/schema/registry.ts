import type { KindDefinition } from "../document/kind.ts";
import type { Format } from "../document/model.ts";
import type { CompiledKind } from "./compile-kind.ts";
import * as schemas from "./generated/schemas.js";
import * as validators from "./generated/validators.js";
import { kindFromSchema } from "./kind-from-schema.ts";

export type RawError = validators.RawError;

/** The kinds of release documents, with their validators. */
export interface KindRegistry {
  /** A team's kinds first, then ours. */
  readonly kinds: readonly KindDefinition[];
  /** The first kind of that name, in that format when one is given. */
  find(name: string, format?: Format): KindDefinition | undefined;
  /** What Ajv says of a document's value, whose objects must not change afterwards; empty for a valid one, and for a kind of another registry. */
  validate(kind: KindDefinition, value: unknown): readonly RawError[];
}

const builtIn: readonly (readonly [schema: unknown, validate: validators.Validator])[] = [
  [schemas.releaseManifest, validators.releaseManifest],
  [schemas.releaseManifestDocument, validators.releaseManifestDocument],
  [schemas.releaseRunbook, validators.releaseRunbook],
  [schemas.releasePlan, validators.releasePlan],
  [schemas.releaseManagementPlan, validators.releaseManagementPlan],
  [schemas.releaseChecklist, validators.releaseChecklist],
  [schemas.deploymentReport, validators.deploymentReport],
  [schemas.releaseNotes, validators.releaseNotes],
];

/**
 * The registry of our kinds, preceded by a team's own (`compileKind`); one of a name and format that we have takes the
 * place of ours.
 */
export function createKindRegistry(extra: readonly CompiledKind[] = []): KindRegistry {
  const validatorOf = new Map<KindDefinition, validators.Validator>();
  for (const { definition, validate } of extra) validatorOf.set(definition, validate);
  const taken = new Set(extra.map(({ definition }) => `${definition.name} ${definition.format}`));
  for (const [schema, validate] of builtIn) {
    const definition = kindFromSchema(schema);
    if (definition === undefined || taken.has(`${definition.name} ${definition.format}`)) continue;
    validatorOf.set(definition, validate);
  }
  const kinds = [...validatorOf.keys()];
  const known: validators.KnownValidity = new Map();
  return Object.freeze({
    kinds,
    find(name: string, format?: Format): KindDefinition | undefined {
      return kinds.find((kind) => kind.name === name && (format === undefined || kind.format === format));
    },
    validate(kind: KindDefinition, value: unknown): readonly RawError[] {
      const validate = validatorOf.get(kind);
      return validate === undefined || validate.call(known, value) ? [] : [...(validate.errors ?? [])];
    },
  });
}
