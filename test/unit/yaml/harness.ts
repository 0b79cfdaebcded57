import releaseManifest from "../../../schemas/release-manifest.schema.json" with { type: "json" };
import type { KindDefinition } from "../../../server/src/document/kind.ts";
import type { ReleaseDocument } from "../../../server/src/document/model.ts";
import { readYaml } from "../../../server/src/document/yaml/read-yaml.ts";
import { kindFromSchema } from "../../../server/src/schema/kind-from-schema.ts";

const known = kindFromSchema(releaseManifest);
if (known === undefined) throw new Error("The manifest's schema describes no kind");

export const kind: KindDefinition = known;
export const uri = "file:///repo/releases/v3.4.0/release-manifest.yaml";

export const read = (text: string, previous?: ReleaseDocument): ReleaseDocument =>
  readYaml(uri, text, { kind, declared: true, template: "undecided" }, previous);

export const readWhole = (text: string): ReleaseDocument =>
  readYaml(uri, text, { kind, declared: true, template: "undecided", split: false });

/** A document as plain data, with places as absolute spans, to be compared with another one. */
export function flattened(document: ReleaseDocument): unknown {
  const flat = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(flat);
    if (value instanceof Set) return [...value];
    if (typeof value !== "object" || value === null) return value;
    if ("part" in value && "start" in value && "end" in value) {
      const { part, start, end } = value;
      if (isPart(part) && typeof start === "number" && typeof end === "number") {
        const span = document.span({ part, start, end });
        return `${span.start}..${span.end}`;
      }
    }
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, flat(inner)]));
  };
  const { parts: _, ...rest } = document;
  return {
    ...Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, flat(value)])),
    places: places(document),
  };
}

const isPart = (value: unknown): value is { readonly text: string } =>
  typeof value === "object" && value !== null && "text" in value;

/** The place of every value of the document. */
function places(document: ReleaseDocument): readonly string[] {
  const found: string[] = [];
  const visit = (value: unknown, pointer: readonly (string | number)[]): void => {
    const place = document.placeOf(pointer);
    const key = place.key === undefined ? "" : JSON.stringify(document.span(place.key));
    found.push(`${JSON.stringify(pointer)} ${key} ${JSON.stringify(document.span(place.value))}`);
    if (Array.isArray(value)) for (const [at, item] of value.entries()) visit(item, [...pointer, at]);
    else if (typeof value === "object" && value !== null) {
      for (const [name, inner] of Object.entries(value)) visit(inner, [...pointer, name]);
    }
  };
  visit(document.value, []);
  return found;
}
