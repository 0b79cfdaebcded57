import { type JsonSchema, schemasAt, schemasBelow, typesOf } from "../json-schema.ts";

/**
 * What a JSON Schema expects at one place of a document, read loosely: all branches of `oneOf`, `anyOf`, `allOf` and
 * `if` count. It only guides how scalars are typed; Ajv judges.
 *
 * Children are made once, so that two walks along the same path end at the same object.
 */
export class Shape {
  readonly #root: JsonSchema;
  readonly #schemas: readonly JsonSchema[];
  readonly #properties = new Map<string, Shape>();
  #item: Shape | undefined;
  #types: ReadonlySet<string> | undefined;

  /** Whether a text in brackets is a blank of the author's, and no list. */
  readonly isBlank: (text: string) => boolean;

  /** `schemas`: those that speak of the place; at first of the whole document. */
  constructor(
    root: JsonSchema,
    isBlank: (text: string) => boolean = () => false,
    schemas: readonly JsonSchema[] = schemasAt(root, []),
  ) {
    this.#root = root;
    this.isBlank = isBlank;
    this.#schemas = schemas;
  }

  /** The shape of a property's value. */
  property(name: string): Shape {
    const known = this.#properties.get(name);
    if (known !== undefined) return known;
    const shape = new Shape(this.#root, this.isBlank, schemasBelow(this.#root, this.#schemas, name));
    this.#properties.set(name, shape);
    return shape;
  }

  /** The shape of a list's items. */
  item(): Shape {
    this.#item ??= new Shape(this.#root, this.isBlank, schemasBelow(this.#root, this.#schemas));
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
}
