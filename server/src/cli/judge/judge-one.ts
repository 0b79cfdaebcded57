import type { AssessOptions, ReleaseDocsService } from "../../service.ts";
import type { LookedAt } from "../../workspace/looked-at.ts";
import { requireSound } from "../checked-configuration.ts";
import type { Input } from "../inputs.ts";
import type { Work } from "./work.ts";

/** What a text was judged to be; `told` is absent when it is no release document. */
export interface Judged<Told> {
  readonly told?: Told;
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
  await requireSound(await service.configurationFor(input.uri), cwd);
  // Not closed: the file beside it may ask for this one next, and the service keeps few.
  const assessment = await service.assess(input.uri, input.text, options);
  if (assessment === undefined) return { lookedAt: [] };
  await requireSound(assessment.configuration, cwd);
  const { lookedAt } = assessment;
  return { told: work.tell(input, assessment), ...(lookedAt !== undefined && { lookedAt }) };
}
