import { availableParallelism } from "node:os";
import type { ReleaseDocsService } from "../../engine/index.ts";
import { ResultCache } from "../cache/result-cache.ts";
import type { CommandContext } from "../commands/command.ts";
import { Progress } from "../terminal/progress.ts";
import type { Assignment } from "./assignment.ts";
import { cacheSettings } from "./cache-options.ts";
import type { Crew } from "./crew.ts";
import { inBatches } from "./in-batches.ts";
import { inOrder } from "./in-order.ts";
import type { Input, InputReading } from "./input.ts";
import { gatherInputs } from "./inputs.ts";
import { type Judged, judgeOne } from "./judge-one.ts";
import type { Outcome } from "./outcome.ts";

/**
 * From this many files on, threads judge them. Each thread compiles the engine and has it optimised anew: of documents of 280
 * lines, 50 took 0.7 s of processor time alone and 0.9 s on two threads, 100 took 1.2 and 1.6 s, 400 took 2.4 and 2.9 s. Shared
 * by two cores that pays from about 50 on; the rest is for machines whose cores have other work.
 */
const enoughForCrew = 100;
/** No more threads than this: each has an engine of its own in memory. */
const largestCrew = 8;
/** For each thread so many batches are begun and not yet told, so that none waits for the slowest. */
const batchesInFlight = 6;

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
  const judge = await Judge.assemble(service, assignment, context);
  try {
    const inputs = await gatherInputs(service, given, context.io, keep, (count) => judge.expect(count));
    const batches = inOrder(
      inBatches(inputs),
      (batch) => judge.outcomesOf(batch),
      () => judge.width,
    );
    for await (const outcomes of batches) {
      for (const outcome of outcomes) {
        if (outcome instanceof Error) throw outcome;
        if (outcome.is !== "left-out") progress.step(inputs.total);
        if (outcome.is === "problem") progress.clear();
        yield outcome;
      }
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
  #crew: Promise<Crew> | undefined;
  #misses = 0;

  private constructor(
    service: ReleaseDocsService,
    assignment: Assignment<Told>,
    context: CommandContext,
    cache: ResultCache<Told> | undefined,
  ) {
    this.#service = service;
    this.#assignment = assignment;
    this.#context = context;
    this.#cache = cache;
    this.#crewSize = Math.min(largestCrew, availableParallelism());
  }

  static async assemble<Told>(
    service: ReleaseDocsService,
    assignment: Assignment<Told>,
    context: CommandContext,
  ): Promise<Judge<Told>> {
    const found = cacheSettings(assignment, context);
    const cache = found && (await ResultCache.open(found, assignment.work, service, context.files));
    return new Judge(service, assignment, context, cache);
  }

  /** How many batches may be begun and not yet told. */
  get width(): number {
    return this.#crew === undefined ? 1 : this.#crewSize * batchesInFlight;
  }

  /** So many files were found by now: the crew gets ready while more are looked for. */
  expect(count: number): void {
    // With a cache most files may be known: the crew is called once enough are not.
    if (this.#cache === undefined && count >= enoughForCrew) this.#startCrew();
  }

  /** What became of each input, in their order; an error for what failed. */
  async outcomesOf(readings: readonly InputReading[]): Promise<readonly (Outcome<Told> | Error)[]> {
    const known = new Map<Input, Judged<Told> | Error>();
    const unknown: Input[] = [];
    const inputs = readings.flatMap(({ input }) => input ?? []);
    const kept = await this.#cache?.find(inputs);
    for (const [at, input] of inputs.entries()) {
      const judged = kept?.[at];
      if (judged === undefined) unknown.push(input);
      else known.set(input, judged);
    }
    const judged = unknown.length > 0 ? await this.#judge(unknown) : [];
    for (const [at, input] of unknown.entries()) {
      const result = judged[at];
      if (result === undefined) continue;
      if (!(result instanceof Error)) await this.#cache?.keep(input, result);
      known.set(input, result);
    }
    return readings.map((reading) => outcomeOf(reading, known));
  }

  async dismiss(): Promise<void> {
    await (await this.#crew)?.dismiss();
    await this.#cache?.close();
  }

  async #judge(inputs: readonly Input[]): Promise<readonly (Judged<Told> | Error)[]> {
    this.#misses += inputs.length;
    if (this.#misses >= enoughForCrew && this.#cache !== undefined) this.#startCrew();
    const { work, options } = this.#assignment;
    if (this.#crew !== undefined) return (await this.#crew).judge(inputs, work);
    const judged: Judged<Told>[] = [];
    for (const input of inputs) {
      judged.push(await judgeOne(this.#service, work, input, options, this.#context.io.cwd));
    }
    return judged;
  }

  #startCrew(): void {
    const { script, io } = this.#context;
    if (this.#crew !== undefined || this.#crewSize < 2 || script === undefined) return;
    const { settings, options, work } = this.#assignment;
    const setup = { settings, options, work: work.name, cwd: io.cwd, today: io.today() };
    this.#crew = import("./crew.ts").then(({ Crew }) => new Crew(script, this.#crewSize, setup));
  }
}

function outcomeOf<Told>(
  { input, problem, leftOut }: InputReading,
  judged: ReadonlyMap<Input, Judged<Told> | Error>,
): Outcome<Told> | Error {
  if (leftOut !== undefined) return { is: "left-out", shaping: leftOut };
  if (problem !== undefined) return { is: "problem", message: problem };
  const result = input && judged.get(input);
  if (result instanceof Error) return result;
  if (result?.leftOut !== undefined) return { is: "left-out", shaping: result.leftOut };
  return result?.told === undefined ? { is: "skipped" } : { is: "told", told: result.told };
}
