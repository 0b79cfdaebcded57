import { rmSync } from "node:fs";
import { mkdtemp, realpath, rm } from "node:fs/promises";
import { constants, tmpdir } from "node:os";
import { join } from "node:path";

/** @type {readonly ('SIGINT' | 'SIGTERM' | 'SIGHUP')[]} */
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];

/**
 * Runs a synchronous action however this process ends, a signal (Ctrl+C) included.
 *
 * @param {() => void} action
 * @returns {() => void} withdraws the action
 */
export function atExit(action) {
  process.prependListener("exit", action); // Last in, first out: a folder goes after the process that uses it.
  for (const signal of SIGNALS) process.on(signal, exitBy);
  return () => {
    process.off("exit", action);
    for (const signal of SIGNALS) process.off(signal, exitBy);
  };
}

/** @param {NodeJS.Signals} signal */
const exitBy = (signal) => process.exit(128 + constants.signals[signal]);

/**
 * @param {string} prefix
 * @returns {Promise<{ path: string, remove: () => Promise<void> }>} a folder that does not outlive this process
 */
export async function temporaryFolder(prefix) {
  const path = await realpath(await mkdtemp(join(tmpdir(), prefix)));
  const options = { recursive: true, force: true, maxRetries: 10 };
  const withdraw = atExit(() => rmSync(path, options));
  const remove = async () => {
    await rm(path, options);
    withdraw();
  };
  return { path, remove };
}
