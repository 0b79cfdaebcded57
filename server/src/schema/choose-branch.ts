import type { JsonValue, Pointer } from "../text/json.ts";
import { type JsonSchema, keywordOf, knownProperties, stringsOf, withReferences } from "../text/json-schema.ts";
import { type Explanation, enumError, explain, typeError } from "./explain.ts";
import type { Failure } from "./failure.ts";
import { code, either, subjectOf, typeOf } from "./wording.ts";

/**
 * What is wrong where none of several branches (`anyOf`, `oneOf`) fits: about the branch that the author most likely
 * meant, never about all of them.
 *
 * @param inner the errors of the branches: they stand before `failure` and at or below its value
 */
export function chooseBranch(root: JsonSchema, failure: Failure, inner: readonly Failure[]): readonly Explanation[] {
  const { pointer, value } = failure;
  const branches = branchesOf(root, failure);
  const onlyRequired = branches.map((parts) => parts.flatMap(({ required }) => stringsOf(required)));
  if (branches.every((parts) => keywordOf(parts, "type") === undefined && keywordOf(parts, "enum") === undefined)) {
    if (onlyRequired.every(({ length }) => length > 0)) return [needsOneOf(pointer, failure, onlyRequired)];
  }
  const fitting = branches.filter((parts) => admits(parts, value));
  if (fitting.length === 0 && branches.length > 0) return [typeError(pointer, value, branches.flatMap(typesOf))];
  const allowed = fitting.map((parts) => stringsOf(keywordOf(parts, "enum") ?? [keywordOf(parts, "const")]));
  if (allowed.length > 0 && allowed.every(({ length }) => length > 0))
    return [enumError(pointer, value, allowed.flat())];
  return ofBranch(failure, mostLike(fitting, value), inner);
}

/** True for a failure that belongs to a branch of a later `anyOf` or `oneOf` at `holder`. */
export function isWithin(holder: Pointer, pointer: Pointer): boolean {
  return holder.length <= pointer.length && holder.every((step, index) => step === pointer[index]);
}

function branchesOf(root: JsonSchema, { schemas, keyword }: Failure): readonly (readonly JsonSchema[])[] {
  const branches = keywordOf(schemas, keyword);
  return Array.isArray(branches) ? branches.map((branch) => withReferences(root, branch)) : [];
}

function typesOf(parts: readonly JsonSchema[]): readonly string[] {
  const stated = keywordOf(parts, "type");
  if (typeof stated === "string") return [stated];
  const types = stringsOf(stated);
  return types.length === 0 && stringsOf(keywordOf(parts, "enum")).length > 0 ? ["string"] : types;
}

function admits(parts: readonly JsonSchema[], value: JsonValue | undefined): boolean {
  const types = typesOf(parts);
  const given = typeOf(value);
  return types.length === 0 || types.includes(given) || (given === "number" && types.includes("integer"));
}

/** The branch that knows most of the value's keys; the first among equals. */
function mostLike(branches: readonly (readonly JsonSchema[])[], value: JsonValue | undefined): readonly JsonSchema[] {
  const keys = typeof value === "object" && value !== null ? Object.keys(value) : [];
  const score = (parts: readonly JsonSchema[]): number => {
    const known = new Set(knownProperties(parts));
    return keys.filter((key) => known.has(key)).length;
  };
  let best = branches[0] ?? [];
  for (const branch of branches) if (score(branch) > score(best)) best = branch;
  return best;
}

/** The errors that one branch would give; where they cannot be told apart, a sentence about the whole. */
function ofBranch(failure: Failure, branch: readonly JsonSchema[], inner: readonly Failure[]): readonly Explanation[] {
  const known = knownProperties(branch);
  const required = branch.flatMap((part) => stringsOf(part.required));
  const depth = failure.pointer.length;
  const own = inner.filter(({ pointer, keyword, params }) => {
    const step = pointer[depth];
    if (step !== undefined) return typeof step === "number" || known.includes(step);
    if (keyword === "required") return required.includes(String(params.missingProperty));
    if (keyword === "additionalProperties") return !known.includes(String(params.additionalProperty));
    return keyword !== "type" && keyword !== "enum" && keyword !== "const";
  });
  const first = own.map(explain).find((found) => found !== undefined) ?? explain(failure);
  return first === undefined ? [] : [first];
}

function needsOneOf(pointer: Pointer, { keyword, value }: Failure, names: readonly (readonly string[])[]): Explanation {
  const options = either(names.map((group) => group.map(code).join(" with ")));
  const several =
    typeof value === "object" &&
    value !== null &&
    names.filter((group) => group.every((name) => Object.hasOwn(value, name))).length > 1;
  const message =
    keyword === "oneOf" && several
      ? `${subjectOf(pointer)} must have only one of ${options}`
      : `${subjectOf(pointer)} needs at least one of ${options}`;
  return { keyword: "one-of", message, pointer, about: "key" };
}
