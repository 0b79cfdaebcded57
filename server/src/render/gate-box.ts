import type { Gate } from "../document/model.ts";
import { escapeHtml } from "./escape-html.ts";

/** What a box says besides its gate. */
export interface BoxOptions {
  readonly due: boolean;
  /** False where nothing can be answered: an exported page. */
  readonly interactive: boolean;
  /** For one of several boxes of a choice: which, from 0, what it offers, and whether it is ticked. */
  readonly option?: { readonly index: number; readonly words: string; readonly ticked: boolean };
  /** Findings that stand at the box: attributes with a space before. */
  readonly findings?: string;
}

/** So long is what is read aloud of a gate; each box of a choice says all of it. */
const longestLabel = 300;
const shortened = (text: string): string =>
  text.length <= longestLabel ? text : `${text.slice(0, longestLabel).replace(/[\ud800-\udbff]$/, "")}…`;

/** A real checkbox that shows and, where it may, answers a gate. Every state but open and checked is also said in words. */
export function gateBox(gate: Gate, { due, interactive, option, findings = "" }: BoxOptions): string {
  const ticked = option?.ticked ?? gate.state === "checked";
  const text = shortened(gate.text);
  const label = option === undefined || option.words === "" ? text : `${text}: ${shortened(option.words)}`;
  const waiting = due && (gate.state === "open" || gate.state === "failed");
  const attributes = [
    `type="checkbox" data-gate="${escapeHtml(gate.id)}" data-state="${gate.state}"`,
    option === undefined ? "" : `data-option="${option.index}"`,
    waiting ? 'data-due=""' : "",
    `aria-label="${escapeHtml(waiting ? `${label}, due` : label)}"`,
    ticked ? 'checked=""' : "",
    interactive ? "" : 'disabled=""',
  ];
  return `<input ${attributes.filter((attribute) => attribute !== "").join(" ")}${findings}>`;
}

const stateWords: Readonly<Record<Gate["state"], string>> = {
  open: "",
  checked: "",
  failed: "Failed",
  waived: "Waived",
  notApplicable: "N/A",
};

/** The state of a gate in words where the box cannot say it; empty for open and checked ones. */
export function gateState(gate: Gate): string {
  const words = gate.waiverIncomplete === true && gate.state === "open" ? "Waiver incomplete" : stateWords[gate.state];
  return words === "" ? "" : `<span class="state ${gate.state}">${words}</span>`;
}
