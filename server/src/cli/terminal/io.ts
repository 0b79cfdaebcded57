/** One of the two streams that a command writes to. */
export interface Output {
  readonly isTerminal: boolean;
  write(text: string): void;
}

/** All that a command knows of the process it runs in. */
export interface Io {
  /** Absolute path of the working directory. */
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly stdout: Output;
  readonly stderr: Output;
  readStandardInput(): Promise<Uint8Array>;
  /** Today in UTC, `YYYY-MM-DD`. */
  today(): string;
}
