import type { KindDefinition } from "../../document/kind.ts";
import type { ReleaseDocument } from "../../document/model.ts";
import type { Finding } from "../../rules/rule.ts";
import type { Stage, StageReading } from "../../stage/stage.ts";
import type { GatePhase } from "../../words/terms.ts";
import type { Configuration } from "../../workspace/configuration.ts";
import { type SettingName, whereWritten } from "../../workspace/written.ts";
import type { ShapedAt } from "../shaping.ts";

/** What can shape the verdict on a document. */
export interface ShapingEvidence {
  readonly document: ReleaseDocument;
  readonly kind: KindDefinition;
  readonly configuration: Configuration;
  readonly stage: StageReading;
  /** Before suppression and configuration had a say. */
  readonly findings: readonly Finding[];
  /** Those of them that a comment silences. */
  readonly suppressed: readonly Finding[];
  readonly options: {
    readonly stage?: Stage;
    readonly as?: "template" | "run";
    readonly kind?: string;
    readonly phase?: GatePhase;
  };
}

/** Where a setting of a configuration was said, for the entry that tells of it; empty for a person's own settings. */
export function saidAt({ written }: Configuration, setting: SettingName, name?: string): { readonly at?: ShapedAt } {
  const { uri, line } = whereWritten(written, setting, name) ?? {};
  return uri === undefined ? {} : { at: { file: uri, setting, ...(line !== undefined && { line }) } };
}
