import type { Finding } from "../rules/rule.ts";
import { contentId } from "../text/content-id.ts";

/** A finding as a page shows it. */
export interface PageFinding extends Finding {
  /** Id of the line of the findings list that says what is wrong: the same while it says the same, whatever comes or goes. */
  readonly id: string;
}

export function pageFindings(findings: readonly Finding[]): readonly PageFinding[] {
  const counts = new Map<string, number>();
  return findings.map((finding) => {
    const said = contentId(`${finding.rule} ${finding.message}`);
    const before = counts.get(said) ?? 0;
    counts.set(said, before + 1);
    return { ...finding, id: before === 0 ? `finding-${said}` : `finding-${said}-${before + 1}` };
  });
}
