import type { ReleaseDocument } from "../document/model.ts";
import type { Finding } from "../rules/rule.ts";
import type { Stage } from "../stage/stage.ts";
import type { Blocker, Verdict, VerdictName } from "./verdict.ts";

const severity: readonly VerdictName[] = ["no-go", "not-ready", "go", "none"];

/** Puts the worst verdict first. */
export const byVerdict = (a: VerdictName, b: VerdictName): number => severity.indexOf(a) - severity.indexOf(b);

/** The verdict over several documents: the worst of no-go, not-ready, go, none. `none` for no documents. */
export function worst(verdicts: Iterable<VerdictName>): VerdictName {
  let index = severity.length - 1;
  for (const verdict of verdicts) index = Math.min(index, severity.indexOf(verdict));
  return severity[index] ?? "none";
}

/** What is judged: everything that the rules said, before suppression, configuration and baseline had a say. */
export interface Evidence {
  readonly document: ReleaseDocument;
  /** False for kinds that are only structure: reports, notes. */
  readonly judged: boolean;
  readonly stage: Stage;
  readonly findings: readonly Finding[];
  /** Those of `findings` that are not reported. */
  readonly silenced: ReadonlySet<Finding>;
}

/**
 * Go or No-Go, and why: the one function behind every surface (design: *Verdict*).
 *
 * What is silenced still blocks; it is listed apart as well, so that nobody is surprised.
 */
export function judge({ document, judged, stage, findings, silenced }: Evidence): Verdict {
  const waivers = document.gates.filter((gate) => gate.state === "waived");
  if (!judged || document.template || stage === "cancelled") {
    return { verdict: "none", blockers: [], waivers, suppressed: [] };
  }
  const blocking = findings.filter((finding) => finding.blocks);
  const verdict = stage === "draft" || stage === "in-review" ? "not-ready" : blocking.length > 0 ? "no-go" : "go";
  return {
    verdict,
    blockers: blocking.map(blocker),
    waivers,
    suppressed: blocking.filter((finding) => silenced.has(finding)).map(blocker),
  };
}

const blocker = ({ rule, message, at }: Finding): Blocker => ({ rule, message, at });

/** The verdict in words for a person: at the end of a release, Go means that it can be closed. */
export function verdictTitle(verdict: VerdictName, stage: Stage): string {
  switch (verdict) {
    case "go":
      return stage === "completed" || stage === "rolled-back" ? "Can be closed" : "Go";
    case "no-go":
      return "No-Go";
    case "not-ready":
      return "Not ready";
    case "none":
      return "No verdict";
  }
}
