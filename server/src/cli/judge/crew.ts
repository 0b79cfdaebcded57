import { Worker } from "node:worker_threads";
import type { Input } from "../inputs.ts";
import { UsageError } from "../usage-error.ts";
import type { Judged } from "./judge-one.ts";
import type { Work } from "./work.ts";
import type { WorkerAnswer, WorkerSetup } from "./worker-protocol.ts";

interface Member {
  readonly worker: Worker;
  readonly open: Map<
    number,
    { readonly done: (judged: Judged<unknown>) => void; readonly fail: (error: Error) => void }
  >;
}

/** How many tasks wait in a worker before this thread takes one itself: enough that none runs dry meanwhile. */
const backlog = 8;

/** Worker threads that judge inputs beside this one. */
export class Crew {
  readonly #members: readonly Member[];
  #next = 0;

  /** @param script The program that runs a worker when it is no main thread. */
  constructor(script: string, size: number, setup: WorkerSetup) {
    this.#members = Array.from({ length: size }, () => startMember(script, setup));
  }

  /** Whether a worker can take another input. */
  get hasRoom(): boolean {
    return this.#members.some(({ open }) => open.size < backlog);
  }

  /** Has an input judged by the worker with the least to do. */
  async judge<Told>(input: Input, work: Work<Told>): Promise<Judged<Told>> {
    const { told, lookedAt } = await this.#send(input);
    if (told !== undefined && !work.accepts(told)) throw new Error("A worker thread answered something else");
    return { ...(told !== undefined && { told }), ...(lookedAt !== undefined && { lookedAt }) };
  }

  #send(input: Input): Promise<Judged<unknown>> {
    const [member] = [...this.#members].sort((a, b) => a.open.size - b.open.size);
    if (member === undefined) return Promise.reject(new Error("There is no worker thread"));
    const id = this.#next++;
    return new Promise((done, fail) => {
      member.open.set(id, { done, fail });
      member.worker.postMessage({ id, input });
    });
  }

  /** Ends the workers. */
  async dismiss(): Promise<void> {
    await Promise.all(this.#members.map(({ worker }) => worker.terminate()));
  }
}

function startMember(script: string, setup: WorkerSetup): Member {
  const worker = new Worker(script, { workerData: setup });
  const open: Member["open"] = new Map();
  worker.on("message", (answer: WorkerAnswer) => {
    const task = open.get(answer.id);
    open.delete(answer.id);
    if (task === undefined) return;
    if ("judged" in answer) task.done(answer.judged);
    else task.fail(failureOf(answer.failure));
  });
  const fail = (error: Error): void => {
    for (const task of open.values()) task.fail(error);
    open.clear();
  };
  worker.on("error", fail);
  worker.on("exit", () => fail(new Error("A worker thread ended")));
  return { worker, open };
}

function failureOf({
  message,
  usage,
  stack,
}: {
  readonly message: string;
  readonly usage: boolean;
  readonly stack: string;
}): Error {
  if (usage) return new UsageError(message);
  const error = new Error(message);
  error.stack = stack;
  return error;
}
