import deploymentReport from "../../../../snippets/templates/deployment-report.md?raw";
import releaseChecklist from "../../../../snippets/templates/release-checklist.md?raw";
import releaseManagementPlan from "../../../../snippets/templates/release-management-plan.md?raw";
import releaseManifestDocument from "../../../../snippets/templates/release-manifest.md?raw";
import releaseManifest from "../../../../snippets/templates/release-manifest.yaml?raw";
import releaseNotes from "../../../../snippets/templates/release-notes.md?raw";
import releasePlan from "../../../../snippets/templates/release-plan.md?raw";
import releaseRunbook from "../../../../snippets/templates/release-runbook.md?raw";
import type { Format } from "../../engine/index.ts";

/** A blank of one kind, in one format. */
export interface Template {
  readonly kind: string;
  readonly format: Format;
  readonly text: string;
}

/** Our blanks; the first of a kind is what it is made in unless the file's name says otherwise. */
export const templates: readonly Template[] = [
  { kind: "ReleaseManifest", format: "yaml", text: releaseManifest },
  { kind: "ReleaseManifest", format: "markdown", text: releaseManifestDocument },
  { kind: "ReleaseRunbook", format: "markdown", text: releaseRunbook },
  { kind: "ReleasePlan", format: "markdown", text: releasePlan },
  { kind: "ReleaseManagementPlan", format: "markdown", text: releaseManagementPlan },
  { kind: "ReleaseChecklist", format: "markdown", text: releaseChecklist },
  { kind: "DeploymentReport", format: "markdown", text: deploymentReport },
  { kind: "ReleaseNotes", format: "markdown", text: releaseNotes },
];

/** The kinds that there are blanks for. */
export const templateKinds: readonly string[] = [...new Set(templates.map(({ kind }) => kind))];

/** The kind that a word means: `ReleaseRunbook`, `release-runbook`, `runbook`; `undefined` for none. */
export function kindNamed(word: string): string | undefined {
  const wanted = squeezed(word);
  return templateKinds.find((kind) => {
    const name = squeezed(kind);
    return name === wanted || shortName(kind) === wanted;
  });
}

/** What a kind may be called among ours: `runbook`. */
export const shortName = (kind: string): string => squeezed(kind).replace(/^release|^deployment/, "");

const squeezed = (word: string): string => word.toLowerCase().replace(/[^a-z]/g, "");
