/** What is said of an error that should not have happened: one line of at most 200 characters. */
export function failureText(failure: unknown): string {
  const message = failure instanceof Error ? failure.message : String(failure);
  return message.replace(/\s+/g, " ").slice(0, 200);
}
