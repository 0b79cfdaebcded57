import { availableParallelism } from "node:os";
import type { AssessOptions, ReleaseDocsService, ServiceSettings } from "../../service.ts";
import type { Arguments } from "../arguments.ts";
import { ResultCache } from "../cache/result-cache.ts";
import type { CommandContext } from "../command.ts";
import type { FoundFile } from "../find-files.ts";
import { type GatheredInputs, gatherInputs, type InputReading } from "../inputs.ts";
import { Progress } from "../progress.ts";
import { cacheSettings } from "./cache-options.ts";
import { Crew } from "./crew.ts";
import { inOrder } from "./in-order.ts";
import { type Judged, judgeOne } from "./judge-one.ts";
import type { Outcome } from "./outcome.ts";
import type { Work } from "./work.ts";

/** From this many files on, other threads help: below, starting them costs more than they bring. */
const enoughForCrew = 120;
/** How many results are begun and not yet told. */
const inFlight = 64;

/** What to judge, and how. */
export interface Assignment<Told> {
  readonly work: Work<Told>;
  readonly given: Arguments;
  readonly settings: ServiceSettings;
  readonly options: AssessOptions;
  readonly keep?: (file: FoundFile) => boolean;
}

/**
 * Judges what the operands of a command name, in the order of the paths: from the cache where that still holds, on several
 * threads where it pays. Memory does not grow with the number of files.
 *
 * @throws UsageError for a bad configuration, or `--stdin-filepath` without `-`.
 */
export async function* judgeInputs<Told>(
  service: ReleaseDocsService,
  assignment: Assignment<Told>,
  context: CommandContext,
): AsyncGenerator<Outcome<Told>> {
  const { given, keep = () => true } = assignment;
  const progress = new Progress(context.io, given);
  const inputs = await gatherInputs(service, given, context.io, keep);
  const judge = await Judge.assemble(service, assignment, context, inputs);
  try {
    for await (const outcome of inOrder(inputs, (reading) => judge.outcomeOf(reading), inFlight)) {
      progress.step(inputs.total);
      if (outcome.is === "problem") progress.clear();
      yield outcome;
    }
  } finally {
    progress.clear();
    await judge.dismiss();
  }
}

class Judge<Told> {
  readonly #service: ReleaseDocsService;
  readonly #assignment: Assignment<Told>;
  readonly #context: CommandContext;
  readonly #cache: ResultCache<Told> | undefined;
  readonly #crewSize: number;
  #crew: Crew | undefined;
  #misses = 0;
  /** What this thread judges itself goes one after the other. */
  #here: Promise<unknown> = Promise.resolve();

  private constructor(
    service: ReleaseDocsService,
    assignment: Assignment<Told>,
    context: CommandContext,
    cache: ResultCache<Told> | undefined,
    crewSize: number,
  ) {
    this.#service = service;
    this.#assignment = assignment;
    this.#context = context;
    this.#cache = cache;
    this.#crewSize = crewSize;
  }

  static async assemble<Told>(
    service: ReleaseDocsService,
    assignment: Assignment<Told>,
    context: CommandContext,
    { total }: GatheredInputs,
  ): Promise<Judge<Told>> {
    const found = cacheSettings(assignment, context);
    const cache = found && (await ResultCache.open(found, assignment.work, service, context.files));
    const size = total < enoughForCrew || context.script === undefined ? 0 : Math.min(8, availableParallelism()) - 1;
    const judge = new Judge(service, assignment, context, cache, size);
    if (cache === undefined) judge.#startCrew();
    return judge;
  }

  async outcomeOf({ input, problem }: InputReading): Promise<Outcome<Told>> {
    if (problem !== undefined) return { is: "problem", message: problem };
    if (input === undefined) return { is: "skipped" };
    const known = await this.#cache?.find(input);
    const { told } = known ?? (await this.#judge(input));
    return told === undefined ? { is: "skipped" } : { is: "told", told };
  }

  async dismiss(): Promise<void> {
    await this.#crew?.dismiss();
    await this.#cache?.close();
  }

  async #judge(input: NonNullable<InputReading["input"]>): Promise<Judged<Told>> {
    // With a cache most files may be known: the crew is called once enough are not.
    if (this.#crew === undefined && ++this.#misses > enoughForCrew / 2) this.#startCrew();
    const { work, options } = this.#assignment;
    const here = (): Promise<Judged<Told>> => judgeOne(this.#service, work, input, options, this.#context.io.cwd);
    const judged = this.#crew?.hasRoom === true ? this.#crew.judge(input, work) : this.#queue(here);
    const result = await judged;
    await this.#cache?.keep(input, result);
    return result;
  }

  #queue(task: () => Promise<Judged<Told>>): Promise<Judged<Told>> {
    const result = this.#here.then(task);
    this.#here = result.catch(() => {});
    return result;
  }

  #startCrew(): void {
    const { script, io } = this.#context;
    if (this.#crewSize < 1 || script === undefined) return;
    const { settings, options, work } = this.#assignment;
    const setup = { settings, options, work: work.name, cwd: io.cwd, today: io.today() };
    this.#crew = new Crew(script, this.#crewSize, setup);
  }
}
