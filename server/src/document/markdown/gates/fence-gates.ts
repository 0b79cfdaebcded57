import { tooDeep } from "../../../text/guard.ts";
import type { FencePiece } from "../../../text/markdown/pieces/pieces.ts";
import { unescapeMarkdown } from "../../../text/markdown/prose.ts";
import type { Part } from "../../../text/place.ts";
import { parseYaml } from "../../../text/yaml/parse-yaml.ts";
import { Shape } from "../../../text/yaml/shape.ts";
import { type GateContext, makeGate, type PartGate } from "./make-gate.ts";

/** Fences that may hold a checklist: no programming language and no sample of another format. */
const proseFences = new Set(["", "yaml", "yml", "text", "txt", "plain", "plaintext", "checklist", "none"]);
const line = /^(\s*(?:[-*+]|\d{1,9}[.)])\s+)\[([ xX])\](?=\s+\S)/;
/** Beyond this a fence is taken for a checklist without asking the YAML parser. */
const longestYaml = 20_000;
/** Nothing is known of what stands in a fence. */
const anything = new Shape({});

/** Whether a fence is prose in a box: a checklist, steps or notes rather than code. */
export const isProseFence = (language: string): boolean => proseFences.has(language);

/** The `- [ ]` lines of a fence that is no code: a yaml, text or bare fence whose body is not valid YAML. */
export function fenceGates(part: Part, fence: FencePiece, context: GateContext): readonly PartGate[] {
  if (!isProseFence(fence.language)) return [];
  const found = fence.lines.flatMap((span) => {
    const source = part.text.slice(span.start, span.end);
    const match = line.exec(source);
    if (match === null) return [];
    const start = span.start + (match[1] ?? "").length;
    const at = { start, end: span.start + source.trimEnd().length };
    const words = unescapeMarkdown(part.text.slice(start + 3, at.end)).trim();
    const box = { start, end: start + 3 };
    return [makeGate({ part, form: "fence", box, at, ticked: match[2] !== " ", words }, context)];
  });
  return found.length > 0 && isYaml(part, fence) ? [] : found;
}

/** True YAML with such lines keeps them in a block scalar: the text of something else. */
function isYaml(part: Part, fence: FencePiece): boolean {
  const body = fence.lines.map((span) => part.text.slice(span.start, span.end)).join("\n");
  if (body.length > longestYaml || !/[|>][+\-\d]*[ \t]*(?:#.*)?$/m.test(body) || tooDeep(body) !== undefined)
    return false;
  const { error, duplicates } = parseYaml({ text: body }, anything);
  return error === undefined && duplicates.length === 0;
}
