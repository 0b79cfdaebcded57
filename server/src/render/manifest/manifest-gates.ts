import type { Gate } from "../../document/model.ts";
import type { JsonObject, JsonValue, Pointer } from "../../text/json.ts";
import { escapeHtml } from "../escape-html.ts";
import { gateBox, gateState } from "../gate-box.ts";
import { findingAttributes, marksWithin } from "../marks.ts";
import type { PageContext } from "../page-context.ts";
import { linkified } from "../safe-link.ts";
import { type GateAt, gatesByPlace } from "./gates-by-place.ts";
import { isObject, type ManifestValues } from "./manifest-values.ts";

/** Keys that say how a gate is answered; its box and words show them. */
export const answerKeys: ReadonlySet<string> = new Set(["checked", "failed", "waived", "notApplicable", "decision"]);
/** Keys of a gate that stands in a list of gates. */
const gateKeys = new Set([...answerKeys, "gate", "by", "at", "evidence", "owner", "reason", "critical", "required"]);

/** Shows the gates of a manifest. */
export class ManifestGates {
  readonly #page: PageContext;
  readonly #values: ManifestValues;
  readonly #gateAt: GateAt;

  constructor(page: PageContext, values: ManifestValues) {
    this.#page = page;
    this.#values = values;
    this.#gateAt = gatesByPlace(page.document);
  }

  /** The gate that the value at a pointer is. */
  at(pointer: Pointer): Gate | undefined {
    return this.#gateAt(this.#page.document.placeOf(pointer).value);
  }

  /** A list whose items are gates and little else. */
  isList(items: readonly JsonValue[], pointer: Pointer): boolean {
    return (
      items.length > 0 &&
      items.every((item, index) => {
        const isGate = this.at([...pointer, index]) !== undefined;
        return (
          isGate &&
          (!isObject(item) || (item.gate !== undefined && Object.keys(item).every((key) => gateKeys.has(key))))
        );
      })
    );
  }

  list(items: readonly JsonValue[], pointer: Pointer): string {
    const lines = items.map((item, index) => {
      const at = [...pointer, index];
      const gate = this.at(at);
      const text = isObject(item) ? this.#values.inline(item.gate, [...at, "gate"]) : this.#values.inline(item, at);
      if (gate === undefined) return `<li${this.#values.line(at)}>${text}</li>`;
      return `<li${this.#values.line(at)}>${this.box(gate)} ${text}${this.notes(gate, item)}</li>`;
    });
    return `<ul class="gates">${lines.join("")}</ul>`;
  }

  /** Its box, with what is wrong with it. */
  box(gate: Gate): string {
    const { document, due, interactive, marks, findings } = this.#page;
    const at = marksWithin(marks, document.span(gate.box)).flatMap(({ finding }) => finding ?? []);
    return gateBox(gate, { due: due.has(gate.id), interactive, findings: findingAttributes(at, findings) });
  }

  /** Its box and state, and a reason that no other column shows. */
  cell(gate: Gate, item: JsonObject): string {
    const told = item.reason !== undefined || item.comment !== undefined || gate.reason === undefined;
    const reason = told ? "" : ` <span class="answer">${escapeHtml(gate.reason ?? "")}</span>`;
    const state = gateState(gate);
    return `${this.box(gate)}${state === "" ? "" : ` ${state}`}${reason}`;
  }

  /** Its state, who answered it, when and why, and what shows it. */
  notes(gate: Gate, item?: JsonValue): string {
    const marked = isObject(item) ? flags(item) : [];
    const parts = [
      gate.owner ?? "",
      gate.by === undefined ? "" : `by ${gate.by}`,
      gate.when ?? "",
      gate.state === "checked" ? "" : (gate.reason ?? ""),
    ].filter((part) => part !== "");
    const words = parts.length === 0 ? "" : ` <span class="answer">${escapeHtml(parts.join(", "))}</span>`;
    const evidence = gate.evidence === undefined ? "" : ` <span class="answer">${linkified(gate.evidence)}</span>`;
    const state = [gateState(gate), ...marked].filter((part) => part !== "").map((part) => ` ${part}`);
    return `${state.join("")}${words}${evidence}`;
  }
}

function flags(item: JsonObject): readonly string[] {
  return [
    item.critical === true ? '<span class="state crit">Critical</span>' : "",
    item.required === false ? '<span class="state">Optional</span>' : "",
  ];
}
