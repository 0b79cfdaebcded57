import type { Format } from "../text/format.ts";
import type { GatePhase, SectionRole } from "../words/terms.ts";

/** Our keyword in a JSON Schema: what a kind is, on the root; what a section is, and what a new one begins as (`blank`), on its property. */
export const annotation = "x-release-docs";

/** What a rollback plan consists of (design: *Rollback plan*). */
export type RollbackPart = "triggers" | "owner" | "steps" | "estimate" | "verification" | "communication";

/** What the lack of a rollback part is, for a kind. */
export type RollbackDemand = "error" | "warning" | "information";

/** A section that the schema of a kind knows, as plain data taken from the schema's annotations. */
export interface SectionDefinition {
  readonly key: string;
  /** As we write it in a new document. */
  readonly title: string;
  /** Other titles that mean the same; compared as slugs. */
  readonly aliases: readonly string[];
  readonly role?: SectionRole;
  readonly gatePhase?: GatePhase;
  /** Headers of table columns whose boxes are critical when their row says so, as slugs: `type` = `critical`. */
  readonly criticalColumn?: string;
  readonly required: boolean;
  readonly sections: readonly SectionDefinition[];
}

/**
 * A kind of release document: data, taken from its JSON Schema. Readers get these; they know no kind by name.
 */
export interface KindDefinition {
  readonly name: string;
  /** One definition reads one format; a kind that has both has two. */
  readonly format: Format;
  /** `Release Runbook` */
  readonly title: string;
  /** Phrases that recognise the kind when the first heading says them; empty: by declaration only. `…` stands for up to
   * three words. */
  readonly titles: readonly string[];
  /** False: structure only (reports, notes); the verdict is `none`. */
  readonly judged: boolean;
  /** How much the lack of each rollback part weighs; a part that is not named is not demanded. */
  readonly rollback: Readonly<Partial<Record<RollbackPart, RollbackDemand>>>;
  /** `any` when one of triggers and steps is enough. */
  readonly rollbackEither: boolean;
  /** True when the release manager of the document counts as the one who decides on a rollback. */
  readonly managerDecides: boolean;
  readonly sections: readonly SectionDefinition[];
  /** Labels (slugs) that name the facts every kind has, in order of preference. */
  readonly labels: Readonly<Record<"version" | "previousVersion" | "date" | "owners" | "status", readonly string[]>>;
  /** The JSON Schema, as published: guides the YAML reader (where a scalar belongs). */
  readonly schema: Readonly<Record<string, unknown>>;
}
