import type { Fix } from "../document/intention.ts";
import type { KindDefinition } from "../document/kind.ts";
import type { ReleaseDocument } from "../document/model.ts";
import type { SchemaError } from "../schema/schema-error.ts";
import type { IsDue } from "../stage/due.ts";
import type { Stage, StageReading } from "../stage/stage.ts";
import type { Place } from "../text/place.ts";
import type { Configuration } from "../workspace/configuration.ts";
import type { Related } from "../workspace/related.ts";

export type Severity = "error" | "warning" | "information" | "hint";

/** One thing that is wrong, at the smallest text that must change. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** What is wrong, where, and what to do, in one plain sentence. */
  readonly message: string;
  readonly at: Place;
  readonly fixes: readonly Fix[];
  /** It keeps the release from Go, whatever severity it is reported with. */
  readonly blocks: boolean;
}

export interface RuleContext {
  readonly document: ReleaseDocument;
  readonly kind: KindDefinition;
  readonly stage: StageReading;
  readonly isDue: IsDue;
  readonly config: Configuration;
  /** `YYYY-MM-DD`, UTC. */
  readonly today: string;
  readonly related: Related;
  /** What the schema of the kind says of `document.value`, computed once for all schema rules. */
  readonly schemaErrors: readonly SchemaError[];
  /** What of the above could not be made; told as `internal/error`. */
  readonly failures?: readonly { readonly what: string; readonly failure: unknown }[];
}

export type Report = (finding: {
  readonly at: Place;
  readonly message: string;
  readonly severity?: Severity;
  /** Blocks although it is no error (a due gate, say), or does not although it is one. */
  readonly blocks?: boolean;
  readonly fixes?: readonly Fix[];
}) => void;

export interface RuleMetadata {
  /** `family/name`; public and stable. */
  readonly id: string;
  readonly title: string;
  /** Why it matters in a release. */
  readonly rationale: string;
  readonly severity: Severity | (Readonly<Partial<Record<Stage, Severity>>> & { readonly default: Severity });
  /** Documents (Markdown or YAML source) that break and that keep the rule. */
  readonly bad: string;
  readonly good: string;
  /** Also holds in templates. */
  readonly inTemplates: boolean;
  /** Only for declared documents: the shape of our schemas. */
  readonly declaredOnly: boolean;
}

/** The lists of a document whose items can be looked at one by one. */
export const itemLists = [
  "gates",
  "workItems",
  "migrations",
  "phases",
  "dates",
  "placeholders",
  "references",
] as const satisfies readonly (keyof ReleaseDocument)[];
export type ItemList = (typeof itemLists)[number];

/** What may be known of the document when one item is looked at: nothing that an edit elsewhere in its text changes. */
export type ItemContext = Pick<RuleContext, "kind" | "stage" | "isDue" | "config" | "today" | "related">;

/** Looks at one item of a list. What it reports stands for as long as the same item meets the same context. */
export type ItemCheck<List extends ItemList> = (
  item: ReleaseDocument[List][number],
  context: ItemContext,
  report: Report,
) => void;

export interface Rule extends RuleMetadata {
  /** What one item shows by itself, whatever stands beside it: the others need not be looked at again after an edit. */
  readonly each?: { readonly [List in ItemList]?: ItemCheck<List> };
  /** What only the whole document shows. */
  check?(context: RuleContext, report: Report): void;
}
