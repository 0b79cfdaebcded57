import type { AssessOptions, ReleaseDocsService } from "../../engine/service.ts";
import { takenOut } from "../../verdict/shaped/declared.ts";
import { renamed, type Shaping } from "../../verdict/shaping.ts";
import type { LookedAt } from "../../workspace/looked-at.ts";
import { pathNamerFor } from "../reporters/path-namer.ts";
import { requireSound } from "../reports/checked-configuration.ts";
import type { Input } from "./input.ts";
import type { Work } from "./work.ts";

/** What a text was judged to be; `told` is absent when it is no release document. */
export interface Judged<Told> {
  readonly told?: Told;
  /** A release document that the configuration makes none; files by their paths. */
  readonly leftOut?: Shaping;
  /** The files that it depends on besides its own; absent when they are not known. */
  readonly lookedAt?: readonly LookedAt[];
}

/**
 * Judges one text.
 *
 * @throws UsageError for a bad configuration.
 */
export async function judgeOne<Told>(
  service: ReleaseDocsService,
  work: Work<Told>,
  input: Input,
  options: AssessOptions,
  cwd: string,
): Promise<Judged<Told>> {
  const configuration = await requireSound(await service.configurationFor(input.uri), cwd);
  // Not closed: the file beside it may ask for this one next, and the service keeps few.
  const assessment = await service.assess(input.uri, input.text, options);
  if (assessment === undefined) {
    const out = takenOut(input.uri, input.text, configuration);
    return out === undefined ? { lookedAt: [] } : { leftOut: renamed(out, pathNamerFor(cwd, input)) };
  }
  await requireSound(assessment.configuration, cwd);
  const { lookedAt } = assessment;
  return { told: work.tell(input, assessment, cwd), ...(lookedAt !== undefined && { lookedAt }) };
}
