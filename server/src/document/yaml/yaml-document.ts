import { append } from "../../text/append.ts";
import type { Pointer } from "../../text/json.ts";
import { lazy } from "../../text/lazy.ts";
import { createLineIndex } from "../../text/line-index.ts";
import { PartIndex } from "../../text/part-index.ts";
import type { Part, Place, Span } from "../../text/place.ts";
import { entryOf, type MapNode, type YamlNode } from "../../text/yaml/node.ts";
import type { Shape } from "../../text/yaml/shape.ts";
import type { KindDefinition } from "../kind.ts";
import type { Field, Problem, ReleaseDocument, TemplateSource, ValuePlace } from "../model.ts";
import { textProblems } from "../text-problems.ts";
import type { Manifest } from "./manifest/manifest.ts";
import type { ManifestMemory } from "./manifest/memory.ts";
import type { Composition } from "./parts/compose.ts";
import { type Gathered, gather } from "./parts/gather.ts";
import type { PartsReading } from "./parts/reading.ts";
import { Pointers } from "./pointers.ts";

/** What a reading leaves for the next one; it holds as long as the kind is the same. */
export interface ReadingMemory {
  readonly kind: KindDefinition;
  readonly shape: Shape;
  readonly manifest: ManifestMemory;
}

/** All that a manifest document is made of. */
export interface YamlDocumentParts {
  readonly uri: string;
  readonly text: string;
  readonly kind: string;
  readonly declared: boolean;
  readonly template: TemplateSource | undefined;
  readonly manifest: Manifest;
  readonly reading: PartsReading;
  readonly composition: Composition;
  readonly memory: ReadingMemory;
  /** The version that was read before. */
  readonly earlier: YamlDocument | undefined;
}

/** A manifest that was read: the shared model, and for the reader and the writer of YAML its nodes. */
export class YamlDocument implements ReleaseDocument {
  readonly format = "yaml";
  readonly uri: string;
  readonly text: string;
  readonly kind: string;
  readonly declared: boolean;
  readonly template: boolean;
  readonly templateSource?: TemplateSource;
  readonly title?: NonNullable<ReleaseDocument["title"]>;
  readonly facts: ReleaseDocument["facts"];
  readonly fields: readonly Field[];
  readonly sections: ReleaseDocument["sections"];
  readonly gates: ReleaseDocument["gates"];
  readonly workItems: ReleaseDocument["workItems"];
  readonly migrations: ReleaseDocument["migrations"];
  readonly migrationOrder: ReleaseDocument["migrationOrder"];
  readonly phases: ReleaseDocument["phases"];
  readonly abortRules: ReleaseDocument["abortRules"];
  readonly rollback: ReleaseDocument["rollback"];
  readonly tests: ReleaseDocument["tests"];
  readonly milestones: ReleaseDocument["milestones"] = [];
  readonly noGoTriggers: ReleaseDocument["noGoTriggers"] = [];
  readonly signOffs: ReleaseDocument["signOffs"] = [];
  readonly dates: ReleaseDocument["dates"];
  readonly placeholders: ReleaseDocument["placeholders"];
  readonly references: ReleaseDocument["references"];
  readonly anchors: ReadonlySet<string> = new Set();
  readonly problems: readonly Problem[];
  readonly directives: ReleaseDocument["directives"];
  readonly value: ReleaseDocument["value"];
  readonly unreadable: readonly Pointer[];
  readonly parts: readonly Part[];
  readonly #composition: Composition;
  readonly #reading: PartsReading;
  readonly #memory: ReadingMemory;
  readonly #index: PartIndex;
  readonly #gathered: Gathered;
  #pointers: Pointers | undefined;

  constructor({ manifest, reading, composition, memory, earlier, ...identity }: YamlDocumentParts) {
    this.uri = identity.uri;
    this.text = identity.text;
    this.kind = identity.kind;
    this.declared = identity.declared;
    this.template = identity.template !== undefined;
    if (identity.template !== undefined) this.templateSource = identity.template;
    if (manifest.title !== undefined) this.title = manifest.title;
    this.facts = manifest.facts;
    this.fields = manifest.fields;
    this.sections = manifest.sections;
    this.gates = manifest.gates;
    this.workItems = manifest.workItems;
    this.migrations = manifest.migrations;
    this.migrationOrder = manifest.migrationOrder;
    this.phases = manifest.phases;
    this.abortRules = manifest.abortRules;
    this.rollback = manifest.rollback;
    this.tests = manifest.tests;
    this.dates = manifest.dates;
    this.#gathered = gather(reading.parts, earlier === undefined ? undefined : earlier.#gathered);
    this.placeholders = this.#gathered.placeholders;
    this.references = [...this.#gathered.references, ...manifest.orderReferences];
    this.directives = this.#gathered.directives;
    this.value = composition.root.value;
    this.unreadable = composition.unreadable;
    this.parts = reading.parts.map((part) => part.part);
    this.#composition = composition;
    this.#reading = reading;
    this.#memory = memory;
    this.#index = new PartIndex(this.parts, earlier === undefined ? undefined : earlier.#index);
    this.problems = problemsOf(this, this.#gathered.problems, composition);
  }

  /** The value of the text as nodes, for readers and writers of YAML. */
  get root(): MapNode {
    return this.#composition.root;
  }

  /** For the next reading of the same file. */
  get reading(): PartsReading {
    return this.#reading;
  }

  /** For the next reading of the same file. */
  get composition(): Composition {
    return this.#composition;
  }

  /** For the next reading of the same file. */
  get memory(): ReadingMemory {
    return this.#memory;
  }

  span({ part, start, end }: Place): Span {
    const offset = this.#reading.starts[this.#index.indexOf(part)];
    if (offset === undefined) throw new RangeError("This place belongs to another document");
    return { start: offset + start, end: offset + end };
  }

  /** Whether a part is one of this document's. */
  holds(part: Part): boolean {
    return this.#index.indexOf(part) !== -1;
  }

  /** The way to the value at a place; `undefined` when none stands there. */
  pointerTo(place: Place): Pointer | undefined {
    this.#pointers ??= new Pointers(this.#composition.root);
    return this.#pointers.to(place);
  }

  placeOf(pointer: Pointer): ValuePlace {
    let place: ValuePlace = { value: this.#composition.root };
    let node: YamlNode | undefined = this.#composition.root;
    for (const step of pointer) {
      if (node.kind === "map") {
        const entry = entryOf(node, String(step));
        if (entry === undefined) return place;
        node = entry.node;
        place = { key: entry.key, value: node };
      } else {
        const item: YamlNode | undefined =
          node.kind === "sequence" && typeof step === "number" ? node.items[step] : undefined;
        if (item === undefined) return place;
        node = item;
        place = { value: node };
      }
    }
    return place;
  }
}

/** `own`: of the parts, each by itself. */
function problemsOf(document: YamlDocument, own: readonly Problem[], composition: Composition): readonly Problem[] {
  const lines = lazy(() => createLineIndex(document.text));
  const more: Problem[] = composition.duplicates.map(({ keyText, key, first }) => {
    const line = lines().position(document.span(first).start).line + 1;
    const message = `The key ${keyText} stands twice here, first on line ${line}: keep one of the two`;
    return { rule: "syntax/yaml", message, at: key };
  });
  const [part] = document.parts;
  if (!composition.isMap && part !== undefined) {
    const at = { part, start: 0, end: Math.min(part.text.length, part.text.search(/\r?\n|$/)) };
    more.push({ rule: "syntax/yaml", message: "A manifest is a map: begin with `apiVersion:` and `kind:`", at });
  }
  append(more, textProblems(document.text, document.parts));
  if (more.length === 0) return own;
  const start = (problem: Problem): number => document.span(problem.at).start;
  return [...own, ...more].sort((a, b) => start(a) - start(b));
}
