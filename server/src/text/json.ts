export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

/** Objects of ours have no prototype, so that every key is only a key. */
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/** The way from the root of a value to a value in it. */
export type Pointer = readonly (string | number)[];
