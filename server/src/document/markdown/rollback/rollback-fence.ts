import type { FencePiece } from "../../../text/markdown/pieces/pieces.ts";
import { textAt } from "../../../text/markdown/prose.ts";
import type { Part, Span, Text } from "../../../text/place.ts";
import { slug } from "../../../text/values/slug.ts";
import { expression } from "../../../words/lists.ts";
import { type Topic, topicOf } from "../../../words/rollback-words.ts";
import type { RollbackStep } from "../../rollback.ts";
import { isProseFence } from "../gates/fence-gates.ts";
import { fenceSteps } from "../gates/fence-steps.ts";
import { stepOf } from "./rollback-step.ts";

export interface FenceReading {
  readonly triggers: readonly Text[];
  readonly steps: readonly RollbackStep[];
  readonly prose: readonly RollbackStep[];
  readonly owner?: Text;
  /** Every line with words, for what the plan says besides. */
  readonly said: readonly Text[];
}

const unread = new Set(["mermaid", "markdown", "md", "json", "jsonc", "html", "svg"]);
const listLine = /^(\s*(?:[-*+]|\d{1,3}[.)])\s+)(?:\[[ xX]\]\s+)?(?=\S)/;
const headerLine = /^\s*([^\s:#-][^:#]*):\s*$/;
const noCommand =
  /^\s*(?:$|#|--|\/\/|\/\*|\*|set -|echo\b|then$|else$|fi$|do$|done$|esac$|\}|\{|begin\b|commit\b|if\b|for\b|while\b)/i;

/** What the lines of a fence in a rollback plan are, under a topic: triggers, steps, commands. */
export function readFenceLines(part: Part, fence: FencePiece, topic: Topic): FenceReading {
  if (unread.has(fence.language)) return { triggers: [], steps: [], prose: [], said: [] };
  const texts = fence.lines.map((line) => {
    const marks = /^[\s#*/-]*/.exec(part.text.slice(line.start, line.end))?.[0].length ?? 0;
    return textAt(part, { start: line.start + marks, end: line.end });
  });
  const said = texts.filter(({ value }) => /\p{L}{3}/u.test(value));
  const numbered = topic === "triggers" ? [] : fenceSteps(part, fence);
  if (numbered.length > 0) {
    const form = isProseFence(fence.language) ? undefined : "command";
    const owner = ownerLine(part, fence.lines);
    return { triggers: [], steps: numbered.map((step) => stepOf(step, {}, form)), prose: [], said, ...owner };
  }
  if (isProseFence(fence.language)) return { ...listed(part, fence.lines, topic), said };
  const commands =
    topic === "steps" || topic === "plan" || topic === "verification" ? commandsOf(part, fence.lines) : [];
  return { triggers: [], steps: commands.map((command) => stepOf(command, {}, "command")), prose: [], said };
}

const ownedBy = expression((either) => `^(\\s*(?:[-*]\\s+)?${either("ownerLine")}:\\s*)\\S`);

/** The first `owner: …` of a fence. */
function ownerLine(part: Part, lines: readonly Span[]): { readonly owner?: Text } {
  for (const { start, end } of lines) {
    const label = ownedBy().exec(part.text.slice(start, end))?.[1];
    if (label !== undefined) return { owner: textAt(part, { start: start + label.length, end }) };
  }
  return {};
}

/** The lines of a fence that is prose; a header holds for what is indented below it. */
function listed(part: Part, lines: readonly Span[], topic: Topic): Omit<FenceReading, "said"> {
  const triggers: Text[] = [];
  const steps: RollbackStep[] = [];
  const prose: RollbackStep[] = [];
  let owner: Text | undefined;
  let current = topic;
  let indent = 0;
  for (const line of lines) {
    const source = part.text.slice(line.start, line.end);
    const header = headerLine.exec(source)?.[1];
    if (header !== undefined) {
      const own = topic === "triggers" ? topic : topicOf(slug(header));
      const column = source.search(/\S/);
      if (own !== undefined || column <= indent) indent = column;
      current = own ?? (column > indent ? current : topic);
    }
    const marker = listLine.exec(source)?.[1];
    if (header !== undefined || /^\s*(?:#.*)?$/.test(source)) continue;
    const text = textAt(part, marker === undefined ? line : { start: line.start + marker.length, end: line.end });
    if (current === "triggers") triggers.push(text);
    else if (current === "owner" && marker !== undefined) owner ??= text;
    else if (current !== "steps" && current !== "plan") continue;
    else if (marker !== undefined) steps.push(stepOf(text));
    else prose.push(stepOf(text));
  }
  return { triggers, steps, prose, ...(owner === undefined ? ownerLine(part, lines) : { owner }) };
}

/** The commands of a code fence; lines that end with a backslash go on. */
function commandsOf(part: Part, lines: readonly Span[]): readonly Text[] {
  const commands: Text[] = [];
  let start: number | undefined;
  for (const line of lines) {
    const source = part.text.slice(line.start, line.end);
    if (start === undefined && noCommand.test(source)) continue;
    start ??= line.start;
    if (/\\\s*$/.test(source)) continue;
    commands.push(textAt(part, { start, end: line.end }));
    start = undefined;
  }
  return commands;
}
