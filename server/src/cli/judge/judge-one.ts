import type { AssessOptions, LookedAt, ReleaseDocsService, Shaping } from "../../engine/index.ts";
import { assessText } from "./assess-text.ts";
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
  const assessed = await assessText(service, input, options, cwd);
  if (assessed.is === "left-out") return { leftOut: assessed.shaping };
  if (assessed.is === "skipped") return { lookedAt: [] };
  const { lookedAt } = assessed.assessment;
  return { told: work.tell(input, assessed.assessment, cwd), ...(lookedAt !== undefined && { lookedAt }) };
}
