import type { AssessOptions, ReleaseDocsService, ServiceSettings } from "../../engine/index.ts";
import { UsageError } from "../terminal/usage-error.ts";
import type { Input } from "./input.ts";
import { type Judged, judgeOne } from "./judge-one.ts";
import { works } from "./work.ts";

/** What is the same for all inputs of a run. Plain data, for it is sent between threads. */
export interface Setup {
  readonly settings: ServiceSettings;
  readonly options: AssessOptions;
  /** The name of the work. */
  readonly work: string;
  readonly cwd: string;
  readonly today: string;
}

/** Inputs that one thread judges one after the other. */
export interface Batch {
  readonly setup: Setup;
  readonly inputs: readonly Input[];
}

/** What became of one input of a batch. An error is sent as what it says: its class does not survive the way. */
export type Answer =
  | { readonly judged: Judged<unknown> }
  | { readonly failure: { readonly message: string; readonly usage: boolean; readonly stack: string } };

/** Judges the batches of a worker thread, with one engine for all of them. An answer for each input; never rejects. */
export function createBatchJudge(
  createService: (settings: ServiceSettings, today: string) => ReleaseDocsService,
): (batch: Batch) => Promise<readonly Answer[]> {
  let service: ReleaseDocsService | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const judge = async ({ setup, inputs }: Batch): Promise<readonly Answer[]> => {
    service ??= createService(setup.settings, setup.today);
    const answers: Answer[] = [];
    for (const input of inputs) answers.push(await answerTo(service, setup, input));
    return answers;
  };
  return (batch) => {
    const answers = last.then(() => judge(batch));
    last = answers;
    return answers;
  };
}

async function answerTo(service: ReleaseDocsService, setup: Setup, input: Input): Promise<Answer> {
  try {
    const work = works.find(({ name }) => name === setup.work);
    if (work === undefined) throw new Error(`There is no work ${setup.work}`);
    return { judged: await judgeOne(service, work, input, setup.options, setup.cwd) };
  } catch (error) {
    const { message, stack = "" } = error instanceof Error ? error : new Error(String(error));
    return { failure: { message, stack, usage: error instanceof UsageError } };
  }
}
