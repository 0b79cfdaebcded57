import { window } from "vscode";
import {
  CloseAction,
  type CloseHandlerResult,
  ErrorAction,
  type ErrorHandler,
  type ErrorHandlerResult,
} from "vscode-languageclient";
import { type RestartPolicy, restartLimit } from "./restart-policy.ts";
import { watchdogTimes } from "./watchdog/watchdog.ts";

const hangSeconds = watchdogTimes.limit / 1000;

/** What a person can do when the server is given up. */
export interface CrashActions {
  restart(): Promise<void>;
  showOutput(): void;
}

/** Starts a crashed server again, a few times; then says so and leaves the choice to the person. */
export class CrashHandler implements ErrorHandler {
  readonly #policy: RestartPolicy;
  readonly #actions: CrashActions;
  /** What the server was at when it was ended because it hung. */
  #hang: string | undefined;

  constructor(policy: RestartPolicy, actions: CrashActions) {
    this.#policy = policy;
    this.#actions = actions;
  }

  /** The server is about to be ended because it hangs. `at`: what it was asked for, as the end of a sentence, or nothing. */
  hung(at: string): void {
    this.#hang = at;
  }

  error(_error: Error, _message: unknown, count: number | undefined): ErrorHandlerResult {
    return { action: (count ?? 0) <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown, handled: true };
  }

  closed(): CloseHandlerResult {
    const hang = this.#hang;
    this.#hang = undefined;
    if (this.#policy.mayRestart()) {
      if (hang !== undefined) this.#tell(hang).catch(() => undefined);
      return { action: CloseAction.Restart, message: "The server stopped and is started again.", handled: true };
    }
    this.#offer(hang).catch(() => undefined);
    return { action: CloseAction.DoNotRestart, message: "The server stopped too often.", handled: true };
  }

  async #tell(hang: string): Promise<void> {
    const chosen = await window.showWarningMessage(
      `The Release Docs server did not answer for ${hangSeconds} seconds${hang}. It is started again.`,
      "Show output",
    );
    if (chosen === "Show output") this.#actions.showOutput();
  }

  async #offer(hang: string | undefined): Promise<void> {
    const { crashes, minutes } = restartLimit;
    const last = hang === undefined ? "" : ` Last, it did not answer for ${hangSeconds} seconds${hang}.`;
    const chosen = await window.showErrorMessage(
      `The Release Docs server stopped more than ${crashes} times in ${minutes} minutes and is not started again.${last}`,
      "Restart",
      "Show output",
    );
    if (chosen === "Restart") await this.#actions.restart();
    else if (chosen === "Show output") this.#actions.showOutput();
  }
}
