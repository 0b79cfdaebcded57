/** The command was called in a way it does not understand, or with input it cannot read: one plain line, exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
