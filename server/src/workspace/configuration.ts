import type { Stage } from "../stage/stage.ts";

export type RuleSetting = "off" | "error" | "warning" | "information" | "hint";
export type RuleSettings = Readonly<Record<string, RuleSetting | Readonly<Partial<Record<Stage, RuleSetting>>>>>;

/** `.release-docs.yaml`, resolved: defaults, `extends`, the file and personal settings laid over each other. */
export interface Configuration {
  /** URI of the file, absent for the defaults. */
  readonly uri?: string;
  /** URI of the folder that globs are relative to. */
  readonly root: string;
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
  /** What is wrong with the file itself, in plain sentences with their place (offsets in the file's text). */
  readonly problems: readonly { readonly message: string; readonly start: number; readonly end: number }[];
}
