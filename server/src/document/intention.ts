import type { Pointer } from "../text/json.ts";
import type { Place } from "../text/place.ts";
import type { GateState, RollbackForm } from "../words/terms.ts";
import type { RollbackPart } from "./kind.ts";

/** What a fix wants, said in words of the model; the writer of a format turns it into changes of the text. */
export type Intention =
  | {
      readonly do: "answer-gate";
      readonly gate: string;
      readonly state: GateState;
      readonly by?: string;
      readonly when?: string;
      readonly reason?: string;
    }
  /** Of a choice: what ticks one answer (its index) clears the others. In Markdown alone. */
  | { readonly do: "choose-option"; readonly gate: string; readonly option: number; readonly ticked: boolean }
  | { readonly do: "replace"; readonly at: Place; readonly text: string }
  /** In Markdown a label, heading, column or front-matter key gets the title that the schema has for the name. */
  | { readonly do: "rename-key"; readonly pointer: Pointer; readonly name: string }
  | { readonly do: "insert-property"; readonly pointer: Pointer; readonly name: string }
  /** In Markdown fields and front-matter keys of one line. */
  | { readonly do: "remove"; readonly pointer: Pointer }
  | { readonly do: "insert-section"; readonly key: string }
  /** Sections by their headings or keys. */
  | {
      readonly do: "move-section";
      readonly section: Place;
      readonly where: "before" | "after";
      readonly other: Place;
    }
  /** In Markdown alone. */
  | { readonly do: "renumber-sections" }
  /** In Markdown alone; the section by its heading. */
  | { readonly do: "fill-section"; readonly section: Place }
  | { readonly do: "add-rollback-part"; readonly part: RollbackPart }
  | {
      readonly do: "add-rollback-step";
      readonly target: Place;
      readonly pointer?: Pointer;
      readonly form: RollbackForm;
    }
  | { readonly do: "set-status"; readonly status: string }
  | { readonly do: "declare" }
  /** In Markdown alone: the front matter, to the first line. */
  | { readonly do: "move-front-matter" }
  | { readonly do: "suppress"; readonly at: Place; readonly rule: string; readonly reason: string };

/** A fix as it is offered: a title in the imperative, and what it does. */
export interface Fix {
  readonly title: string;
  readonly intention: Intention;
  /** Certain enough for `--fix` and fix on save. */
  readonly certain: boolean;
}
