import type { JsonValue } from "../../text/json.ts";
import { withLineFeeds } from "../../text/line-feeds.ts";
import { nodeAt } from "../../text/yaml/node.ts";
import { Shape } from "../../text/yaml/shape.ts";
import { isPlaceholder } from "../../words/placeholder.ts";
import type { KindDefinition } from "../kind.ts";
import type { ReleaseDocument, TemplateSource } from "../model.ts";
import { templateSource } from "../template.ts";
import { unreadDocument } from "../unread-document.ts";
import { type Manifest, manifestOf } from "./manifest/manifest.ts";
import { createManifestMemory } from "./manifest/memory.ts";
import { compose } from "./parts/compose.ts";
import { readParts } from "./parts/reading.ts";
import { type ReadingMemory, YamlDocument } from "./yaml-document.ts";

/** What the caller decides before a manifest is read. */
export interface YamlReadOptions {
  readonly kind: KindDefinition;
  readonly declared: boolean;
  /** `undecided`: `template:` of the manifest says it, else its names and what is filled in. */
  readonly template: boolean | "undecided";
  /** What schemas expect where, kept by the caller, so that many files of a kind share it. */
  readonly shapes?: WeakMap<KindDefinition, Shape>;
  /** False reads the text as one part: for tests, which hold it against the reading by parts. */
  readonly split?: boolean;
}

/**
 * Reads a text as a release manifest. Never throws; a text that nests too deep for a parser becomes a document that says
 * so and nothing else. The caller has looked at its length.
 *
 * With `previous`, an earlier reading of the same file, only parts whose text changed are read again; the result is the
 * same as without it.
 */
export function readYaml(
  uri: string,
  text: string,
  options: YamlReadOptions,
  previous?: ReleaseDocument,
): ReleaseDocument {
  const { kind, declared } = options;
  const earlier = previous instanceof YamlDocument && previous.memory.kind === kind ? previous : undefined;
  const memory = earlier?.memory ?? createMemory(kind, options.shapes);
  const reading = readParts(withLineFeeds(text), memory.shape, earlier?.reading, options.split ?? true);
  if (typeof reading === "string") return unreadDocument(uri, text, { format: "yaml", kind, declared }, reading);
  const composition = compose(reading, earlier?.composition);
  const manifest = manifestOf(composition.root, kind, composition.unreadable, memory.manifest);
  const template = decideTemplate(uri, options.template, nodeAt(composition.root, "template")?.value, manifest);
  const identity = { uri, text, kind: kind.name, declared, template };
  return new YamlDocument({ ...identity, manifest, reading, composition, memory, earlier });
}

function createMemory(kind: KindDefinition, shapes: WeakMap<KindDefinition, Shape> | undefined): ReadingMemory {
  const shape = shapes?.get(kind) ?? new Shape(kind.schema, isPlaceholder);
  shapes?.set(kind, shape);
  return { kind, shape, manifest: createManifestMemory() };
}

function decideTemplate(
  uri: string,
  decided: boolean | "undecided",
  stated: JsonValue | undefined,
  manifest: Manifest,
): TemplateSource | undefined {
  if (decided !== "undecided") return decided ? "configuration" : undefined;
  const { facts, gates, title } = manifest;
  return templateSource({
    uri,
    title: title?.value,
    facts,
    gates,
    stated: typeof stated === "boolean" ? stated : undefined,
  });
}
