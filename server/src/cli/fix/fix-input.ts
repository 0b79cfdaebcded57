import type { Assessment, AssessOptions, ReleaseDocsService } from "../../engine/service.ts";
import type { Input } from "../judge/input.ts";
import { applyCertainFixes, type Fixed } from "./certain-fixes.ts";

/** A document after its fixes; the same as before when there were none. */
export interface FixedInput {
  readonly input: Input;
  readonly assessment: Assessment;
  readonly fixed: readonly Fixed[];
}

/** A fix may make another possible; after this many rounds it is enough. */
const mostRounds = 6;

/**
 * Carries out certain fixes until nothing is left to fix. A round that would make the text worse (no document of ours any
 * more, or syntax errors that it did not have) is not taken.
 */
export async function fixInput(
  service: ReleaseDocsService,
  input: Input,
  assessment: Assessment,
  options: AssessOptions,
): Promise<FixedInput> {
  let current: FixedInput = { input, assessment, fixed: [] };
  const seen = new Set([input.text]);
  for (let round = 0; round < mostRounds; round++) {
    const { text, fixed } = applyCertainFixes(service, current.assessment);
    if (fixed.length === 0 || seen.has(text)) break;
    seen.add(text);
    const next = await service.assess(input.uri, text, options);
    if (next === undefined || syntaxErrors(next) > syntaxErrors(current.assessment)) break;
    current = { input: { ...input, text }, assessment: next, fixed: [...current.fixed, ...fixed] };
  }
  return current;
}

function syntaxErrors({ document }: Assessment): number {
  return document.problems.filter(({ rule }) => rule === "syntax/yaml" || rule === "syntax/front-matter").length;
}
