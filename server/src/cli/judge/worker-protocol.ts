import type { AssessOptions, ServiceSettings } from "../../service.ts";
import type { Input } from "../inputs.ts";
import type { Judged } from "./judge-one.ts";

/** What a worker thread is started with. */
export interface WorkerSetup {
  readonly settings: ServiceSettings;
  readonly options: AssessOptions;
  readonly work: string;
  readonly cwd: string;
  readonly today: string;
}

/** One input for a worker. */
export interface WorkerTask {
  readonly id: number;
  readonly input: Input;
}

/** Its answer. */
export type WorkerAnswer =
  | { readonly id: number; readonly judged: Judged<unknown> }
  | {
      readonly id: number;
      readonly failure: { readonly message: string; readonly usage: boolean; readonly stack: string };
    };
