import type { Shape } from "../text/yaml/shape.ts";
import type { KindDefinition } from "./kind.ts";
import { createSectionMatcher, type SectionMatcher } from "./markdown/compose/section-matcher.ts";

type Aliases = Readonly<Record<string, readonly string[]>>;

/** What readers make of a kind, made once for all files of it. Belongs to whoever reads many. */
export class KindMemory {
  readonly shapes = new WeakMap<KindDefinition, Shape>();
  readonly #matchers = new WeakMap<KindDefinition, WeakMap<Aliases, SectionMatcher>>();

  /** The matcher for a kind with the section titles of a configuration. */
  matcher(kind: KindDefinition, aliases: Aliases): SectionMatcher {
    const known = this.#matchers.get(kind) ?? new WeakMap<Aliases, SectionMatcher>();
    this.#matchers.set(kind, known);
    const matcher = known.get(aliases) ?? createSectionMatcher(kind, aliases);
    known.set(aliases, matcher);
    return matcher;
  }
}
