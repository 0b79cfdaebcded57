import type { Stage } from "../stage/stage.ts";
import type { SettingAt } from "../workspace/setting-for.ts";
import type { Finding } from "./rule.ts";

/** Findings as the configuration wants them reported. */
export interface Configured {
  readonly reported: readonly Finding[];
  /** Findings of rules that are switched off. */
  readonly off: readonly Finding[];
}

/** Lays the team's severities over the rules' own. What blocks is not changed by it. */
export function configure(findings: readonly Finding[], settingAt: SettingAt, stage: Stage): Configured {
  const reported: Finding[] = [];
  const off: Finding[] = [];
  for (const finding of findings) {
    const setting = settingAt(finding.rule, stage);
    if (setting === "off") off.push(finding);
    else
      reported.push(
        setting === undefined || setting === finding.severity ? finding : { ...finding, severity: setting },
      );
  }
  return { reported, off };
}
