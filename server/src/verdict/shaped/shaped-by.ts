import { quote } from "../../rules/quote.ts";
import type { Shaping } from "../shaping.ts";
import { configurationFiles, sections, statuses } from "./by-configuration.ts";
import { kinds, schemas, templates } from "./declared.ts";
import type { ShapingEvidence } from "./evidence.ts";
import { loweredRules, suppressions } from "./silenced.ts";

/**
 * All that options, configuration and a document's own words did to the verdict on it (design: *What shaped this verdict*): the
 * one list behind every surface. Files are named by their URIs.
 */
export function shapedBy(evidence: ShapingEvidence): readonly Shaping[] {
  return [
    ...stages(evidence),
    ...kinds(evidence),
    ...templates(evidence),
    ...statuses(evidence),
    ...sections(evidence),
    ...schemas(evidence),
    ...loweredRules(evidence),
    ...suppressions(evidence),
    ...configurationFiles(evidence),
  ];
}

/** The stage and the phase that were asked for, and a stage that takes the document out. */
function stages({ document, stage, options }: ShapingEvidence): readonly Shaping[] {
  const { status } = document.facts;
  const says =
    status === undefined || status.value === "" ? "the document states none" : `its own is ${quote(status.value)}`;
  const shaped: Shaping[] = [];
  if (options.stage !== undefined) {
    shaped.push({ what: "stage", sentence: `Judged at stage ${options.stage}, by --stage; ${says}` });
  }
  if (options.phase !== undefined) {
    shaped.push({ what: "phase", sentence: `Only the gates of ${options.phase} are due, by --phase` });
  }
  if (stage.stage === "cancelled") {
    shaped.push({ what: "stage", sentence: "A release that is cancelled is not judged", takesOut: true });
  }
  return shaped;
}
