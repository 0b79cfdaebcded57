/** Something wrong in a configuration file: one plain sentence, and UTF-16 offsets in the file's text. */
export interface ConfigurationProblem {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}
