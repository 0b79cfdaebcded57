import type { Stage } from "../stage/stage.ts";
import type { Written } from "./written.ts";

export type RuleSetting = "off" | "error" | "warning" | "information" | "hint";
export type RuleSettings = Readonly<Record<string, RuleSetting | Readonly<Partial<Record<Stage, RuleSetting>>>>>;

/** `.release-docs.yaml`, resolved: defaults, `extends`, the file and personal settings laid over each other. */
export interface Configuration {
  /** URI of the file, absent for the defaults. */
  readonly uri?: string;
  /** URI of the folder that globs are relative to. */
  readonly root: string;
  /** URIs of all the files that it was read from: the file itself, then what it builds on by `extends`. */
  readonly files: readonly string[];
  /** URI of the configuration further up that does not hold here because this one is nearer. */
  readonly above?: string;
  readonly discovery: readonly string[];
  readonly documents: readonly {
    readonly files: string;
    readonly kind?: string;
    readonly schema?: string;
    readonly template?: boolean;
  }[];
  readonly rules: RuleSettings;
  readonly overrides: readonly { readonly files: string; readonly rules: RuleSettings }[];
  readonly sections: Readonly<Record<string, readonly string[]>>;
  readonly statuses: Readonly<Record<string, Stage>>;
  readonly freeze: readonly { readonly from: string; readonly to: string; readonly reason?: string }[];
  /** Where each setting was said; of two that say the same thing the later one holds. */
  readonly written: readonly Written[];
  /** Why something that has a say in it was not read (the file, what it extends, a schema), in a plain sentence. */
  readonly unread?: string;
  /** What is wrong with the file itself, in plain sentences with their place (offsets in the file's text). */
  readonly problems: readonly { readonly message: string; readonly start: number; readonly end: number }[];
}
