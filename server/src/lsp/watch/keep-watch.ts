/** What the watch is told. */
export interface Watched {
  /** One number, which the watched thread raises at each beat of its event loop. */
  readonly beats: Int32Array;
  /** The process of the client; `undefined` when it did not say. */
  readonly client: number | undefined;
  /** The process that started this one: it is asked for when there is no other. */
  readonly parent: number;
  /** How often the watch looks, in milliseconds. */
  readonly every: number;
  /** The CPU time that the thread may spend within one beat, in milliseconds. */
  readonly longest: number;
}

/** What it can do, besides what is there in each thread. */
export interface WatchHost {
  say(message: string): void;
}

/**
 * Ends the process when its main thread cannot: when its event loop stands still and the client is gone, or when it has spent
 * so much CPU time at one thing that nobody waits for it any more. CPU time, so that neither a machine that sleeps, nor a
 * debugger, nor other processes count. While the loop turns it does nothing: the main thread sees the end of its input itself.
 *
 * It runs in a thread of its own, from its text: it may name nothing but its parameters and what is global.
 */
export function keepWatch({ beats, client, parent, every, longest }: Watched, host: WatchHost): void {
  let seen = -1;
  let spentThen = 0;
  const spent = (): number => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  };
  const isGone = (): boolean => {
    if (client === undefined) return process.ppid !== parent;
    try {
      process.kill(client, 0);
      return false;
    } catch (error) {
      return error instanceof Error && "code" in error && error.code === "ESRCH";
    }
  };
  const end = (why: string): void => {
    host.say(`${why} The server ends.\n`);
    process.kill(process.pid, "SIGKILL");
  };
  setInterval(() => {
    const beat = Atomics.load(beats, 0);
    if (beat !== seen) {
      seen = beat;
      spentThen = spent();
    } else if (isGone()) end("The server hangs, and its client is gone.");
    else if (spent() - spentThen > longest) end("The server hangs.");
  }, every);
}
