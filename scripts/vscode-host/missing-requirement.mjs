/**
 * Something this machine lacks and an editor host cannot do without: a browser, a compiler, a download.
 * Runners report it in one line and skip; in CI they fail.
 */
export class MissingRequirement extends Error {
  /** @override */
  name = "MissingRequirement";

  /**
   * @param {string} message one line: what is missing and what to do
   * @param {string} [detail] what a tool said about it
   */
  constructor(message, detail = "") {
    super(message);
    this.detail = detail;
  }
}

/**
 * Ends a command the way every runner here does: what the machine lacks skips it, unless `CI` is set.
 *
 * @param {string} what the command in a reader's words, such as "editor tests"
 * @param {() => Promise<number>} command answers the exit code
 */
export async function runOrSkip(what, command) {
  try {
    process.exitCode = await command();
  } catch (error) {
    process.exitCode = 1;
    if (!(error instanceof MissingRequirement)) return console.error(error);
    const inCi = Boolean(process.env.CI) && process.env.CI !== "false";
    if (!inCi) process.exitCode = 0;
    console.log(`${what} ${inCi ? "failed" : "skipped"}: ${error.message}`);
    if (error.detail) console.error(error.detail);
  }
}
