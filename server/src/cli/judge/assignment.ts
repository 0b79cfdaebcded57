import type { AssessOptions, ServiceSettings } from "../../engine/index.ts";
import type { FoundFile } from "../files/find-files.ts";
import type { Arguments } from "../terminal/arguments.ts";
import type { Work } from "./work.ts";

/** What to judge, and how. */
export interface Assignment<Told> {
  readonly work: Work<Told>;
  readonly given: Arguments;
  readonly settings: ServiceSettings;
  readonly options: AssessOptions;
  readonly keep?: (file: FoundFile) => boolean;
}
