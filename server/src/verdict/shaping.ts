import type { SettingName } from "../workspace/written.ts";

/** What had a say in a verdict besides the words that a document has for its release. */
export type ShapingKind =
  /** A configuration file that holds. */
  | "configuration"
  /** A configuration file further up, which a nearer one keeps from holding. */
  | "nested"
  /** A status that says what takes the document out, or that the configuration reads as a stage. */
  | "status"
  /** A kind that an option or the configuration gives, or that is not judged. */
  | "kind"
  /** A schema of the team's own. */
  | "schema"
  /** A blank, and why it is one; or none, because somebody says so. */
  | "template"
  /** A title that the configuration reads as a section. */
  | "section"
  /** A severity that the configuration lowers for something that blocks. */
  | "rule"
  /** A comment that silences something that blocks. */
  | "suppressed"
  | "stage"
  | "phase"
  | "now"
  /** A file that was left out. */
  | "excluded"
  /** A file that could not be read. */
  | "unread"
  /** Findings that a baseline holds. */
  | "baseline";

/** Where it was said. Lines count from 1. */
export interface ShapedAt {
  readonly file: string;
  readonly line?: number;
  /** The setting of a configuration file. */
  readonly setting?: SettingName;
}

/**
 * One thing that shaped a verdict: an entry of *What shaped this verdict*. Files are named by their URIs in the engine, and by
 * their paths where it is told (`renamed`).
 */
export interface Shaping {
  readonly what: ShapingKind;
  /** A plain sentence without a full stop, that may be shown without its place. */
  readonly sentence: string;
  /** It takes the document out of the verdict: *none* is its verdict for this. */
  readonly takesOut?: true;
  /** The file that was left out. */
  readonly path?: string;
  readonly at?: ShapedAt;
}

/** Something that could not be read, without which nothing is Go. @param problem What and why: `a.md: is a binary file`. */
export const notRead = (problem: string): Shaping => ({
  what: "unread",
  sentence: `No Go without what was not read: ${problem}`,
});

/** Whether something could not be read: what it says is not known, so that the verdict is no Go. */
export const isUnread = ({ what }: Shaping): boolean => what === "unread";

/** The same with other names for its files. */
export function renamed(shaping: Shaping, nameOf: (uri: string) => string): Shaping {
  const { path, at, ...rest } = shaping;
  return {
    ...rest,
    ...(path !== undefined && { path: nameOf(path) }),
    ...(at !== undefined && { at: { ...at, file: nameOf(at.file) } }),
  };
}

/** The place in words: `statuses in .release-docs.yaml:3`; `undefined` where there is none. */
export function placeWords({ at }: Shaping): string | undefined {
  if (at === undefined) return undefined;
  const place = at.line === undefined ? at.file : `${at.file}:${at.line}`;
  return at.setting === undefined ? place : `${at.setting} in ${place}`;
}
