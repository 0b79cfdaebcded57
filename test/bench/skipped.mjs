/** A row cannot be measured yet; the message says why. */
export class Skipped extends Error {
  name = "Skipped";
}
