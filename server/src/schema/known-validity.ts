import type { KnownValidity as Known } from "./generated/validators.js";

/** Remembers, for the validators of one registry, what was found valid; objects that nobody else holds are forgotten. */
export class KnownValidity implements Known {
  readonly #valid = new Map<string, WeakSet<object>>();

  has(definition: string, value: unknown): boolean {
    return typeof value === "object" && value !== null && this.#valid.get(definition)?.has(value) === true;
  }

  add(definition: string, value: unknown): void {
    if (typeof value !== "object" || value === null) return;
    const valid = this.#valid.get(definition) ?? new WeakSet();
    this.#valid.set(definition, valid.add(value));
  }
}
