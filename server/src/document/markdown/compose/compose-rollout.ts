import { append } from "../../../text/append.ts";
import type { PartField } from "../../../text/markdown/pieces/part-field.ts";
import type { FencePiece, TablePiece } from "../../../text/markdown/pieces/pieces.ts";
import { textAt } from "../../../text/markdown/prose.ts";
import type { Part, Place, Span, Text } from "../../../text/place.ts";
import { columnOf, expression, slugHas, slugIs } from "../../../words/lists.ts";
import { announcesRollback } from "../../../words/rollback-words.ts";
import type { RolloutPhase } from "../../model.ts";
import type { RollbackStep } from "../../rollback.ts";
import { stepOf } from "../rollback/rollback-step.ts";
import type { Outline } from "./outline.ts";
import type { Node } from "./outline-node.ts";

type Lists = "monitor" | "abortWhen" | "rollbackWhen" | "success";

/** The staged rollout of a document. */
export interface Rollout {
  readonly phases: readonly RolloutPhase[];
  readonly abortRules: readonly Text[];
  /** Index of the phase that a node stands in. */
  phaseOf(node: Node): number | undefined;
}

const phaseNumber = expression((either) => `${either("phaseWord")}\\s+[\\w.]+\\s*`, "gi");
const share = /(?<!\d)\d+(?:\.\d+)?\s*%/;
/** A longer line is no name of a phase. */
const longestTitle = 500;

/** Reads phases from headings, from the lines of a fence and from tables in rollout sections. */
export function composeRollout(outline: Outline): Rollout {
  const phases: RolloutPhase[] = [];
  const abortRules: Text[] = [];
  const indexes = new Map<Node, number>();
  for (const node of outline.nodes) {
    if (node.role !== "rollout") continue;
    const parent = outline.parentOf(node);
    const around = parent === undefined ? undefined : indexes.get(parent);
    const phase = around === undefined ? headingPhase(node) : undefined;
    if (phase !== undefined) {
      indexes.set(node, phases.length);
      phases.push(phase);
    } else if (around !== undefined) {
      indexes.set(node, around);
    } else {
      append(phases, otherPhases(node));
      append(abortRules, abortRulesOf(node));
    }
  }
  return { phases, abortRules, phaseOf: (node) => indexes.get(node) };
}

function otherPhases({ passage }: Node): readonly RolloutPhase[] {
  return passage.pieces.flatMap((piece) => {
    if (piece.type === "fence") return fencePhases(passage.part, piece);
    return piece.type === "table" ? tablePhases(piece) : [];
  });
}

interface Draft extends Record<Lists, Text[]> {
  name: Text;
  rollback: RollbackStep[];
  at: Place;
  traffic?: Text;
  duration?: Text;
  status?: Text;
}

const draftOf = (name: Text, at: Place): Draft => ({
  name,
  at,
  monitor: [],
  abortWhen: [],
  rollbackWhen: [],
  success: [],
  rollback: [],
});

function headingPhase({ passage }: Node): RolloutPhase | undefined {
  const { heading, part } = passage;
  if (heading === undefined) return undefined;
  const named = nameAndShare(part, heading.text.at);
  if (named === undefined) return undefined;
  const draft = draftOf(named.name, heading.text.at);
  if (named.traffic !== undefined) draft.traffic = named.traffic;
  for (const field of passage.fields) takeField(draft, field);
  for (const piece of passage.pieces) {
    if (piece.type !== "item" || piece.field !== undefined || piece.label !== undefined || piece.box !== undefined)
      continue;
    if (piece.under !== undefined) listFor(draft, piece.under.key)?.push(piece.text);
  }
  return draft;
}

/** `Phase 1: Canary (5% of traffic)` → `Canary`, `5%`. */
function nameAndShare(part: Part, at: Span): { readonly name: Text; readonly traffic?: Text } | undefined {
  if (at.end - at.start > longestTitle) return undefined;
  const source = part.text.slice(at.start, at.end);
  const note = /(?<!\s)\s*\([^()]*\)\s*(?::\s*)?$/.exec(source);
  const title = note === null ? source.replace(/:\s*$/, "") : source.slice(0, note.index);
  const traffic = share.exec(source);
  const named = behindNumber(title);
  if (named === undefined && (traffic === null || note === null || title.trim() === "")) return undefined;
  const name = named || title;
  const nameStart = at.start + title.lastIndexOf(name);
  const text = textAt(part, { start: nameStart, end: nameStart + name.length });
  if (traffic === null) return { name: text };
  const start = at.start + traffic.index;
  return { name: text, traffic: textAt(part, { start, end: start + traffic[0].length }) };
}

const isSuccess = slugHas("phaseSuccess");
const isRollbackRule = slugHas("phaseRollback");
const isAbort = slugHas("phaseAbort");
const isMonitor = slugHas("phaseMonitor");
const isDuration = slugHas("phaseDuration");
const isTraffic = slugHas("phaseTraffic");
const isState = slugIs("stateLabel");
const stopsRollout = slugHas("abortRules");
const trafficColumn = columnOf("columnTraffic");
const phaseColumn = columnOf("columnPhase");

/** The name behind the number of a phase, empty where nothing stands there; `undefined` where no phase is numbered. */
function behindNumber(title: string): string | undefined {
  for (const { 0: words, index } of title.matchAll(phaseNumber())) {
    const rest = title.slice(index + words.length);
    if (rest === "") return rest;
    const name = /^[:–—-]\s*(.+)$/.exec(rest)?.[1];
    if (name !== undefined) return name;
  }
  return undefined;
}

function listFor(draft: Draft, key: string): Text[] | undefined {
  if (isSuccess(key)) return draft.success;
  if (isRollbackRule(key)) return draft.rollbackWhen;
  if (isAbort(key)) return draft.abortWhen;
  return isMonitor(key) ? draft.monitor : undefined;
}

function takeField(draft: Draft, { key, value }: PartField): void {
  if (value.value === "") return;
  if (isDuration(key)) draft.duration ??= value;
  else if (isTraffic(key)) draft.traffic ??= value;
  else if (isState(key)) draft.status ??= value;
  else {
    const list = listFor(draft, key);
    if (list !== undefined) append(list, splitText(value));
    else if (announcesRollback(key)) draft.rollback.push(stepOf(value));
  }
}

const ends = expression((either) => `,(?=\\s)|(?<!\\s)\\s+${either("or")}\\s|;\\s`, "gi");

/** `Error rate < 0.1%, Latency < 200ms` and `… OR …` are two values; a comma in parentheses is none of their ends. */
function splitText({ at }: Text): readonly Text[] {
  const source = at.part.text.slice(at.start, at.end);
  const texts: Text[] = [];
  let start = 0;
  let parenthesis = -1;
  const take = (end: number): void => {
    if (end > start) texts.push(textAt(at.part, { start: at.start + start, end: at.start + end }));
  };
  for (const { 0: mark, index } of source.matchAll(ends())) {
    if (index < start) continue;
    if (mark === "," && parenthesis < index) parenthesis = nextParenthesis(source, index);
    if (mark === "," && source.charAt(parenthesis) === ")") continue;
    take(index);
    start = index + mark.length;
    while (/\s/.test(source.charAt(start))) start++;
  }
  take(source.length);
  return texts.filter(({ value }) => value !== "");
}

function nextParenthesis(source: string, from: number): number {
  const found = source.slice(from).search(/[()]/);
  return found === -1 ? source.length : from + found;
}

/** `Phase 1 - Canary Release (1% traffic):` and the indented lines below it. */
function fencePhases(part: Part, fence: FencePiece): readonly RolloutPhase[] {
  if (!["", "yaml", "yml", "text", "txt"].includes(fence.language)) return [];
  const phases: Draft[] = [];
  let list: Text[] | undefined;
  for (const line of fence.lines) {
    const source = part.text.slice(line.start, line.end);
    const named = /^\s{0,3}\S/.test(source) && /%/.test(source) ? nameAndShare(part, textAt(part, line).at) : undefined;
    const open = phases.at(-1);
    if (named !== undefined) {
      const draft = draftOf(named.name, textAt(part, line).at);
      if (named.traffic !== undefined) draft.traffic = named.traffic;
      phases.push(draft);
      list = undefined;
    } else if (/^[^\s#-]/.test(source)) list = undefined;
    else if (open !== undefined) list = fenceLine(part, line, open, list);
  }
  return phases;
}

/** Takes `Key: value` or `- value` of a phase; answers the list that the next lines belong to. */
function fenceLine(part: Part, line: Span, phase: Draft, list: Text[] | undefined): Text[] | undefined {
  const source = part.text.slice(line.start, line.end);
  const item = /^(\s*-\s+)\S/.exec(source)?.[1];
  if (item !== undefined) {
    list?.push(textAt(part, { start: line.start + item.length, end: line.end }));
    return list;
  }
  const match = /^(\s*)([A-Za-z][\w /-]*):\s*(\S.*)?$/.exec(source);
  if (match === null) return list;
  const [, indent = "", name = "", rest] = match;
  const key = name
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-");
  if (rest === undefined) return listFor(phase, key) ?? [];
  const label = textAt(part, { start: line.start + indent.length, end: line.start + indent.length + name.length });
  const valueStart = line.start + source.lastIndexOf(rest);
  takeField(phase, { key, label, value: textAt(part, { start: valueStart, end: line.end }) });
  return undefined;
}

function tablePhases(table: TablePiece): readonly RolloutPhase[] {
  const traffic = trafficColumn(table.columns);
  const name = phaseColumn(table.columns);
  if (traffic < 0 || name < 0) return [];
  return table.rows.flatMap((row) => {
    const named = row[name];
    if (named === undefined || named.value === "") return [];
    const draft = draftOf(named, named.at);
    row.forEach((value, index) => {
      const key = table.columns[index];
      const label = table.headers[index];
      if (key === undefined || label === undefined || value.value === "" || index === name) return;
      if (index === traffic) draft.traffic = value;
      else takeField(draft, { key, label, value });
    });
    return [draft];
  });
}

/** Rules that hold for the whole rollout stand under a heading or label of their own. */
function abortRulesOf({ passage }: Node): readonly Text[] {
  const here = stopsRollout(passage.heading?.slugs[0] ?? "");
  return passage.pieces.flatMap((piece) => {
    if (piece.type !== "item" || piece.text.value === "" || piece.label !== undefined) return [];
    return (piece.under === undefined ? here : stopsRollout(piece.under.key)) ? [piece.text] : [];
  });
}
