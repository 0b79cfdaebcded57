import {
  type Assessment,
  type AssessOptions,
  type ReleaseDocsService,
  renamed,
  type Shaping,
  takenOut,
} from "../../engine/index.ts";
import { pathNamerFor } from "../reporters/path-namer.ts";
import { requireSound } from "../reports/checked-configuration.ts";
import type { Input } from "./input.ts";

/** What a text is: a release document, judged; or one that the configuration makes none, files by their paths; or neither. */
export type AssessedText =
  | { readonly is: "assessed"; readonly assessment: Assessment }
  | { readonly is: "left-out"; readonly shaping: Shaping }
  | { readonly is: "skipped" };

/**
 * Assesses one text. The service keeps it, for the file beside it may ask for this one next.
 *
 * @throws UsageError for a bad configuration.
 */
export async function assessText(
  service: ReleaseDocsService,
  input: Input,
  options: AssessOptions,
  cwd: string,
): Promise<AssessedText> {
  const configuration = await requireSound(await service.configurationFor(input.uri), cwd);
  const assessment = await service.assess(input.uri, input.text, options);
  if (assessment !== undefined) {
    await requireSound(assessment.configuration, cwd);
    return { is: "assessed", assessment };
  }
  const out = takenOut(input.uri, input.text, configuration);
  return out === undefined ? { is: "skipped" } : { is: "left-out", shaping: renamed(out, pathNamerFor(cwd, input)) };
}
