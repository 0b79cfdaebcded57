import type { Format } from "../text/format.ts";
import type { JsonObject, Pointer } from "../text/json.ts";
import type { Part, Place, Span, Text } from "../text/place.ts";
import type { GatePhase, GateState, SectionRole } from "../words/terms.ts";
import type { RollbackPlan, RollbackStep } from "./rollback.ts";

/** How a gate is written: a task item, a table cell, a line of a fenced checklist, several boxes that are one choice,
 * a lone ✅/❌ mark, a manifest entry, or an approval. */
export type GateForm = "task" | "cell" | "fence" | "choice" | "mark" | "entry" | "approval";

/** One answer of a choice. */
export interface GateOption {
  /** What it says, as it is shown; empty where nothing stands beside its box. */
  readonly words: string;
  readonly ticked: boolean;
  readonly box: Place;
}

/** One thing that a person confirms. */
export interface Gate {
  /** Stable while the text around it changes: heading path (or manifest path), normalised text and ordinal. */
  readonly id: string;
  readonly text: string;
  readonly state: GateState;
  readonly form: GateForm;
  readonly phase: GatePhase;
  /** A critical gate that failed cannot be waived. */
  readonly critical: boolean;
  /** False for what need not be answered: an approval with `required: false`. */
  readonly required: boolean;
  /** The smallest text that must change to answer it: its box, its cell's box, its `checked` value, its entry's key. */
  readonly box: Place;
  /** The whole gate. */
  readonly at: Place;
  readonly owner?: string;
  readonly by?: string;
  readonly when?: string;
  readonly evidence?: string;
  /** Why it is waived or does not apply. */
  readonly reason?: string;
  /** It says that it is waived, but not why or by whom; it stays open. */
  readonly waiverIncomplete?: boolean;
  /** The answers of a choice, in order; absent for every other form. */
  readonly options?: readonly GateOption[];
  /** The section that it stands in; absent in YAML. */
  readonly section?: Section;
  /** Index in `phases` of the rollout phase that it belongs to. */
  readonly rolloutPhase?: number;
  /** Id of the gate that it is nested in. */
  readonly parent?: string;
}

/** A heading of a Markdown document, or a top-level key of a manifest, with what stands below it. */
export interface Section {
  /** Canonical key: the schema's when the title is one of its titles or aliases, else the title's own slug. */
  readonly key: string;
  readonly title: string;
  /** The title's text (Markdown) or the key (YAML). */
  readonly at: Place;
  /** Heading level 1–6; 1 for a manifest's top-level key. */
  readonly level: number;
  /** Keys from the outermost section to this one. */
  readonly path: readonly string[];
  readonly role?: SectionRole;
  readonly gatePhase: GatePhase;
  /** True when the schema of the kind knows this section here. */
  readonly known: boolean;
  /** True when nothing but blank lines and comments stands in it or below it. */
  readonly empty: boolean;
}

/** `**Label:** value`, a row of a two-column table, a front-matter or manifest entry. */
export interface Field {
  /** The label's slug: `release-manager`. */
  readonly key: string;
  readonly label: Text;
  /** Empty string where nothing is written. */
  readonly value: Text;
  readonly section?: Section;
}

/** One change of the release: a row of the scope table, an entry of `scope`. */
export interface WorkItem {
  readonly id: Text;
  readonly title?: Text;
  readonly owner?: Text;
  readonly risk?: Text;
  readonly rollback: readonly RollbackStep[];
  /** The part of the item that a missing rollback is reported at: its id. */
  readonly at: Place;
  readonly pointer?: Pointer;
}

export interface Migration {
  readonly id: Text;
  readonly target: "database" | "data";
  readonly strategy?: Text;
  readonly rollback: readonly RollbackStep[];
  /** Undone by the migration plan's own backward migration, or by a section's rollback steps. */
  readonly coveredByPlan: boolean;
  readonly at: Place;
  readonly pointer?: Pointer;
}

/** A step of the staged rollout. */
export interface RolloutPhase {
  readonly name: Text;
  /** As written: `5%`. */
  readonly traffic?: Text;
  readonly duration?: Text;
  readonly status?: Text;
  readonly monitor: readonly Text[];
  readonly abortWhen: readonly Text[];
  readonly rollbackWhen: readonly Text[];
  readonly success: readonly Text[];
  readonly rollback: readonly RollbackStep[];
  readonly at: Place;
  readonly pointer?: Pointer;
}

/** A test suite's result. */
export interface TestResult {
  readonly name: Text;
  readonly status?: Text;
  readonly results?: Text;
  readonly coverage?: Text;
  readonly target?: Text;
  readonly criticalIssues?: Text;
  readonly at: Place;
  readonly pointer?: Pointer;
}

export interface Milestone {
  readonly name: Text;
  readonly date?: Text;
  readonly owner?: Text;
  /** End date; equal to `date` or absent for a moment. */
  readonly end?: Text;
  /** True where the order of lines is the order of time: a milestone table; false for the bars of a chart. */
  readonly ordered?: boolean;
}

/** An automatic no-go trigger; a ticked one blocks. */
export interface NoGoTrigger {
  readonly text: string;
  readonly ticked: boolean;
  readonly at: Place;
}

/** A line on which somebody must sign: `**Release Manager Sign-off:** …`, a row of a sign-off table. */
export interface SignOff {
  readonly role: Text;
  readonly signed: boolean;
  /** Somebody signed that the release must not go. */
  readonly rejected?: boolean;
  readonly at: Place;
}

/** Text that the author must still replace. */
export interface Placeholder {
  readonly text: string;
  readonly at: Place;
}

/** Something that this document points to. */
export interface Reference {
  readonly kind: "file" | "anchor" | "url" | "id";
  readonly target: string;
  readonly at: Place;
  /** For `id`: what it should name (`migration`, `workItem`, `gate`, `phase`). */
  readonly names?: string;
}

/** A date anywhere that a rule compares: the release's own, a milestone's. */
export interface DateText {
  readonly label: string;
  readonly value: Text;
}

/** What the reader could not read, or had to guess; the syntax rules report these as they are. */
export interface Problem {
  readonly rule:
    | "syntax/yaml"
    | "syntax/front-matter"
    | "syntax/unquoted"
    | "syntax/limit"
    | "syntax/hidden"
    | "syntax/unclosed"
    | "internal/error";
  readonly message: string;
  readonly at: Place;
  /** A certain repair: what to put in place of `at`. */
  readonly replacement?: string;
  /** What the repair is called, where its text does not show it. */
  readonly repair?: string;
  /** Its repair is another place: the front matter belongs to the top. */
  readonly misplaced?: boolean;
  /** What it weighs where that is not what its rule weighs. */
  readonly severity?: "warning";
  /** Something that is read as a gate, a status or a label stands there: nothing is known of it, and nothing is Go. */
  readonly blocks?: boolean;
}

/** `release-docs-disable-…` in a comment. */
export interface Directive {
  readonly scope: "next-line" | "file" | "start" | "end";
  /** Rule ids or `family/*`; empty means all rules. */
  readonly rules: readonly Text[];
  readonly reason?: string;
  readonly at: Place;
}

/** Where a value of `ReleaseDocument.value` stands. */
export interface ValuePlace {
  /** The key or heading that names it; absent for list items. */
  readonly key?: Place;
  readonly value: Place;
}

/** The few facts that every kind has, each as written. */
export interface ReleaseFacts {
  readonly version?: Text;
  readonly previousVersion?: Text;
  readonly date?: Text;
  readonly owners: readonly Text[];
  /** The status field as written, also when it is an option list or a placeholder. */
  readonly status?: Text;
  /** `false` when `status` is an option list or a placeholder, so that it states nothing. */
  readonly statusStated: boolean;
  readonly runbook?: Text;
}

/** Why a document is a template: it says so (front matter, or a manifest's `template:`), the configuration or the caller
 * says so, a word of its path or title does, or its version, date and owner are blanks. */
export type TemplateSource = "front matter" | "configuration" | "path" | "title" | "blank";

/**
 * One release document, whatever its format. Immutable: an edit makes a new one that shares the parts that did not
 * change. Places are relative to their part; `span` makes them absolute for this version of the text.
 */
export interface ReleaseDocument {
  readonly uri: string;
  readonly format: Format;
  readonly text: string;
  readonly kind: string;
  /** Judged in full, or only recognised by its title. */
  readonly declared: boolean;
  /** A blank to be copied, or one real release. */
  readonly template: boolean;
  /** What makes it a template; absent for a run. */
  readonly templateSource?: TemplateSource;
  readonly title?: Text;
  readonly facts: ReleaseFacts;
  readonly fields: readonly Field[];
  /** In order of appearance, at any depth; `section-tree.ts` finds the tree. */
  readonly sections: readonly Section[];
  readonly gates: readonly Gate[];
  readonly workItems: readonly WorkItem[];
  readonly migrations: readonly Migration[];
  /** As written (ids in order), with the place of each. */
  readonly migrationOrder: readonly Text[];
  /** A statement that there are database migrations ("Database Migrations: Yes"), where it stands. */
  readonly migrationsStated?: Text;
  readonly phases: readonly RolloutPhase[];
  /** Abort rules that hold for the whole rollout. */
  readonly abortRules: readonly Text[];
  readonly rollback: RollbackPlan;
  readonly tests: readonly TestResult[];
  readonly milestones: readonly Milestone[];
  readonly noGoTriggers: readonly NoGoTrigger[];
  readonly signOffs: readonly SignOff[];
  readonly dates: readonly DateText[];
  readonly placeholders: readonly Placeholder[];
  readonly references: readonly Reference[];
  /** Anchors that a link can name: heading slugs as GitHub makes them. */
  readonly anchors: ReadonlySet<string>;
  readonly problems: readonly Problem[];
  readonly directives: readonly Directive[];
  /** The document as data, for its JSON Schema; objects without prototype. */
  readonly value: JsonObject;
  /** Pointers of parts that could not be read: nothing may be concluded from what is missing there. */
  readonly unreadable: readonly Pointer[];
  readonly parts: readonly Part[];
  /** Absolute UTF-16 offsets of a place in this version. Throws a RangeError for a place of another document. */
  span(place: Place): Span;
  /** Where a value stands; the nearest ancestor that stands somewhere when it does not itself. */
  placeOf(pointer: Pointer): ValuePlace;
}
