import type { KindDefinition } from "../document/kind.ts";
import type { Format } from "../text/format.ts";
import type { CompiledKind } from "./compile-kind.ts";
import { type KindId, readKinds } from "./generated/kinds.js";
import { schemaOf } from "./generated/schemas.js";
import * as validators from "./generated/validators.js";
import { KnownValidity } from "./known-validity.ts";

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

/** Our kinds in the order in which titles are compared. */
const order: readonly KindId[] = [
  "releaseManifest",
  "releaseManifestDocument",
  "releaseRunbook",
  "releasePlan",
  "releaseManagementPlan",
  "releaseChecklist",
  "deploymentReport",
  "releaseNotes",
];

const validatorNamed: ReadonlyMap<string, validators.Validator> = new Map(Object.entries(validators));

/** Our kinds; a schema is only read when somebody asks for it. */
function builtIn(): readonly (readonly [id: KindId, definition: KindDefinition])[] {
  const kinds = new Map(readKinds().map(({ id, ...kind }) => [id, kind]));
  return order.flatMap((id) => {
    const kind = kinds.get(id);
    if (kind === undefined) return [];
    let schema: KindDefinition["schema"] | undefined;
    const definition: KindDefinition = {
      ...kind,
      get schema() {
        schema ??= schemaOf(id);
        return schema;
      },
    };
    return [[id, definition] as const];
  });
}

/**
 * The registry of our kinds, preceded by a team's own (`compileKind`); one of a name and format that we have takes the
 * place of ours.
 */
export function createKindRegistry(extra: readonly CompiledKind[] = []): KindRegistry {
  const validatorOf = new Map<KindDefinition, validators.Validator>();
  for (const { definition, validate } of extra) validatorOf.set(definition, validate);
  const taken = new Set(extra.map(({ definition }) => `${definition.name} ${definition.format}`));
  for (const [id, definition] of builtIn()) {
    if (taken.has(`${definition.name} ${definition.format}`)) continue;
    const validate = validatorNamed.get(id);
    if (validate !== undefined) validatorOf.set(definition, validate);
  }
  const kinds = [...validatorOf.keys()];
  const known = new KnownValidity();
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
