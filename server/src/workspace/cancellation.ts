/** Cancellation as LSP has it; the engine looks at it after every wait. */
export interface CancellationSignal {
  readonly isCancellationRequested: boolean;
}
