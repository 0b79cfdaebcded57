import type { ValidateFunction } from "ajv";
import type { KindDefinition } from "../document/kind.ts";
import { annotation } from "../document/kind.ts";
import { nestsDeeper } from "../text/json-nesting.ts";
import { isJsonSchema, patternTest } from "../text/json-schema.ts";
import { endlessReferences } from "./circular-references.ts";
import { patternLimit } from "./explain.ts";
import type { Validator } from "./generated/validators.js";
import { kindFromSchema } from "./kind-from-schema.ts";
import { PatternRefused, PatternsTooSlow, TeamPatterns } from "./team-patterns.ts";

/** A kind with the function that validates the data of its documents. */
export interface CompiledKind {
  readonly definition: KindDefinition;
  readonly validate: Validator;
}

/** Why a schema of a team makes no kind, in one plain sentence. */
export interface RefusedSchema {
  readonly problem: string;
}

/** Formats that a team's schema may ask for; others are not judged. */
const formats = {
  date: /^\d{4}-\d{2}-\d{2}$/,
  "date-time": /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}/,
  email: /^[^\s@]+@[^\s@]+$/,
  time: /^\d{2}:\d{2}/,
  uri: /^[a-zA-Z][a-zA-Z0-9+.-]*:\S+$/,
};

/** Lists and objects in one another; a schema is walked as deep as it is written. */
const deepestSchema = 200;

/**
 * Makes a kind of a team's own JSON Schema (draft-07). Loads Ajv on first use, which nothing else does. Refuses a schema
 * that is invalid or refers to another file or address, without a word of what stands in it but the names of parts whose references have no end; never throws.
 *
 * @param schema the parsed file
 * @param base the kind of ours that it takes the place of, if any: fills in what the schema does not say
 */
export async function compileKind(schema: unknown, base?: KindDefinition): Promise<CompiledKind | RefusedSchema> {
  if (nestsDeeper(schema, deepestSchema)) {
    return { problem: `The schema nests more than ${deepestSchema} levels deep: give its parts names in $defs` };
  }
  if (!isJsonSchema(schema)) return { problem: "A schema must be a JSON object" };
  const endless = endlessReferences(schema);
  if (endless !== undefined) {
    return {
      problem: `The schema cannot be used: ${endless}; let one of them say something of its own (type, properties)`,
    };
  }
  const { RE2JS } = await import("re2js");
  const patterns = new TeamPatterns(RE2JS);
  const definition = kindFromSchema({ ...schema, [patternTest]: patterns.names }, base);
  if (definition === undefined) {
    return {
      problem: `The schema names no kind: add "${annotation}": { "kind": "…" }, or state the kind beside the schema`,
    };
  }
  const { Ajv } = await import("ajv");
  const regExp = Object.assign((source: string) => patterns.compile(source), { code: "pattern" });
  const ajv = new Ajv({
    allErrors: true,
    allowUnionTypes: true,
    code: { regExp },
    formats,
    logger: false,
    strict: false,
  });
  try {
    return { definition, validate: bounded(ajv.compile(schema), patterns) };
  } catch (error) {
    if (error instanceof PatternRefused) return { problem: error.message };
    const refers = error instanceof Error && "missingRef" in error;
    const why = refers ? "it refers to what it does not hold itself" : "it is no sound JSON Schema of draft-07";
    return { problem: `The schema cannot be used: ${why}` };
  }
}

/** What a schema says of a document, where its patterns do not take too long; else that they do. */
function bounded(compiled: ValidateFunction, patterns: TeamPatterns): Validator {
  const validate: Validator = (value) => {
    patterns.begin();
    try {
      const valid = compiled(value);
      validate.errors = compiled.errors ?? null;
      return valid;
    } catch (error) {
      if (!(error instanceof PatternsTooSlow)) throw error;
      validate.errors = [{ keyword: patternLimit, instancePath: "", schemaPath: `#/${patternLimit}`, params: {} }];
      return false;
    }
  };
  return validate;
}
