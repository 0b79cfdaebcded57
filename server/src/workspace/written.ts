/** The settings that a configuration may hold. */
export type SettingName = "discovery" | "documents" | "rules" | "overrides" | "sections" | "statuses" | "freeze";

/** A setting as somebody wrote it: what is said beside a verdict that it shaped. */
export interface Written {
  readonly setting: SettingName;
  /** A status, a rule, the key of a section; the glob of an entry of `documents` or `overrides`; empty for the others. */
  readonly name: string;
  /** URI of the file; absent for a person's own settings. */
  readonly uri?: string;
  /** From 1. */
  readonly line?: number;
}

/** Where a setting was said that holds: the last to say it. */
export function whereWritten(written: readonly Written[], setting: SettingName, name = ""): Written | undefined {
  return written.findLast((entry) => entry.setting === setting && entry.name === name);
}
