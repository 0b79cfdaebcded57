import { window } from "vscode";
import {
  CloseAction,
  type CloseHandlerResult,
  ErrorAction,
  type ErrorHandler,
  type ErrorHandlerResult,
} from "vscode-languageclient";
import { type RestartPolicy, restartLimit } from "./restart-policy.ts";

/** What a person can do when the server is given up. */
export interface CrashActions {
  restart(): Promise<void>;
  showOutput(): void;
}

/** Starts a crashed server again, a few times; then says so and leaves the choice to the person. */
export class CrashHandler implements ErrorHandler {
  readonly #policy: RestartPolicy;
  readonly #actions: CrashActions;

  constructor(policy: RestartPolicy, actions: CrashActions) {
    this.#policy = policy;
    this.#actions = actions;
  }

  error(_error: Error, _message: unknown, count: number | undefined): ErrorHandlerResult {
    return { action: (count ?? 0) <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown, handled: true };
  }

  closed(): CloseHandlerResult {
    if (this.#policy.mayRestart()) {
      return { action: CloseAction.Restart, message: "The server stopped and is started again.", handled: true };
    }
    this.#offer().catch(() => undefined);
    return { action: CloseAction.DoNotRestart, message: "The server stopped too often.", handled: true };
  }

  async #offer(): Promise<void> {
    const { crashes, minutes } = restartLimit;
    const chosen = await window.showErrorMessage(
      `The Release Docs server stopped more than ${crashes} times in ${minutes} minutes and is not started again.`,
      "Restart",
      "Show output",
    );
    if (chosen === "Restart") await this.#actions.restart();
    else if (chosen === "Show output") this.#actions.showOutput();
  }
}
