import { parentPort, workerData } from "node:worker_threads";
import type { ReleaseDocsService, ServiceSettings } from "../../service.ts";
import { UsageError } from "../usage-error.ts";
import { judgeOne } from "./judge-one.ts";
import { works } from "./work.ts";
import type { WorkerAnswer, WorkerSetup, WorkerTask } from "./worker-protocol.ts";

/** Answers the tasks of the thread that started this one, one after the other. */
export function runWorker(createService: (settings: ServiceSettings, today: string) => ReleaseDocsService): void {
  const setup: WorkerSetup = workerData;
  const service = createService(setup.settings, setup.today);
  const work = works.find(({ name }) => name === setup.work);
  const answer = async ({ id, input }: WorkerTask): Promise<WorkerAnswer> => {
    try {
      if (work === undefined) throw new Error(`There is no work ${setup.work}`);
      return { id, judged: await judgeOne(service, work, input, setup.options, setup.cwd) };
    } catch (error) {
      const { message, stack = "" } = error instanceof Error ? error : new Error(String(error));
      return { id, failure: { message, stack, usage: error instanceof UsageError } };
    }
  };
  let last: Promise<void> = Promise.resolve();
  parentPort?.on("message", (task: WorkerTask) => {
    last = last.then(async () => parentPort?.postMessage(await answer(task)));
  });
}
