import type { FencePiece } from "../../../text/markdown/pieces/pieces.ts";
import { textAt } from "../../../text/markdown/prose.ts";
import type { Part, Text } from "../../../text/place.ts";
import { expression } from "../../../words/lists.ts";
import { isProseFence } from "./fence-gates.ts";

const number = "\\d+(?:\\.\\d+)*\\s*[:.)–—-]\\s*";
const proseStep = expression((either) => `^(\\s*${either("stepWord")}\\s+${number})\\S`);
const numberedLine = /^(\s*\d{1,3}[.)]\s+)\S/;
const commentStep = expression((either) => `^(\\s*(?:#|--|//)+\\s*(?:${either("stepWord")}\\s+)?${number})\\S`);

/** The numbered steps of a fence: `Step 1: …` or `1. …` in prose, `# Step 1: …`, `# 1. …`, `-- 1. …` in code. */
export function fenceSteps(part: Part, fence: FencePiece): readonly Text[] {
  if (!isProseFence(fence.language)) return stepsAt(part, fence, commentStep());
  const steps = stepsAt(part, fence, proseStep());
  if (steps.length > 0) return steps;
  const commented = stepsAt(part, fence, commentStep());
  return commented.length > 0 ? commented : stepsAt(part, fence, numberedLine);
}

function stepsAt(part: Part, fence: FencePiece, pattern: RegExp): readonly Text[] {
  return fence.lines.flatMap((line) => {
    const marker = pattern.exec(part.text.slice(line.start, line.end))?.[1];
    return marker === undefined ? [] : [textAt(part, { start: line.start + marker.length, end: line.end })];
  });
}
