type Schema = Readonly<Record<string, unknown>>;

const isSchema = (value: unknown): value is Schema =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * What a JSON Schema expects at one place of a document, read loosely: all branches of `oneOf`, `anyOf`, `allOf` and
 * `if` count. It only guides how scalars are typed; Ajv judges.
 *
 * Children are made once, so that two walks along the same path end at the same object.
 */
export class Shape {
  readonly #root: Schema;
  readonly #schemas: readonly Schema[];
  readonly #properties = new Map<string, Shape>();
  #item: Shape | undefined;
  #types: ReadonlySet<string> | undefined;

  /** `candidates`: schemas below `root` that may hold here; references are followed. */
  constructor(root: Schema, candidates: readonly unknown[] = [root]) {
    this.#root = root;
    const schemas = new Set<Schema>();
    for (const candidate of candidates) this.#gather(candidate, schemas);
    this.#schemas = [...schemas];
  }

  /** The shape of a property's value. */
  property(name: string): Shape {
    const known = this.#properties.get(name);
    if (known !== undefined) return known;
    const candidates: unknown[] = [];
    for (const schema of this.#schemas) {
      const named = isSchema(schema.properties) && Object.hasOwn(schema.properties, name);
      if (named && isSchema(schema.properties)) candidates.push(schema.properties[name]);
      else candidates.push(schema.additionalProperties);
    }
    const shape = new Shape(this.#root, candidates);
    this.#properties.set(name, shape);
    return shape;
  }

  /** The shape of a list's items. */
  item(): Shape {
    this.#item ??= new Shape(
      this.#root,
      this.#schemas.flatMap((schema) => (Array.isArray(schema.items) ? schema.items : [schema.items])),
    );
    return this.#item;
  }

  /** JSON Schema type names that may stand here; empty when nothing is known. `integer` counts as `number`. */
  get types(): ReadonlySet<string> {
    this.#types ??= new Set(this.#schemas.flatMap(typesOf));
    return this.#types;
  }

  /** True when the schema knows this place and wants no list and no map there. */
  get scalarOnly(): boolean {
    return this.types.size > 0 && !this.types.has("array") && !this.types.has("object");
  }

  #gather(candidate: unknown, found: Set<Schema>): void {
    if (!isSchema(candidate) || found.has(candidate)) return;
    found.add(candidate);
    if (typeof candidate.$ref === "string") this.#gather(this.#resolve(candidate.$ref), found);
    for (const keyword of ["oneOf", "anyOf", "allOf"]) {
      const branches = candidate[keyword];
      if (Array.isArray(branches)) for (const branch of branches) this.#gather(branch, found);
    }
    for (const keyword of ["if", "then", "else"]) this.#gather(candidate[keyword], found);
  }

  #resolve(reference: string): unknown {
    if (!reference.startsWith("#")) return undefined;
    let target: unknown = this.#root;
    for (const step of reference.split("/").slice(1)) {
      const name = step.replace(/~1/g, "/").replace(/~0/g, "~");
      if (!isSchema(target) || !Object.hasOwn(target, name)) return undefined;
      target = target[name];
    }
    return target;
  }
}

const stringKeywords = ["pattern", "format", "minLength", "maxLength"];

function typesOf(schema: Schema): readonly string[] {
  const stated: readonly unknown[] = Array.isArray(schema.type) ? schema.type : [schema.type];
  const types = stated.filter((type) => typeof type === "string");
  if (types.length > 0) return types.map((type) => (type === "integer" ? "number" : type));
  const values: readonly unknown[] = Array.isArray(schema.enum) ? schema.enum : "const" in schema ? [schema.const] : [];
  if (values.length > 0) return values.map(typeName);
  if (isSchema(schema.properties) || isSchema(schema.additionalProperties)) return ["object"];
  if (schema.items !== undefined) return ["array"];
  return stringKeywords.some((keyword) => keyword in schema) ? ["string"] : [];
}

function typeName(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}
